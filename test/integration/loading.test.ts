import { assert } from 'chai';
import * as vscode from 'vscode';
import { BookFiles } from '../../src/extension/books/bookFiles';
import { BookSession } from '../../src/extension/books/bookSession';
import { WorkspaceSync } from '../../src/extension/books/workspaceSync';
import { Clock } from '../../src/extension/clock';
import { Settings } from '../../src/extension/settings';
import { activate } from './support';

describe('Reading the books of a workspace', () => {
  const log = vscode.window.createOutputChannel('Status Book loading', { log: true });
  const settings = new Settings();
  const clock = new Clock(settings);
  const session = new BookSession(clock, settings);
  const sync = new WorkspaceSync(session, new BookFiles(log));
  const pages = (): number => session.books().reduce((sum, { index }) => sum + index.pageCount, 0);

  before(activate);
  after(() => {
    for (const each of [log, settings, clock, session]) each.dispose();
  });

  it('stops when it is told to', async () => {
    await sync.load(() => true);
    assert.isBelow(pages(), 20);
  });

  it('is made up for the next time', async () => {
    await sync.load();
    assert.isAbove(pages(), 100);
  });

  it('loses nothing that was read before when it is stopped', async () => {
    const before = pages();
    await sync.load(() => true);
    assert.equal(pages(), before);
  });
});
