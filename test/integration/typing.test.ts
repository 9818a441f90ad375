import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, writeFile } from './support';

const folder = 'scratch-typing';
let count = 0;

/** Opens a page of the sample book with the cursors where `|` stands. */
async function open(marked: string): Promise<vscode.TextEditor> {
  const parts = marked.split('|');
  const document = await vscode.workspace.openTextDocument(
    await writeFile(`${folder}/page-${++count}.md`, parts.join('')),
  );
  const editor = await vscode.window.showTextDocument(document);
  const offsets = parts.slice(0, -1).map((_, index) => parts.slice(0, index + 1).join('').length);
  editor.selections = offsets.map((offset) => {
    const position = document.positionAt(offset);
    return new vscode.Selection(position, position);
  });
  return editor;
}

interface KeyBinding {
  key: string;
  command: string;
  args?: unknown;
  when: string;
}

/** What the manifest binds to Enter while a context key has a value. */
function enterBinding(value: string): KeyBinding {
  const extension = vscode.extensions.getExtension('product-status-book.product-status-book');
  const { keybindings = [] } = extension?.packageJSON.contributes ?? {};
  const binding = (keybindings as KeyBinding[]).find(
    ({ key, when }) => key === 'enter' && when.includes(`statusBook.enterInEntries == ${value}`),
  );
  if (!binding) throw new Error(`Enter is not bound for “${value}”`);
  return binding;
}

async function pressEnter(value: string): Promise<void> {
  const { command, args } = enterBinding(value);
  await vscode.commands.executeCommand(command, args);
}

const log = (...lines: string[]): string =>
  ['---', 'type: log', 'date: 2026-11-20', '---', '', '## Time', '', ...lines, ''].join('\n');

describe('Typing help', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  it('goes on with a list of entries with the same marker, and takes one step to undo', async () => {
    const { document } = await open(log('* 9:00-10:15 liaison: call|', '* 1h promotion'));
    await pressEnter('continue');
    assert.equal(document.getText(), log('* 9:00-10:15 liaison: call', '* ', '* 1h promotion'));
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), log('* 9:00-10:15 liaison: call', '* 1h promotion'));
  });

  it('keeps the line endings of the file', async () => {
    const { document } = await open(log('- 9:00-10:15 liaison|').replaceAll('\n', '\r\n'));
    await pressEnter('continue');
    assert.equal(document.getText(), log('- 9:00-10:15 liaison', '- ').replaceAll('\n', '\r\n'));
  });

  it('ends the list in an empty item', async () => {
    const { document } = await open(log('- 9:00-10:15 liaison', '- |'));
    await pressEnter('end');
    assert.equal(document.getText(), log('- 9:00-10:15 liaison', ''));
  });

  it('offers the time that the entry before ended', async () => {
    const { document } = await open(log('- 9:00-10:15 liaison|'));
    await pressEnter('continue');
    await eventually(
      async () => {
        await vscode.commands.executeCommand('editor.action.inlineSuggest.trigger');
        await vscode.commands.executeCommand('editor.action.inlineSuggest.commit');
        return document.getText();
      },
      (text) => text === log('- 9:00-10:15 liaison', '- 10:15-'),
    );
  });

  it('pastes a path as it is unless the user picks the link', async () => {
    const { document } = await open('---\ntype: trend\n---\n\nSee |\n');
    await vscode.env.clipboard.writeText('competitors/purenorth.md');
    await vscode.commands.executeCommand('editor.action.clipboardPasteAction');
    await eventually(
      () => document.getText(),
      (text) => text === '---\ntype: trend\n---\n\nSee competitors/purenorth.md\n',
    );
  });
});
