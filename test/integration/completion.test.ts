import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, writeFile } from './support';

const folder = 'scratch-completion';
/** What VS Code itself offers: words that stand somewhere. */
const wordOfTheText = vscode.CompletionItemKind.Text;
let count = 0;

/** Opens a page of the sample book with the cursor where `|` stands. */
async function open(marked: string, path = `${folder}/page-${++count}.md`): Promise<vscode.TextEditor> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const document = await vscode.workspace.openTextDocument(await writeFile(path, text));
  return show(document, offset);
}

async function show(document: vscode.TextDocument, offset: number): Promise<vscode.TextEditor> {
  const position = document.positionAt(offset);
  return vscode.window.showTextDocument(document, { selection: new vscode.Range(position, position) });
}

async function offered(
  editor: vscode.TextEditor,
  trigger?: string,
  resolve = 0,
): Promise<vscode.CompletionItem[]> {
  const list = await vscode.commands.executeCommand<vscode.CompletionList>(
    'vscode.executeCompletionItemProvider',
    editor.document.uri,
    editor.selection.active,
    trigger,
    resolve,
  );
  return list.items;
}

function labelOf({ label }: vscode.CompletionItem): string {
  return typeof label === 'string' ? label : label.label;
}

function itemNamed(items: readonly vscode.CompletionItem[], label: string): vscode.CompletionItem {
  const item = items.find((candidate) => labelOf(candidate) === label);
  if (!item) throw new Error(`“${label}” is not among ${items.map(labelOf).join(', ')}`);
  return item;
}

/** Takes the first item for what is typed, as a user does: brings the list up and accepts what is selected. */
async function takeFirst(editor: vscode.TextEditor, isWanted: (text: string) => boolean): Promise<string> {
  await vscode.commands.executeCommand('editor.action.triggerSuggest');
  return accepted(editor, isWanted);
}

/** Accepts what is selected as soon as there is a list. */
function accepted(editor: vscode.TextEditor, isWanted: (text: string) => boolean): Promise<string> {
  return eventually(async () => {
    await vscode.commands.executeCommand('acceptSelectedSuggestion');
    return editor.document.getText();
  }, isWanted);
}

describe('Completion', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  it('offers the missing fields of a page, those required first, and the values next', async () => {
    const items = await offered(await open('---\ntype: competitor\n|\n---\n'));
    const fields = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Property);
    assert.deepEqual(fields.map(labelOf).slice(0, 2), ['threat', 'reviewed']);
    assert.equal(itemNamed(items, 'threat').command?.command, 'editor.action.triggerSuggest');
  });

  it('offers pages of the right type with title and state', async () => {
    const items = await offered(await open('---\ntype: strategy\ncompetitors: [pu|\n---\n'));
    const { label, filterText } = itemNamed(items, 'purenorth');
    assert.deepEqual(label, {
      label: 'purenorth',
      detail: '  PureNorth',
      description: 'high · reviewed 47 days ago',
    });
    assert.equal(filterText, 'purenorth PureNorth');
  });

  it('shows of a page what stands in it, without HTML and commands', async () => {
    const items = await offered(
      await open('---\ntype: strategy\ncompetitors: [purenorth|]\n---\n'),
      undefined,
      20,
    );
    const { documentation } = itemNamed(items, 'purenorth');
    assert.instanceOf(documentation, vscode.MarkdownString);
    const markdown = documentation as vscode.MarkdownString;
    assert.include(markdown.value, 'Reviewed 47 days ago');
    assert.include(markdown.value, 'Aarhus');
    assert.notOk(markdown.isTrusted);
    assert.notOk(markdown.supportHtml);
  });

  it('writes the day that words mean', async () => {
    const editor = await open('---\ntype: decision\ndue: next fr|\n---\n');
    const text = await takeFirst(editor, (now) => now.includes('due: 2026-'));
    assert.equal(text, '---\ntype: decision\ndue: 2026-12-04\n---\n');
  });

  it('writes the day that a count of weeks means', async () => {
    const editor = await open('---\ntype: decision\ndue: +2w|\n---\n');
    const text = await takeFirst(editor, (now) => now.includes('due: 2026-'));
    assert.equal(text, '---\ntype: decision\ndue: 2026-12-07\n---\n');
  });

  it('offers activities behind a time, those of most time first', async () => {
    const items = await offered(
      await open('---\ntype: log\ndate: 2026-11-23\n---\n\n## Time\n\n- 1h |\n'),
      ' ',
    );
    const activities = items.filter(({ kind }) => kind === vscode.CompletionItemKind.Class).map(labelOf);
    assert.include(activities, 'certification');
    assert.equal(activities[0], 'sales-motivation');
  });

  it('closes a wiki link', async () => {
    const editor = await open('---\ntype: decision\n---\n\nSee [[purenor|\n');
    const text = await takeFirst(editor, (now) => now.includes('purenorth'));
    assert.equal(text, '---\ntype: decision\n---\n\nSee [[purenorth]]\n');
  });

  it('is silent in a text while it is typed', async () => {
    const editor = await open('---\ntype: decision\nsize: minor\nopened: 2026-11-23\n---\n\nSome text |\n');
    const items = await offered(editor, ' ');
    assert.deepEqual(items.filter(({ kind }) => kind !== wordOfTheText).map(labelOf), []);
  });

  it('puts a whole page into an empty file of its folder', async () => {
    const editor = await open('comp|', `competitors/${folder}.md`);
    try {
      const items = await offered(editor);
      const whole = itemNamed(items, 'Competitor page');
      assert.isTrue(whole.preselect);
      const text = await takeFirst(editor, (now) => now.includes('## Our answer'));
      assert.match(
        text.replaceAll('\r\n', '\n'),
        /^---\ntype: competitor\n[\s\S]*reviewed: 2026-11-23\n---\n/,
      );
    } finally {
      await closeEditors();
      await vscode.workspace.fs.delete(fileUri(`competitors/${folder}.md`));
    }
  });

  it('works in a document that has no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\ntype: strategy\ncompetitors: []\n---\n',
    });
    const items = await offered(await show(document, document.getText().indexOf(']')));
    assert.equal(labelOf(itemNamed(items, 'purenorth')), 'purenorth');
  });

  it('comes up by itself with the first letter of a field', async () => {
    const editor = await open('---\ntype: product\n|\n---\n');
    await vscode.commands.executeCommand('type', { text: 'h' });
    const text = await accepted(editor, (now) => now.includes('health'));
    assert.match(text, /^---\ntype: product\nhealth: (?:on-track)?\n---\n$/);
  });

  it('works with CRLF', async () => {
    const editor = await open('---\r\ntype: product\r\nheal|\r\n---\r\n');
    const text = await takeFirst(editor, (now) => now.includes('health'));
    assert.match(text, /^---\r\ntype: product\r\nhealth: (?:on-track)?\r\n---\r\n$/);
  });
});
