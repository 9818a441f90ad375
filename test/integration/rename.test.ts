import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, exists, fileUri, readFile, writeFile } from './support';

let count = 0;
/** A folder of its own for each test. */
let folder = '';

const voice = (title: string, id?: string): string =>
  `---\ntype: voice\ntitle: ${title}\n${id ? `id: ${id}\n` : ''}---\n# ${title}\n\n> Quote\n`;
const idea = (evidence: string, body: string): string =>
  `---\ntype: opportunity\nevidence: [${evidence}] # why\n---\n# Idea\n\n${body}\n`;

async function write(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [path, text] of Object.entries(files)) await writeFile(`${folder}/${path}`, text);
}

/** The text of a file as VS Code has it, saved or not. */
async function textOf(path: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(fileUri(`${folder}/${path}`))).getText();
}

async function placeIn(path: string, words: string): Promise<[vscode.Uri, vscode.Position]> {
  const document = await vscode.workspace.openTextDocument(fileUri(`${folder}/${path}`));
  const at = document.getText().indexOf(words);
  assert.isAtLeast(at, 0);
  return [document.uri, document.positionAt(at + 1)];
}

function referencesAt(uri: vscode.Uri, position: vscode.Position): Thenable<vscode.Location[]> {
  return vscode.commands.executeCommand('vscode.executeReferenceProvider', uri, position);
}

/** What F2 would do at some words of a page. */
async function renameAt(
  path: string,
  words: string,
  newName: string,
  references: number,
): Promise<vscode.WorkspaceEdit> {
  const [uri, position] = await placeIn(path, words);
  await eventually(
    async () => (await referencesAt(uri, position)).length,
    (found) => found >= references,
  );
  return vscode.commands.executeCommand('vscode.executeDocumentRenameProvider', uri, position, newName);
}

async function eventuallyReads(path: string, text: string): Promise<void> {
  await eventually(
    () => textOf(path),
    (shown) => shown === text,
  );
}

async function moveFile(from: string, to: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.renameFile(fileUri(`${folder}/${from}`), fileUri(`${folder}/${to}`));
  assert.isTrue(await vscode.workspace.applyEdit(edit));
}

async function knowsAll(path: string, words: string, references: number): Promise<void> {
  const [uri, position] = await placeIn(path, words);
  await eventually(
    async () => (await referencesAt(uri, position)).length,
    (found) => found >= references,
  );
}

async function setMode(mode: string | undefined): Promise<void> {
  await vscode.workspace
    .getConfiguration('statusBook')
    .update('updateReferencesOnMove', mode, vscode.ConfigurationTarget.Workspace);
}

/** Time for whoever would do something more to do it. */
function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}

describe('Renaming', () => {
  before(activate);
  beforeEach(() => {
    folder = `scratch-rename/${++count}`;
  });
  afterEach(async () => {
    await setMode(undefined);
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri('scratch-rename'), { recursive: true });
  });

  it('a page by F2 on a reference renames its file and every reference, and is not followed a second time', async () => {
    await setMode('always');
    await write({
      'voices/rn-old.md': voice('Old'),
      'a.md': idea('rn-old', '[[rn-old|x]]'),
      'b.md': idea('glasvol', 'See [it](voices/rn-old.md#old).'),
    });
    const edit = await renameAt('a.md', 'rn-old', 'rn-new', 4);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await eventuallyReads('a.md', idea('rn-new', '[[rn-new|x]]'));
    await eventuallyReads('b.md', idea('glasvol', 'See [it](voices/rn-new.md#old).'));
    assert.isTrue(await exists(`${folder}/voices/rn-new.md`));
    assert.isFalse(await exists(`${folder}/voices/rn-old.md`));
    await pause(500);
    assert.equal(await textOf('a.md'), idea('rn-new', '[[rn-new|x]]'));
    assert.equal(await textOf('b.md'), idea('glasvol', 'See [it](voices/rn-new.md#old).'));
  });

  it('a page by F2 on its id field changes the field, unsaved text and CRLF kept', async () => {
    const crlf = (text: string): string => text.replaceAll('\n', '\r\n');
    await write({ 'x.md': crlf(voice('X', 'rn-id')), 'a.md': idea('rn-id', '') });
    const document = await vscode.workspace.openTextDocument(fileUri(`${folder}/a.md`));
    const typed = new vscode.WorkspaceEdit();
    typed.insert(document.uri, new vscode.Position(6, 0), '[[rn-id]] ');
    await vscode.workspace.applyEdit(typed);
    const edit = await renameAt('x.md', 'rn-id', 'rn-id-2', 3);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await eventuallyReads('x.md', crlf(voice('X', 'rn-id-2')));
    assert.equal(document.getText(), idea('rn-id-2', '[[rn-id-2]] '));
    assert.isTrue(await exists(`${folder}/x.md`));
  });

  it('a page by F2 whose id field and file are called alike changes both', async () => {
    await write({ 'rn-i.md': voice('I', 'rn-i').replace('> Quote', '> [[rn-i]]'), 'a.md': idea('rn-i', '') });
    const edit = await renameAt('rn-i.md', 'rn-i', 'rn-j', 3);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await eventuallyReads('rn-j.md', voice('I', 'rn-j').replace('> Quote', '> [[rn-j]]'));
    await eventuallyReads('a.md', idea('rn-j', ''));
    assert.isFalse(await exists(`${folder}/rn-i.md`));
  });

  it('a heading renames the links to it', async () => {
    await write({
      'rn-h.md': voice('Old title'),
      'a.md': idea('rn-h', '[[rn-h#Old title]] [x](rn-h.md#old-title)'),
    });
    const edit = await renameAt('rn-h.md', 'Old title\n\n', 'New title', 5);
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    await eventuallyReads('a.md', idea('rn-h', '[[rn-h#New title]] [x](rn-h.md#new-title)'));
    assert.include(await textOf('rn-h.md'), '# New title\n');
  });

  it('shows the id in the input, whatever the reference looks like', async () => {
    await write({ 'rn-p.md': voice('P'), 'a.md': idea('"rn-p"', '[x](rn-p.md)') });
    await knowsAll('a.md', 'rn-p.md', 3);
    for (const words of ['"rn-p"', 'rn-p.md']) {
      const [uri, position] = await placeIn('a.md', words);
      const prepared = await vscode.commands.executeCommand<{ placeholder: string }>(
        'vscode.prepareRename',
        uri,
        position,
      );
      assert.equal(prepared.placeholder, 'rn-p');
    }
  });

  it('to an id that cannot be does nothing, and nobody else renames instead', async () => {
    await write({ 'rn-r.md': voice('R'), 'a.md': idea('rn-r', '[[rn-r]] [x](rn-r.md)') });
    for (const words of ['[[rn-r', '(rn-r']) {
      for (const name of ['glasvol', 'a/b', 'a:b']) {
        const edit = await renameAt('a.md', words, name, 4);
        assert.equal(edit.size, 0, `${words} ${name}`);
      }
    }
  });

  it('a page in the Explorer updates its references where that is wanted, and saves them', async () => {
    await setMode('always');
    await write({
      'voices/rn-m.md': voice('M').replace('> Quote', '> [[glasvol]] and [the](../a.md)'),
      'a.md': idea('rn-m', '[x](voices/rn-m.md)'),
    });
    await knowsAll('a.md', 'rn-m', 3);
    await moveFile('voices/rn-m.md', 'archive/2026/rn-n.md');
    await eventually(
      () => readFile(`${folder}/a.md`),
      (text) => text === idea('rn-n', '[x](archive/2026/rn-n.md)'),
    );
    await eventually(
      () => readFile(`${folder}/archive/2026/rn-n.md`),
      (text) => text.includes('> [[glasvol]] and [the](../../a.md)'),
    );
  });

  it('a folder in the Explorer updates references to all its pages, and leaves those among them', async () => {
    await setMode('always');
    await write({
      'one/rn-f.md': voice('F'),
      'one/g.md': idea('rn-f', '[x](rn-f.md) [y](../a.md)'),
      'a.md': idea('rn-f', '[x](one/rn-f.md)'),
    });
    await knowsAll('a.md', 'rn-f', 5);
    await moveFile('one', 'deep/two');
    await eventually(
      () => readFile(`${folder}/a.md`),
      (text) => text === idea('rn-f', '[x](deep/two/rn-f.md)'),
    );
    await eventually(
      () => readFile(`${folder}/deep/two/g.md`),
      (text) => text === idea('rn-f', '[x](rn-f.md) [y](../../a.md)'),
    );
  });

  it('a page in the Explorer saves the only page that refers to it', async () => {
    await setMode('always');
    await write({ 'rn-u.md': voice('U'), 'a.md': idea('rn-u', '[[rn-u]]') });
    await knowsAll('a.md', 'rn-u', 3);
    await moveFile('rn-u.md', 'rn-v.md');
    await eventually(
      () => readFile(`${folder}/a.md`),
      (text) => text === idea('rn-v', '[[rn-v]]'),
    );
  });

  it('a page in the Explorer leaves references alone where that is wanted', async () => {
    await setMode('never');
    await write({ 'rn-s.md': voice('S'), 'a.md': idea('rn-s', '[[rn-s]]') });
    await knowsAll('a.md', 'rn-s', 3);
    await moveFile('rn-s.md', 'rn-t.md');
    await pause(1000);
    assert.equal(await textOf('a.md'), idea('rn-s', '[[rn-s]]'));
  });

  it('works in a page that has no file yet', async () => {
    await write({ 'rn-w.md': voice('W') });
    await knowsAll('rn-w.md', 'voice', 1);
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: idea('rn-w', '[[rn-w]]'),
    });
    const edit = await vscode.commands.executeCommand<vscode.WorkspaceEdit>(
      'vscode.executeDocumentRenameProvider',
      untitled.uri,
      untitled.positionAt(untitled.getText().indexOf('rn-w')),
      'rn-x',
    );
    assert.isTrue(await vscode.workspace.applyEdit(edit));
    assert.equal(untitled.getText(), idea('rn-x', '[[rn-x]]'));
    assert.isTrue(await exists(`${folder}/rn-x.md`));
  });
});
