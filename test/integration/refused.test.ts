import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  activate,
  applyFix,
  bookFolder,
  closeEditors,
  eventually,
  fileUri,
  fixesFor,
  readFile,
  writeFile,
} from './support';

const folder = 'scratch-refused';
const decision = '---\ntype: decision\nsize: minor\nopened: 2026-11-20\n---\n';
const { window } = vscode;
const show = window.showErrorMessage;
let shown: string[] = [];
let count = 0;

/** A page of its own for each test, open in an editor. */
async function open(text: string): Promise<{ path: string; document: vscode.TextDocument }> {
  const path = `${folder}/page-${++count}.md`;
  await writeFile(path, text);
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await window.showTextDocument(document);
  return { path, document };
}

async function applyFirstFix(path: string, rule: string): Promise<void> {
  const [fix] = await eventually(
    () => fixesFor(path, rule),
    (fixes) => fixes.length > 0,
  );
  await applyFix(fix);
}

async function assertRefused(
  { path, document }: { path: string; document: vscode.TextDocument },
  text: string,
  reason: RegExp,
): Promise<void> {
  await eventually(
    () => shown,
    (messages) => messages.length > 0,
  );
  assert.lengthOf(shown, 1);
  assert.match(shown[0] as string, reason);
  assert.equal(document.getText(), text);
  if (!document.isDirty) assert.equal(await readFile(path), text);
}

describe('What cannot be changed safely', () => {
  before(activate);
  beforeEach(() => {
    shown = [];
    window.showErrorMessage = async (message: string) => {
      shown.push(message);
      return undefined;
    };
  });
  afterEach(async () => {
    window.showErrorMessage = show;
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true });
  });

  for (const [what, body, reason] of [
    ['a code fence', '# T\n\n```js\nconst a = 1;\n', /a code fence that begins on line \d+ is never closed/],
    ['a comment', '# T\n\n<!-- To be written\n', /a comment .* that begins on line \d+ is never closed/],
  ] as const) {
    it(`leaves a page as it is whose section would stand in ${what}, and says what to close`, async () => {
      const text = `---\ntype: trend\nfactor: legal\nimpact: 2\nobserved: 2026-11-01\n---\n\n${body}`;
      const page = await open(text);
      await applyFirstFix(page.path, 'section-missing');
      await assertRefused(page, text, new RegExp(`^Nothing was changed in .*${reason.source}; close it`));
    });
  }

  it('leaves a field as it is that a YAML alias repeats, and says so', async () => {
    const text = `---\ntype: trend\nfactor: &a Legal\nimpact: 2\nobserved: 2026-11-01\nmore: *a\n---\n\n# T\n`;
    const page = await open(text);
    await applyFirstFix(page.path, 'field-invalid');
    await assertRefused(page, text, /^Nothing was changed in .*alias/);
  });

  it('ticks nothing but the box where the next one would not be read, and says so', async () => {
    const text = `${decision}\n[^1]: - [ ] @me -> @finance: figures due:2026-12-01 every:1w\n`;
    const page = await open(text);
    const editor = window.activeTextEditor as vscode.TextEditor;
    const box = page.document.positionAt(text.indexOf('[ ]') + 1);
    editor.selection = new vscode.Selection(box, box.translate(0, 1));
    await vscode.commands.executeCommand('type', { text: 'x' });
    await assertRefused(page, text.replace('[ ]', '[x]'), /^Nothing was changed in .*would read otherwise/);
  });

  it('ticks nothing where the commitment of a row is gone, and says so', async () => {
    const text = `${decision}\n- [ ] @me -> @finance: figures due:2026-12-01\n`;
    const page = await open(text);
    const { scheme, authority, path: root } = bookFolder();
    const row = { root: `${scheme}://${authority}${root}`, path: page.path, commitment: 'me>rnd: gone' };
    await vscode.commands.executeCommand('statusBook.commitment.keep', row);
    await assertRefused(page, text, /no longer there/);
  });
});
