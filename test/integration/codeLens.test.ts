import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, readFile, restoreFile } from './support';

/** The lenses of a page, resolved as in view. */
async function lensesOf(path: string): Promise<vscode.CodeLens[]> {
  const document = await vscode.workspace.openTextDocument(fileUri(path));
  await vscode.window.showTextDocument(document);
  const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
    'vscode.executeCodeLensProvider',
    document.uri,
    100,
  );
  return lenses.sort((a, b) => a.range.start.compareTo(b.range.start));
}

async function titlesOf(path: string): Promise<string[]> {
  return (await lensesOf(path)).map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

describe('Code lenses', () => {
  before(activate);
  afterEach(closeEditors);

  it('tell of a competitor its references, its age and its predictions', async () => {
    const titles = await titlesOf('competitors/purenorth.md');
    assert.match(titles[0] ?? '', /^1 \d+ references$/);
    assert.deepEqual(titles.slice(1), [
      '1 $(warning)\u00a0Reviewed 47 days ago · due every 30 days',
      '1 Mark as reviewed today',
      '9 6 predictions: 4 settled, 1 due, 1 unanswered',
      '9 Brier score of the whole book: 0.15 over 13 predictions',
      '42 $(warning)\u00a0Due 8 days ago: enter its outcome',
      '48 $(warning)\u00a0Unanswered: weighs 5.4 (a response from 5 on)',
    ]);
  });

  it('tell on today’s log the day, and leave the window to the finding on it', async () => {
    assert.deepEqual(await titlesOf('log/2026-11-23.md'), [
      '1 Today: 3 h 20 min and a running timer · Daily 2 h 20 min · Short-term 1 h',
    ]);
  });

  it('tell on a budget the pace of sales and spending, and on a list the promises kept', async () => {
    const titles = await titlesOf('budgets/budget-taiwan-2026.md');
    assert.match(titles.join('\n'), /Sales at \d+ % of plan · forecast [\d,]+ of 240,000 EUR/);
    assert.match(titles.join('\n'), /Spent 14,600 of [\d,]+ EUR planned by now · 30,000 EUR in all/);
    assert.match(titles.join('\n'), /@me → @finance kept \d+ of \d+/);
  });

  it('mark the page as reviewed with one click', async () => {
    const path = 'competitors/purenorth.md';
    const before = await readFile(path);
    try {
      const action = (await lensesOf(path)).find(
        ({ command }) => command?.title === 'Mark as reviewed today',
      );
      assert.exists(action?.command);
      await vscode.commands.executeCommand(
        action?.command?.command ?? '',
        ...(action?.command?.arguments ?? []),
      );
      assert.match(await readFile(path), /^reviewed: 2026-11-23$/m);
      const after = await eventually(
        () => titlesOf(path),
        (titles) => titles.includes('1 Reviewed today · due every 30 days'),
      );
      assert.notInclude(after, '1 Mark as reviewed today');
    } finally {
      await restoreFile(path, before);
    }
  });

  it('lead to every reference', async () => {
    const [references] = await lensesOf('competitors/purenorth.md');
    const [uri, , locations] = (references?.command?.arguments ?? []) as [
      vscode.Uri,
      vscode.Position,
      vscode.Location[],
    ];
    assert.equal(references?.command?.command, 'editor.action.showReferences');
    assert.equal(uri.toString(), fileUri('competitors/purenorth.md').toString());
    assert.equal(references?.command?.title, `${locations.length} references`);
    for (const location of locations) {
      const document = await vscode.workspace.openTextDocument(location.uri);
      assert.match(document.getText(new vscode.Range(location.range.start, location.range.end)), /purenorth/);
    }
  });

  it('follow what is typed', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('log/2026-11-23.md'));
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(10, 0), '- 2h exploration\n'));
    assert.include(
      await titlesOf('log/2026-11-23.md'),
      '1 Today: 5 h 20 min and a running timer · Daily 2 h 20 min · Short-term 1 h · Long-term 2 h',
    );
  });

  it('can be switched off, all of them or by kind', async () => {
    const path = 'competitors/purenorth.md';
    const configuration = vscode.workspace.getConfiguration('statusBook.codeLens');
    const target = vscode.ConfigurationTarget.Workspace;
    try {
      await configuration.update('show', { predictions: false, references: false }, target);
      assert.deepEqual(await titlesOf(path), [
        '1 $(warning)\u00a0Reviewed 47 days ago · due every 30 days',
        '1 Mark as reviewed today',
      ]);
      await configuration.update('enabled', false, target);
      assert.deepEqual(await titlesOf(path), []);
    } finally {
      await configuration.update('show', undefined, target);
      await configuration.update('enabled', undefined, target);
    }
  });
});
