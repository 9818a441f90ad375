import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, readFile, rulesOf, writeFile } from './support';

const asking = 'decisions/template-asks.md';
const created = ['products/night-owl.md', 'log/2026-12-01.md'];

describe('Templates of the book', () => {
  before(activate);

  afterEach(async () => {
    await closeEditors();
    for (const path of [asking, ...created, 'templates']) {
      await Promise.resolve(vscode.workspace.fs.delete(fileUri(path), { recursive: true })).catch(
        () => undefined,
      );
    }
    await vscode.commands.executeCommand('statusBook.rescan');
  });

  /** The page that a quick fix creates for a product that is not there. */
  async function productOfQuickFix(): Promise<string> {
    const uri = await writeFile(asking, '---\ntype: decision\nsize: minor\nopened: 2026-11-20\n---\n');
    const values = { stage: 'concept', health: 'on-track', updated: '2026-11-23' };
    const plan = {
      kind: 'createPage',
      title: 'Create the product',
      id: 'night-owl',
      type: 'product',
      values,
    };
    await vscode.commands.executeCommand('statusBook.applyFix', uri, plan);
    const text = await readFile('products/night-owl.md');
    await vscode.workspace.fs.delete(fileUri('products/night-owl.md'));
    await vscode.commands.executeCommand('statusBook.rescan');
    return text;
  }

  it('give the text of pages that a quick fix creates', async () => {
    await writeFile(
      'templates/product.md',
      '---\ntype: product\nstage: concept\nhealth: on-track\nupdated: {{today}}\n---\n\n# {{title}}\n\n## Ours\n',
    );
    await vscode.commands.executeCommand('statusBook.rescan');
    assert.equal(
      await productOfQuickFix(),
      '---\ntype: product\nstage: concept\nhealth: on-track\nupdated: 2026-11-23\n---\n\n# Night owl\n\n## Ours\n',
    );
  });

  it('are taken as they are typed, before they are saved', async () => {
    const uri = await writeFile('templates/product.md', '---\ntype: product\n---\n\n# {{title}}\n');
    await vscode.commands.executeCommand('statusBook.rescan');
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await editor.edit((edit) => edit.insert(new vscode.Position(5, 0), '\nTyped just now.\n'));
    const text = await eventually(productOfQuickFix, (page) => page.includes('Typed just now.'));
    assert.match(text, /^---\ntype: product\nstage: concept\n/);
  });

  it('give the text of the day’s log', async () => {
    await writeFile('templates/log.md', '# {{title}}\n\n## Time\n\n## Promises\n');
    await vscode.commands.executeCommand('statusBook.rescan');
    const configuration = vscode.workspace.getConfiguration('statusBook');
    await configuration.update('today', '2026-12-01', vscode.ConfigurationTarget.Workspace);
    try {
      await vscode.commands.executeCommand('statusBook.openTodaysLog');
      assert.equal(
        await readFile('log/2026-12-01.md'),
        '---\ntype: log\ndate: 2026-12-01\n---\n\n# 2026-12-01\n\n## Time\n\n## Promises\n',
      );
    } finally {
      await configuration.update('today', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('have no findings, whatever they lack', async () => {
    const text = '---\ntype: competitor\nthreat: {{title}}\n---\n';
    await writeFile('templates/competitor.md', text);
    await writeFile('competitors/template-like.md', text);
    await vscode.commands.executeCommand('statusBook.rescan');
    await eventually(
      () => rulesOf('competitors/template-like.md'),
      (rules) => rules.length > 0,
    );
    assert.deepEqual(rulesOf('templates/competitor.md'), []);
    await vscode.workspace.fs.delete(fileUri('competitors/template-like.md'));
  });

  it('that cannot be read give way to the built-in page', async () => {
    await writeFile('templates/product.md', '---\ntype: product\nstage: [concept\n---\n');
    await vscode.commands.executeCommand('statusBook.rescan');
    const text = await eventually(productOfQuickFix, (page) => page.includes('## Status\n'));
    assert.match(text, /^---\ntype: product\nstage: concept\nhealth: on-track\n/);
  });
});
