import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, rulesOf, writeFile } from './support';

const folder = 'scratch-hover';
let count = 0;

/** What is told where `|` stands in a new page, ours alone. */
async function told(marked: string): Promise<vscode.MarkdownString[]> {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const path = `${folder}/page-${++count}.md`;
  const document = await vscode.workspace.openTextDocument(await writeFile(path, text));
  return toldAt(document, document.positionAt(offset));
}

async function toldAt(
  document: vscode.TextDocument,
  position: vscode.Position,
): Promise<vscode.MarkdownString[]> {
  const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers.flatMap(({ contents }) =>
    contents.flatMap((content) => (content instanceof vscode.MarkdownString ? [content] : [])),
  );
}

/** As it reads, without the backslashes before marks. */
function textOf(markdown: readonly vscode.MarkdownString[]): string {
  return markdown.map(({ value }) => value.replace(/\\([!-/:-@[-`{-~])/g, '$1')).join('\n');
}

describe('Hover', () => {
  before(activate);
  afterEach(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(folder), { recursive: true }).then(undefined, () => undefined);
  });

  it('explains a page that a field names, from its file', async () => {
    const text = textOf(await told('---\ntype: strategy\ncompetitors: [pure|north]\n---\n'));
    assert.include(text, 'PureNorth');
    assert.include(text, 'Reviewed 47 days ago · due every 30 days');
    assert.include(text, 'Aarhus');
  });

  it('tells what a field means and which rules look at it', async () => {
    const text = textOf(await told('---\ntype: competitor\nrevi|ewed: 2026-11-20\n---\n'));
    assert.include(text, 'The day on which this analysis was last gone through.');
    assert.match(text, /\[competitor-stale\]\(<.*docs\/rules\/competitor-stale\.md>\)/);
  });

  it('tells an activity’s share of the window', async () => {
    const text = textOf(await told('---\ntype: log\ndate: 2026-11-23\n---\n\n## Time\n\n- 1h lia|ison\n'));
    assert.include(text, 'Liaison · Daily'.replace('Liaison', '**Liaison**'));
    assert.match(text, /Last 28 days: .* % of the time/);
  });

  it('tells the ledger of a department', async () => {
    const text = textOf(await told('---\ntype: decision\n---\n\n- [ ] @rn|d: x due:2026-12-01\n'));
    assert.match(text, /@rnd → you: 4 of 7 kept in time \(57 %\)/);
  });

  it('explains what was found', async () => {
    const document = await vscode.workspace.openTextDocument(fileUri('competitors/purenorth.md'));
    await eventually(
      () => rulesOf('competitors/purenorth.md'),
      (rules) => rules.includes('competitor-stale'),
    );
    const line = document
      .getText()
      .split('\n')
      .findIndex((text) => text.startsWith('reviewed:'));
    const text = textOf(await toldAt(document, new vscode.Position(line, 12)));
    assert.include(text, '*What to do:* Go through the page');
  });

  it('runs neither HTML nor commands', async () => {
    await writeFile(
      `${folder}/evil.md`,
      '---\ntype: competitor\ntitle: "[x](command:workbench.action.quit) <script>x</script>"\n---\n',
    );
    const found = await eventually(
      () => told('---\ntype: strategy\ncompetitors: [ev|il]\n---\n'),
      (markdown) => textOf(markdown).includes('workbench'),
    );
    for (const { isTrusted, supportHtml, value } of found) {
      assert.notOk(isTrusted);
      assert.notOk(supportHtml);
      assert.notInclude(value, '](command:');
      assert.notInclude(value.replaceAll('\\<', ''), '<script>');
    }
  });

  it('works in a document that has no file yet', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\ntype: decision\n---\n\n[[purenorth]]\n',
    });
    assert.include(textOf(await toldAt(document, new vscode.Position(4, 4))), 'PureNorth');
  });
});
