import { assert } from 'chai';
import * as vscode from 'vscode';
import {
  activate,
  applyFix,
  closeEditors,
  eventually,
  fileUri,
  fixesAt,
  fixesFor,
  readFile,
  rulesOf,
  writeFile,
} from './support';

let count = 0;
/** A file of its own for each test. */
let path = '';

async function withPage(text: string): Promise<vscode.TextDocument> {
  await writeFile(path, text);
  await eventually(
    () => rulesOf(path),
    (rules) => rules.length > 0,
  );
  return vscode.workspace.openTextDocument(fileUri(path));
}

describe('Quick fixes', () => {
  before(activate);
  beforeEach(() => {
    path = `scratch-fixes/page-${++count}.md`;
  });
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri('scratch-fixes'), { recursive: true });
  });

  it('mark a stale competitor as reviewed today, changing that line alone, as one undoable edit', async () => {
    const text = await readFile('competitors/purenorth.md');
    const document = await withPage(text.replaceAll('\n', '\r\n'));
    const [fix] = await fixesFor(path, 'competitor-stale');
    assert.equal(fix?.title, 'Mark as reviewed today');
    assert.isTrue(fix?.isPreferred);
    await vscode.window.showTextDocument(document);
    await applyFix(fix);
    assert.equal(
      document.getText(),
      text.replace('reviewed: 2026-10-07', 'reviewed: 2026-11-23').replaceAll('\n', '\r\n'),
    );
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('competitor-stale'),
    );
    await vscode.commands.executeCommand('undo');
    assert.equal(document.getText(), text.replaceAll('\n', '\r\n'));
  });

  it('replace a misspelled activity by the nearest known one', async () => {
    const document = await withPage(
      '---\ntype: log\ndate: 2026-11-01\n---\n\n## Time\n\n- 1h market-inteligence: calls\n',
    );
    const [fix] = await fixesFor(path, 'activity-unknown');
    await applyFix(fix);
    assert.include(document.getText(), '- 1h market-intelligence: calls\n');
  });

  it('add a missing field and insert a missing section', async () => {
    const document = await withPage(
      '---\ntype: trend\nfactor: legal\nimpact: 2\n---\n\n# T\n\n## What we see\n',
    );
    const filledIn = applyFix((await fixesFor(path, 'field-missing'))[0]);
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText();
      },
      (text) => text.includes('impact: 2\nobserved: 2026-11-23\n---'),
    );
    await filledIn;
    await eventually(
      () => rulesOf(path),
      (rules) => !rules.includes('field-missing'),
    );
    await applyFix((await fixesFor(path, 'section-missing'))[0]);
    assert.match(document.getText(), /## What we see\n\n## So what\n/);
  });

  it('create the page that a field names, in the folder of its type, once it is known what it needs', async () => {
    await withPage(
      '---\ntype: decision\nsize: minor\nopened: 2026-11-20\nproducts: [night-owl]\n---\n\n# D\n',
    );
    const fixes = await fixesFor(path, 'reference-broken');
    const create = fixes.find(({ title }) => title.startsWith('Create'));
    assert.equal(create?.title, 'Create the product “night-owl”');
    const created = fileUri('products/night-owl.md');
    const carriedOut = applyFix(create);
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return vscode.window.activeTextEditor?.document.uri.path;
      },
      (shown) => shown === created.path,
    );
    await carriedOut;
    assert.match(
      vscode.window.activeTextEditor?.document.getText() ?? '',
      /^---\ntype: product\nstage: concept\nhealth: on-track\nupdated: 2026-11-23\n/,
    );
    await closeEditors();
    await vscode.workspace.fs.delete(created);
  });

  it('are those of the text as typed, not of the text as last checked', async () => {
    const document = await withPage(
      '---\ntype: log\ndate: 2026-11-01\n---\n\n## Time\n\n- 1h market-inteligence: calls\n',
    );
    const editor = await vscode.window.showTextDocument(document);
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), ''));
    await editor.edit((edit) => edit.insert(new vscode.Position(6, 0), 'A line.\n\n'));
    const actions = await fixesAt(document, new vscode.Range(9, 8, 9, 8));
    const [fix] = actions.filter(({ title }) => title.includes('market-intelligence'));
    await applyFix(fix);
    assert.equal(document.lineAt(9).text, '- 1h market-intelligence: calls');
  });

  it('ask what only the user can know, and take what is suggested on Enter', async () => {
    const document = await withPage(
      '---\ntype: decision\nsize: minor\nopened: 2026-11-20\n---\n\n# D\n\n- [ ] @rnd: a unit due:2026-11-20\n',
    );
    const fixes = await fixesFor(path, 'commitment-overdue');
    const carriedOut = applyFix(fixes.find(({ title }) => title === 'Agree on a new day…'));
    await eventually(
      async () => {
        await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
        return document.getText();
      },
      (text) => text.includes('- [ ] @rnd: a unit due:2026-11-30 was:2026-11-20\n'),
    );
    await carriedOut;
  });

  it('review a trend and the strategy that assumes it together, as one edit', async () => {
    await writeFile(
      'scratch-fixes/calm.md',
      '---\ntype: strategy\nyears: 3\nadvantage: a\nreviewed: 2026-10-01\nassumes: [old-trend]\n---\n\n# Calm\n',
    );
    path = 'scratch-fixes/old-trend.md';
    const document = await withPage(
      '---\ntype: trend\nfactor: market\nobserved: 2026-01-01\nimpact: 5\n---\n\n# Old\n',
    );
    const [fix] = await eventually(
      () => fixesFor(path, 'trend-stale'),
      (fixes) => fixes[0]?.title.includes('“Calm”') === true,
    );
    await applyFix(fix);
    assert.include(document.getText(), 'impact: 5\nreviewed: 2026-11-23\n');
    const strategy = await vscode.workspace.openTextDocument(fileUri('scratch-fixes/calm.md'));
    assert.include(strategy.getText(), 'reviewed: 2026-11-23\n');
    await vscode.window.showTextDocument(document);
  });

  it('that are safe are made all at once by source.fixAll.statusBook', async () => {
    const document = await withPage(
      '---\ntype: trend\nfactor: Legal\nimpct: 2\nobserved: 2026-11-01\n---\n\n# T\n',
    );
    const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      document.uri,
      new vscode.Range(0, 0, 0, 0),
      'source.fixAll.statusBook',
    );
    await applyFix(actions[0]);
    assert.equal(
      document
        .getText()
        .replace(/<!--.*-->/g, '')
        .replace(/\n+/g, '\n'),
      '---\ntype: trend\nfactor: legal\nimpact: 2\nobserved: 2026-11-01\n---\n# T\n## What we see\n## So what\n',
    );
  });

  it('that are safe are made on save where the user wants that', async () => {
    const inMarkdown = vscode.workspace.getConfiguration('', { languageId: 'markdown' });
    const update = (value: object | undefined): Thenable<void> =>
      inMarkdown.update('editor.codeActionsOnSave', value, vscode.ConfigurationTarget.Global, true);
    await update({ 'source.fixAll.statusBook': 'explicit' });
    try {
      const document = await withPage('---\ntype: region\ntarget: 100\nadaptation: None\n---\n\n# North\n');
      const editor = await vscode.window.showTextDocument(document);
      await editor.edit((edit) => edit.insert(new vscode.Position(6, 7), ' coast'));
      await document.save();
      await eventually(
        () => readFile(path),
        (text) => text.includes('adaptation: none\n') && text.includes('# North coast'),
      );
    } finally {
      await update(undefined);
    }
  });

  it('are offered once where they fix several findings alike', async () => {
    const document = await withPage('---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n\n# C\n');
    const fixes = await fixesFor(path, 'section-missing');
    const all = fixes.filter(({ title }) => title === 'Insert all 5 missing sections');
    assert.lengthOf(all, 1);
    await applyFix(all[0]);
    assert.lengthOf(document.getText().match(/^## /gm) ?? [], 5);
  });
});
