import { assert } from 'chai';
import * as vscode from 'vscode';
import { eventually, fileUri, keptFile, readFile, restoreFile, rulesOf, writeFile } from './support';

const log = 'log/2026-11-23.md';
const running = '- 11:15-? competitor-response: numbers for the German price\n';
const stopped = running.replace('?', '12:00');

function command(name: string, given?: object): Thenable<unknown> {
  return vscode.commands.executeCommand(`statusBook.${name}`, given);
}

/** Takes the first row of the quick pick that a command opens, again and again until the command is done. */
async function takingFirst(done: Thenable<unknown>): Promise<void> {
  let isDone = false;
  const end = done.then(() => {
    isDone = true;
  });
  await eventually(
    async () => {
      if (!isDone) await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      return isDone;
    },
    (is) => is,
  );
  await end;
}

describe('The timer', () => {
  const original = keptFile(log);

  it('is stopped in the log where it runs, which is saved', async () => {
    await command('stopTimer', { at: '12:00' });
    assert.equal(await readFile(log), original().replace(running, stopped));
  });

  it('is stopped in one step that can be undone', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(log));
    await vscode.window.showTextDocument(document);
    await command('stopTimer', { at: '12:00' });
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), original());
  });

  it('leaves a log with unsaved changes unsaved', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(log));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(document.lineCount, 0), 'A thought.\n'));
    await command('stopTimer', { at: '12:00' });
    assert.include(document.getText(), stopped);
    assert.isTrue(document.isDirty);
    assert.equal(await readFile(log), original());
  });

  it('is not stopped before its start', async () => {
    await command('stopTimer', { at: '10:00' });
    assert.equal(await readFile(log), original());
  });

  it('is switched in one edit: the one ends where the other begins', async () => {
    await command('switchTimer', { activity: 'liaison', summary: 'call @rnd', at: '12:00' });
    assert.equal(
      await readFile(log),
      original().replace(running, `${stopped}- 12:00-? liaison: call @rnd\n`),
    );
  });

  it('changes its activity when it is switched in the minute of its start', async () => {
    await command('switchTimer', { activity: 'liaison', at: '11:15' });
    assert.equal(
      await readFile(log),
      original().replace(running, '- 11:15-? liaison: numbers for the German price\n'),
    );
  });

  it('is offered to be switched where another one is to be started', async () => {
    await takingFirst(command('startTimer', { activity: 'exploration', at: '12:00' }));
    assert.equal(await readFile(log), original().replace(running, `${stopped}- 12:00-? exploration\n`));
  });

  it('starts where none runs, with the time and words given', async () => {
    await restoreFile(log, original().replace(running, stopped));
    await command('startTimer', { activity: 'exploration', summary: 'two interviews', at: '13:05' });
    assert.equal(
      await readFile(log),
      original().replace(running, `${stopped}- 13:05-? exploration: two interviews\n`),
    );
  });

  it('sees at once what another window has written to the log', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri(log));
    await vscode.window.showTextDocument(document);
    const elsewhere = original().replace(running, `${stopped}- 12:00-? exploration\n`);
    await writeFile(log, elsewhere);
    await command('stopTimer', { at: '12:30' });
    assert.equal(await readFile(log), elsewhere.replace('12:00-?', '12:00-12:30'));
  });

  it('begins the log of the day where there is none', async () => {
    const configuration = vscode.workspace.getConfiguration('statusBook');
    await configuration.update('today', '2026-12-10', vscode.ConfigurationTarget.Workspace);
    try {
      await command('startTimer', { activity: 'liaison', at: '9:00' });
      const text = await readFile('log/2026-12-10.md');
      assert.match(text, /^---\ntype: log\ndate: 2026-12-10\n---\n/);
      assert.match(text, /^- 9:00-\? liaison$/m);
    } finally {
      await configuration.update('today', undefined, vscode.ConfigurationTarget.Workspace);
      await vscode.workspace.fs.delete(fileUri('log/2026-12-10.md'));
    }
  });

  it('that was left running days ago ends where the user says: first, where the next entry began', async () => {
    await restoreFile(log, original().replace(running, stopped));
    const friday = 'log/2026-11-20.md';
    const before = await readFile(friday);
    const open = before.replace(/^- 1h15m status-book.*$/m, '- 1:00-? liaison');
    await restoreFile(friday, open);
    try {
      await eventually(
        () => rulesOf(friday),
        (rules) => rules.includes('timer-left-running'),
      );
      await takingFirst(command('stopTimer'));
      assert.equal(await readFile(friday), open.replace('1:00-?', '1:00-9:30'));
    } finally {
      await restoreFile(friday, before);
    }
  });
});

describe('A page that another program writes at the same moment', () => {
  const original = keptFile(log);

  /** Writes a file as another program does, where the host has a disk. */
  async function writeElsewhere(text: string): Promise<void> {
    const fs = (
      globalThis as { process?: { getBuiltinModule?(name: string): typeof import('node:fs') } }
    ).process?.getBuiltinModule?.('node:fs');
    const uri = fileUri(log);
    if (fs && uri.scheme === 'file') fs.writeFileSync(uri.fsPath, text);
    else await writeFile(log, text);
  }

  function withLine(text: string, line: string): string {
    return text.replace(running, `${running}- 20m liaison: ${line}\n`);
  }

  for (const isOpen of [true, false]) {
    it(`is read again, edited and saved without a question, ${isOpen ? 'open' : 'closed'}`, async () => {
      const document = await vscode.workspace.openTextDocument(fileUri(log));
      if (isOpen) await vscode.window.showTextDocument(document);
      await writeElsewhere(withLine(original(), 'from elsewhere'));
      await command('stopTimer', { at: '12:00' });
      assert.equal(await readFile(log), withLine(original(), 'from elsewhere').replace(running, stopped));
      assert.isFalse(document.isDirty);
    });
  }

  it('loses neither what the command nor what the other program wrote, whichever comes first', async () => {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(fileUri(log)));
    for (let number = 1; number <= 5; number++) {
      const before = await readFile(log);
      await writeElsewhere(before.replace('## Time\n', `## Time\n\n- 5m liaison: other ${number}`));
      await command('logTime', { activity: 'exploration', time: '5m', summary: `own ${number}` });
    }
    const text = await readFile(log);
    for (let number = 1; number <= 5; number++) {
      assert.include(text, `liaison: other ${number}`);
      assert.include(text, `exploration: own ${number}`);
    }
  });

  it('is marked as reviewed all the same', async () => {
    const path = 'competitors/glasvol.md';
    const before = await readFile(path);
    const uri = fileUri(path);
    try {
      await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
      await writeFile(path, `${before}\nFrom elsewhere.\n`);
      await vscode.commands.executeCommand('statusBook.markAsReviewed', uri);
      const text = await readFile(path);
      assert.match(text, /^reviewed: 2026-11-23$/m);
      assert.include(text, 'From elsewhere.');
    } finally {
      await restoreFile(path, before);
    }
  });
});
