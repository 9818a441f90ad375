import { assert } from 'chai';
import * as vscode from 'vscode';
import { bookFolder, eventually, fileUri, keptFile, readFile } from './support';

const owing = 'budgets/budget-taiwan-2026.md';
const key = 'me>finance: comment on the half year and the October figures';
const line =
  '- [ ] @me -> @finance: comment on the half year and the October figures due:2026-11-17 made:2026-11-09';

/** A row as the menus hand it over. */
function row(path: string, more: object = {}): object {
  const { scheme, authority, path: folder } = bookFolder();
  return { root: `${scheme}://${authority}${folder}`, path, ...more };
}

describe('Rows of the views', () => {
  const original = keptFile(owing);

  it('are in five views that can be focused', async () => {
    for (const view of ['activities', 'products', 'market', 'commitments', 'agenda']) {
      await vscode.commands.executeCommand(`statusBook.${view}.focus`);
    }
    await vscode.commands.executeCommand('workbench.view.explorer');
  });

  it('close a commitment as kept today, and save a page that was as on disk', async () => {
    await vscode.commands.executeCommand('statusBook.commitment.keep', row(owing, { commitment: key }));
    const closed = `${line.replace('[ ]', '[x]')} done:2026-11-23`;
    assert.equal(await readFile(owing), original().replace(line, closed));
  });

  it('close it once and leave nothing unsaved, however fast that is asked for', async () => {
    const keep = (): Thenable<unknown> =>
      vscode.commands.executeCommand('statusBook.commitment.keep', row(owing, { commitment: key }));
    await Promise.all([keep(), keep(), keep()]);
    assert.equal((await readFile(owing)).split('done:2026-11-23').length, 2);
    const dirty = vscode.workspace.textDocuments.filter(({ isDirty }) => isDirty);
    assert.isEmpty(dirty.map(({ fileName }) => fileName));
  });

  it('close it so that undo opens it again', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(owing));
    await vscode.window.showTextDocument(document);
    await vscode.commands.executeCommand('statusBook.commitment.keep', row(owing, { commitment: key }));
    assert.include(document.getText(), 'done:2026-11-23');
    await vscode.commands.executeCommand('undo');
    await eventually(
      () => document.getText(),
      (text) => text === original(),
    );
  });

  it('find a commitment where it stands now, with unsaved lines above it, and leave the saving to the user', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(owing));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) =>
      edit.insert(document.positionAt(document.getText().indexOf(line)), '- First.\n'),
    );
    await vscode.commands.executeCommand('statusBook.commitment.keep', row(owing, { commitment: key }));
    assert.include(document.getText(), `- First.\n${line.replace('[ ]', '[x]')} done:2026-11-23`);
    assert.isTrue(document.isDirty);
    assert.equal(await readFile(owing), original());
  });

  it('drop a commitment, struck through', async () => {
    await vscode.commands.executeCommand('statusBook.commitment.drop', row(owing, { commitment: key }));
    assert.match(await readFile(owing), /- \[x\] ~~@me -> @finance: comment .*~~ dropped 2026-11-23\n/);
  });

  it('change nothing where the commitment is gone', async () => {
    await vscode.commands.executeCommand(
      'statusBook.commitment.keep',
      row(owing, { commitment: 'me>rnd: gone' }),
    );
    assert.equal(await readFile(owing), original());
  });

  it('open their place in the page, also to the side', async () => {
    const place = { range: { start: { line: 5, character: 0 }, end: { line: 5, character: 4 } } };
    for (const command of ['statusBook.row.open', 'statusBook.row.openToSide']) {
      await vscode.commands.executeCommand(command, row('competitors/purenorth.md', place));
      const editor = vscode.window.activeTextEditor;
      assert.equal(editor?.document.uri.toString(), fileUri('competitors/purenorth.md').toString());
      assert.equal(editor?.selection.active.line, 5);
    }
    assert.lengthOf(vscode.window.tabGroups.all, 2);
  });

  it('copy the wiki link of their page', async () => {
    await vscode.commands.executeCommand('statusBook.row.copyLink', row('competitors/purenorth.md'));
    assert.equal(await vscode.env.clipboard.readText(), '[[purenorth]]');
  });
});
