import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri, rulesOf, writeFile } from './support';

const path = 'inbox/navigation-test.md';
const text = [
  '---',
  'type: decision',
  'size: minor',
  'opened: 2026-11-20',
  'competitors:',
  '  - purenorth',
  'nonsense: # keeps a finding here, so that one sees when the page is read',
  '---',
  '# Navigation',
  '',
  'See [[purenorth#Pricing|their prices]], [them](../competitors/purenorth.md#our-answer) and [[purenorth]].',
  '',
].join('\n');

let document: vscode.TextDocument;

/** The place of the nth occurrence of a text, and so many characters on. */
function placeOf(words: string, nth = 0, on = 1): vscode.Position {
  let at = -1;
  for (let count = 0; count <= nth; count++) at = document.getText().indexOf(words, at + 1);
  assert.isAtLeast(at, 0);
  return document.positionAt(at + on);
}

function execute<T>(command: string, ...given: unknown[]): Thenable<T> {
  return vscode.commands.executeCommand<T>(`vscode.execute${command}Provider`, ...given);
}

function lineOf(uri: vscode.Uri, range: vscode.Range): string {
  return `${vscode.workspace.asRelativePath(uri, false)}:${range.start.line + 1}`;
}

async function definitions(position: vscode.Position): Promise<string[]> {
  const found = await execute<(vscode.Location | vscode.LocationLink)[]>(
    'Definition',
    document.uri,
    position,
  );
  return found.map((place) =>
    'targetUri' in place ? lineOf(place.targetUri, place.targetRange) : lineOf(place.uri, place.range),
  );
}

async function headingLine(page: string, heading: string): Promise<number> {
  const target = await vscode.workspace.openTextDocument(fileUri(page));
  return target.getText().split(/\r?\n/).indexOf(heading) + 1;
}

describe('Navigation', () => {
  before(async () => {
    await activate();
    await writeFile(path, text);
    document = await vscode.workspace.openTextDocument(fileUri(path));
    await eventually(
      () => definitions(placeOf('purenorth')),
      (found) => found.length > 0,
    );
  });
  after(async () => {
    await closeEditors();
    await vscode.workspace.fs.delete(fileUri(path));
    await eventually(
      () => rulesOf(path),
      (rules) => rules.length === 0,
    );
  });

  it('leads from a field to a page that nobody opened', async () => {
    assert.deepEqual(await definitions(placeOf('purenorth')), ['competitors/purenorth.md:1']);
  });

  it('leads from a wiki link and from a Markdown link to a heading, to each once', async () => {
    const pricing = await headingLine('competitors/purenorth.md', '## Pricing');
    const answer = await headingLine('competitors/purenorth.md', '## Our answer');
    assert.isAbove(pricing, 1);
    assert.deepEqual(await definitions(placeOf('Pricing')), [`competitors/purenorth.md:${pricing}`]);
    const uniquePlaces = new Set(await definitions(placeOf('our-answer')));
    assert.deepEqual([...uniquePlaces], [`competitors/purenorth.md:${answer}`]);
  });

  it('finds all references in all three forms, open or not', async () => {
    const found = await execute<vscode.Location[]>('Reference', document.uri, placeOf('purenorth'));
    const lines = found.map(({ uri, range }) => lineOf(uri, range));
    assert.includeMembers(lines, [`${path}:6`, `${path}:11`, 'plans/response-purenorth-price-cut.md:9']);
    assert.includeMembers(
      found.filter(({ uri }) => uri.path === document.uri.path).map(({ range }) => document.getText(range)),
      ['purenorth', 'purenorth#Pricing|their prices', '../competitors/purenorth.md#our-answer'],
    );
  });

  it('names no place twice where VS Code finds the same one', async () => {
    const found = await execute<vscode.Location[]>('Reference', document.uri, placeOf('purenorth]]'));
    const places = new Set(
      found.map(({ uri, range }) => `${uri} ${range.start.line}:${range.start.character}`),
    );
    const overlapping = found.filter(({ uri }) => uri.path === document.uri.path);
    assert.lengthOf(overlapping, 4 + (found.length - places.size));
  });

  it('makes names clickable, each once', async () => {
    // VS Code's own Markdown support takes its time at first.
    const links = await eventually(
      () => execute<vscode.DocumentLink[]>('Link', document.uri),
      (found) => found.length >= 4,
    );
    const shown = links.map(({ range }) => document.getText(range)).sort();
    assert.deepEqual(shown, [
      '../competitors/purenorth.md#our-answer',
      'purenorth',
      'purenorth',
      'purenorth#Pricing',
    ]);
    const heading = links.find(({ range }) => document.getText(range) === 'purenorth#Pricing');
    assert.match(heading?.target?.fragment ?? '', /^L\d+$/);
  });

  it('marks where else on the page a page is named', async () => {
    const found = await vscode.commands.executeCommand<vscode.DocumentHighlight[]>(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf('purenorth'),
    );
    assert.deepEqual(
      found.map(({ range }) => range.start.line + 1),
      [6, 11, 11, 11],
    );
  });

  it('folds the front matter', async () => {
    const folds = await execute<vscode.FoldingRange[]>('FoldingRange', document.uri);
    assert.deepInclude(
      folds.map(({ start, end }) => ({ start, end })),
      { start: 0, end: 7 },
    );
  });

  it('finds pages by id and by title', async () => {
    const byId = await execute<vscode.SymbolInformation[]>('WorkspaceSymbol', 'voice-noise');
    assert.include(
      byId.map(({ containerName, location }) => `${containerName} ${lineOf(location.uri, location.range)}`),
      'Voice of the customer voices/voice-noise-ro600.md:1',
    );
  });

  it('leaves the outline of headings as it is', async () => {
    const found = await execute<vscode.DocumentSymbol[]>('DocumentSymbol', document.uri);
    assert.deepEqual(
      found.map(({ name }) => name),
      ['# Navigation'],
    );
  });

  it('works in a page that has no file yet', async () => {
    const untitled = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '---\ntype: voice\n---\nSee [[purenorth]].\n',
    });
    const found = await execute<vscode.LocationLink[]>('Definition', untitled.uri, new vscode.Position(3, 8));
    assert.deepEqual(
      found.map(({ targetUri }) => vscode.workspace.asRelativePath(targetUri, false)),
      ['competitors/purenorth.md'],
    );
  });
});
