import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, exists, fileUri, keptFile, readFile, rulesOf, writeFile } from './support';

const log = 'log/2026-11-23.md';

describe('Commands', () => {
  const original = keptFile(log);

  it('of the manifest are all registered', async () => {
    const manifest = vscode.extensions.getExtension('product-status-book.product-status-book')?.packageJSON;
    const known = new Set(await vscode.commands.getCommands(true));
    const declared: string[] = manifest.contributes.commands.map(
      ({ command }: { command: string }) => command,
    );
    assert.isAtLeast(declared.length, 7);
    assert.deepEqual(
      declared.filter((command) => !known.has(command)),
      [],
    );
  });

  it('log time behind the last entry of today and save a log that was as on disk', async () => {
    await vscode.commands.executeCommand('statusBook.logTime', {
      activity: 'exploration',
      time: '45m',
      summary: 'interview',
    });
    assert.equal(
      await readFile(log),
      original().replace(
        '- 11:15-? competitor-response: numbers for the German price\n',
        '$&- 45m exploration: interview\n',
      ),
    );
  });

  it('log time without saving where the log had unsaved changes', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(log));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), 'A thought.\n'));
    await vscode.commands.executeCommand('statusBook.logTime', { activity: 'exploration', time: '45m' });
    assert.include(document.getText(), '- 45m exploration\n');
    assert.isTrue(document.isDirty);
    assert.equal(await readFile(log), original());
  });

  it('log nothing where the time is no time', async () => {
    await vscode.commands.executeCommand('statusBook.logTime', { activity: 'exploration', time: '1,5 h' });
    assert.equal(await readFile(log), original());
  });

  it('open today’s log, with the cursor behind the last entry', async () => {
    const shown = await eventually(
      async () => {
        await vscode.commands.executeCommand('statusBook.openTodaysLog');
        return vscode.window.activeTextEditor;
      },
      (editor) => editor?.document.uri.toString() === fileUri(log).toString(),
    );
    await eventually(
      () => shown?.document.lineAt(shown.selection.active.line).text,
      (line) => line === '- 11:15-? competitor-response: numbers for the German price',
    );
  });

  it('create today’s log from the skeleton where there is none', async () => {
    const configuration = vscode.workspace.getConfiguration('statusBook');
    await configuration.update('today', '2026-12-01', vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('statusBook.openTodaysLog');
      assert.match(await readFile('log/2026-12-01.md'), /^---\ntype: log\ndate: 2026-12-01\n---\n/);
      assert.notInclude(rulesOf('log/2026-12-01.md'), 'section-missing');
    } finally {
      await configuration.update('today', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(fileUri('log/2026-12-01.md'));
    }
    assert.isFalse(await exists('log/2026-12-01.md'));
  });

  it('mark the active page as reviewed: a product by its status date', async () => {
    const path = 'products/aquelle-us2.md';
    const before = await readFile(path);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(path)));
    await vscode.commands.executeCommand('statusBook.markAsReviewed');
    assert.match(await readFile(path), /^updated: 2026-11-23$/m);
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('status-stale'),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(vscode.window.activeTextEditor?.document.getText(), before);
    await vscode.window.activeTextEditor?.document.save();
  });

  it('mark a page of the Explorer as reviewed without opening it', async () => {
    const path = 'competitors/glasvol.md';
    const before = await readFile(path);
    await vscode.commands.executeCommand('statusBook.markAsReviewed', fileUri(path));
    assert.match(await readFile(path), /^reviewed: 2026-11-23$/m);
    await writeFile(path, before);
  });

  it('find with a rescan what no watcher told of', async () => {
    const path = 'competitors/unnoticed.md';
    await writeFile(path, '---\ntype: competitor\nthreat: high\nreviewed: 2026-01-01\n---\n\n# U\n');
    await vscode.commands.executeCommand('statusBook.rescan');
    await eventually(
      () => rulesOf(path),
      (rules) => rules.includes('competitor-stale'),
    );
    await vscode.workspace.fs.delete(fileUri(path));
    await vscode.commands.executeCommand('statusBook.rescan');
    await eventually(
      () => rulesOf(path),
      (rules) => rules.length === 0,
    );
  });

  it('check the book without changing what was found', async () => {
    const before = rulesOf('competitors/purenorth.md');
    await vscode.commands.executeCommand('statusBook.checkBook');
    await eventually(
      () => rulesOf('competitors/purenorth.md'),
      (rules) => JSON.stringify(rules) === JSON.stringify(before),
    );
  });
});
