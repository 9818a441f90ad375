import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { allRules } from '../../../src/core/rules/allRules';
import { internalError } from '../../../src/core/rules/internalError';
import { pageTypes } from '../../../src/core/schema/schema';
import { generatedFiles } from '../../../src/tools/generated';
import { manifestText } from '../../../src/tools/manifestText';

const root = join(__dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const manifest = JSON.parse(read('package.json')) as {
  main: string;
  browser: string;
  bin: Record<string, string>;
  engines: { vscode: string };
  activationEvents: string[];
  devDependencies: Record<string, string>;
  contributes: {
    configuration: { properties: Record<string, object> };
    commands: { command: string; category?: string }[];
    snippets: { path: string }[];
  };
};
const remedy = 'run “npm run generate”';

describe('what is derived from the tables', () => {
  for (const [path, text] of Object.entries(generatedFiles())) {
    it(`${path} is as the tables give it`, () => {
      assert.equal(read(path), text, remedy);
    });
  }

  it('leaves nothing in docs/rules but these pages and the examples', () => {
    const found = readdirSync(join(root, 'docs/rules'));
    const meant = ['examples', 'index.md', `${internalError.id}.md`, ...allRules.map(({ id }) => `${id}.md`)];
    assert.deepEqual(found.sort(), meant.sort(), remedy);
  });

  it('lists each rule in the index, by its duty and by the page that it watches', () => {
    const [families = '', pages = ''] = read('docs/rules/index.md').split(/## By page|## When a rule fails/);
    const listed = (text: string): string[] =>
      [...text.matchAll(/\[([a-z0-9-]+)\]\(\1\.md\)/g)].map(([, id]) => id as string);
    const ids = allRules.map(({ id }) => id).sort();
    assert.deepEqual(listed(families).sort(), ids, remedy);
    assert.deepEqual([...new Set(listed(pages))].sort(), ids, remedy);
  });

  it('has a page of documentation for each rule that names its severity and says what to do', () => {
    for (const { id, severity, remedy } of allRules) {
      const page = read(`docs/rules/${id}.md`);
      assert.ok(page.includes(severity) && page.includes(remedy), id);
    }
  });

  it('package.json has settings, views, commands, menus and keys as the tables give them', () => {
    assert.equal(manifestText(read('package.json')), read('package.json'), remedy);
  });

  it('derives again what somebody changed in package.json', () => {
    const { contributes, ...rest } = JSON.parse(read('package.json'));
    const { commands, menus, views, viewsWelcome, viewsContainers, keybindings } = contributes;
    for (const part of [commands, viewsWelcome, keybindings]) part.pop();
    for (const part of [menus, views, viewsContainers])
      for (const name of Object.keys(part)) part[name].pop();
    const { properties } = contributes.configuration;
    properties['statusBook.rules'].properties['log-missing'] = {};
    properties['statusBook.cadence'] = {};
    const changed = JSON.stringify({ ...rest, contributes, activationEvents: ['*'] });
    assert.deepEqual(JSON.parse(manifestText(changed)), JSON.parse(read('package.json')));
  });

  it('has a snippet for each page type, with all its sections', () => {
    const snippets = JSON.parse(read('snippets/status-book.code-snippets')) as Record<
      string,
      { prefix: string; body: string[] }
    >;
    const byPrefix = new Map(Object.values(snippets).map((snippet) => [snippet.prefix, snippet.body]));
    for (const { id, sections } of pageTypes) {
      const body = byPrefix.get(`sb-${id}`);
      assert.ok(body?.includes(`type: ${id}`), id);
      for (const { title } of sections) assert.ok(body?.includes(`## ${title}`), `${id}: ${title}`);
    }
  });
});

describe('the manifest', () => {
  it('contributes the snippets, each to the languages it names', () => {
    assert.deepEqual(manifest.contributes.snippets, [{ path: './snippets/status-book.code-snippets' }]);
  });

  it('names what the build makes', () => {
    const { main, browser, bin } = manifest;
    assert.deepEqual(
      [main, browser, bin['status-book']],
      ['./dist/extension.js', './dist/web/extension.js', 'dist/cli.js'],
    );
  });

  it('is active only where there is a book', () => {
    // A view or a panel of its own is only there where there was a book.
    const others = manifest.activationEvents.filter(
      (event) => !event.startsWith('onWebviewPanel:statusBook.'),
    );
    assert.deepEqual(others, ['workspaceContains:**/book.md']);
  });

  it('shows all commands under “Status Book”', () => {
    for (const { command, category } of manifest.contributes.commands) {
      assert.equal(category, 'Status Book', command);
    }
  });

  it('has types of the editor that are not newer than the editor it asks for', () => {
    const minor = (version: string | undefined): number => Number(/(\d+)\.(\d+)/.exec(version ?? '')?.[2]);
    assert.ok(minor(manifest.devDependencies['@types/vscode']) <= minor(manifest.engines.vscode));
  });

  it('has each command and setting described in the README', () => {
    const readme = read('README.md');
    for (const name of Object.keys(manifest.contributes.configuration.properties)) {
      assert.ok(readme.includes(name), name);
    }
  });
});
