import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  activate,
  bookFolder,
  closeEditors,
  eventually,
  exists,
  fileUri,
  readFile,
  restoreFile,
  rulesOf,
} from './support';

const thisWeek = 'reviews/2026-W48.md';
const lastWeek = 'reviews/2026-w47.md';

async function remove(...paths: string[]): Promise<void> {
  for (const path of paths) {
    if (await exists(path)) await vscode.workspace.fs.delete(fileUri(path));
  }
}

/** The text of the active editor once it shows a file. */
async function shown(path: string): Promise<vscode.TextDocument> {
  const editor = await eventually(
    () => vscode.window.activeTextEditor,
    (active) => active?.document.uri.toString() === fileUri(path).toString(),
  );
  assert.exists(editor);
  return (editor as vscode.TextEditor).document;
}

describe('Reviews', () => {
  let original: string;
  before(async () => {
    await activate();
    original = await readFile(lastWeek);
  });
  afterEach(async () => {
    await closeEditors();
    await remove(thisWeek, 'reviews/2026-11.md', 'reviews/2026-Q4.md', 'review.html');
    await restoreFile(lastWeek, original);
  });

  it('of this week are written as a page that brings no finding', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    const document = await shown(thisWeek);
    assert.match(document.getText(), /^---\ntype: review\nweek: 2026-W48\n---\n/);
    assert.include(document.getText(), '62 %, above');
    assert.isFalse(document.isDirty);
    assert.deepEqual(rulesOf(thisWeek), []);
  });

  it('of months and quarters are written, too', async () => {
    await vscode.commands.executeCommand('statusBook.writeMonthlyReview', '2026-11');
    assert.include((await shown('reviews/2026-11.md')).getText(), '# November 2026');
    await vscode.commands.executeCommand('statusBook.writeQuarterlyReview', '2026-Q4');
    assert.include((await shown('reviews/2026-Q4.md')).getText(), '# Quarter 4 of 2026');
  });

  it('are written into the page that is there, around the user’s words, as one edit to undo', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W47');
    const document = await shown(lastWeek);
    assert.isTrue(document.isDirty);
    const text = document.getText();
    assert.include(text, '<!-- status-book:begin time -->');
    assert.isTrue(vscode.window.activeTextEditor?.selection.isEmpty, 'typing replaces nothing');
    for (const line of original.split('\n')) assert.include(text, line);
    assert.equal(await readFile(lastWeek), original);
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => document.getText(),
      (now) => now === original,
    );
  });

  it('are left alone when nothing has changed', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    const { version } = await shown(thisWeek);
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    assert.equal((await shown(thisWeek)).version, version);
  });

  it('follow what has changed in an open page that is not saved', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    const log = await vscode.workspace.openTextDocument(fileUri('log/2026-11-23.md'));
    const editor = await vscode.window.showTextDocument(log);
    const line = log
      .getText()
      .split('\n')
      .findIndex((text) => text.includes('1h marketing-plan'));
    await editor.edit((edit) =>
      edit.insert(new vscode.Position(line, 0), '- 20h exploration: a long talk\n'),
    );
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    assert.match((await shown(thisWeek)).getText(), /\| Exploration +\| +20 h \|/);
  });

  it('are saved as one HTML page where the user wants it', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    const page = (await shown(thisWeek)).uri;
    await vscode.commands.executeCommand('statusBook.saveAsHtml', { page, to: fileUri('review.html') });
    const html = await readFile('review.html');
    assert.match(html, /^<!doctype html>/);
    assert.include(html, 'Aquelle NV, Ghent · Ines Vermeulen · 23 Nov – 29 Nov 2026');
    assert.notInclude(html, '<script');
  });

  it('are saved as they read in the editor, the active page where none is named', async () => {
    await vscode.commands.executeCommand('statusBook.writeReview', '2026-W48');
    const document = await shown(thisWeek);
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\nMy last word.\n');
    await vscode.workspace.applyEdit(edit);
    await eventually(
      async () => {
        await vscode.commands.executeCommand('statusBook.saveAsHtml', { to: fileUri('review.html') });
        return (await exists('review.html')) ? readFile('review.html') : '';
      },
      (html) => html.includes('My last word.'),
    );
  });
});

describe('One-pagers', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    await remove('one.html');
  });

  function onePager(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find(
      ({ uri, isClosed }) => uri.scheme === 'status-book-one-pager' && !isClosed,
    );
  }

  it('show a product without writing anything, and follow the book', async () => {
    const files = (await vscode.workspace.fs.readDirectory(fileUri('products'))).length;
    const product = fileUri('products/aquelle-ro300.md');
    await vscode.commands.executeCommand('statusBook.openOnePager', product);
    const document = await eventually(onePager, (found) => found !== undefined);
    assert.match(document?.getText() ?? '', /^# Aquelle RO300\n/);
    assert.include(document?.getText(), 'margin 235 EUR (52 % of the price)');
    assert.isFalse(document?.isDirty);
    const edit = new vscode.WorkspaceEdit();
    const source = await vscode.workspace.openTextDocument(product);
    const at = source.positionAt(source.getText().indexOf('cost: 214') + 6);
    edit.replace(product, new vscode.Range(at, at.translate(0, 3)), '249');
    await vscode.workspace.applyEdit(edit);
    await eventually(
      () => onePager()?.getText() ?? '',
      (text) => text.includes('margin 200 EUR'),
    );
    assert.equal((await vscode.workspace.fs.readDirectory(fileUri('products'))).length, files);
    await vscode.window.showTextDocument(source);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('are saved as one HTML page', async () => {
    await vscode.commands.executeCommand('statusBook.openOnePager', fileUri('products/aquelle-ro300.md'));
    const document = await eventually(onePager, (found) => found !== undefined);
    await vscode.commands.executeCommand('statusBook.saveAsHtml', {
      page: document?.uri,
      to: fileUri('one.html'),
    });
    assert.match(await readFile('one.html'), /<h1[^>]*>Aquelle RO300<\/h1>/);
  });
});

describe('The export as CSV', () => {
  before(activate);
  afterEach(() => remove('export.csv'));

  for (const [what, first] of [
    ['time', '\ufeffdate,start,end,minutes'],
    ['budgets', '\ufeffid,title,start,end,currency'],
    ['voices', '\ufeffid,title,customer,received'],
  ]) {
    it(`writes ${what} for Excel where the user wants it`, async () => {
      const to = vscode.Uri.joinPath(bookFolder(), 'export.csv');
      await vscode.commands.executeCommand('statusBook.exportCsv', { what, to });
      const bytes = await vscode.workspace.fs.readFile(to);
      const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
      assert.isTrue(text.startsWith(first ?? ''), text.slice(0, 80));
      assert.isAbove(text.split('\r\n').length, 8);
    });
  }
});
