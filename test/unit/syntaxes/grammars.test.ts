import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { grammarContributions, grammarFiles, grammars } from '../../../src/tools/grammars';

const root = join(__dirname, '../../..');
const { contributes } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  contributes: { grammars: object[] };
};
const remedy = 'run “npm run generate”';

// What the grammars mark is tested with VS Code’s own ones, once that is installed: test/browser/grammar.test.ts.
describe('the grammars', () => {
  it('are contributed by the manifest, each injected into Markdown', () => {
    assert.deepEqual(contributes.grammars, grammarContributions(), remedy);
  });

  it('are all that lies in syntaxes', () => {
    const files = readdirSync(join(root, 'syntaxes')).map((name) => `syntaxes/${name}`);
    assert.deepEqual(files.sort(), Object.keys(grammarFiles()).sort(), remedy);
  });

  it('mark nothing but what the project’s scopes are for', () => {
    const names = [...JSON.stringify(grammars).matchAll(/"name":"([^"]+)"/g)].map(([, name]) => name);
    assert.ok(names.length > 20);
    assert.deepEqual(
      names.filter((name) => !name?.endsWith('.status-book')),
      [],
    );
  });
});
