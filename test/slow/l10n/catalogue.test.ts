import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { cataloguePath, catalogueText } from '../../../src/tools/messages';
import { pseudo } from '../../../src/tools/pseudo';

const root = join(__dirname, '../../..');
const patterns = Object.keys(JSON.parse(readFileSync(join(root, cataloguePath), 'utf8')));

describe('The catalogue of messages', () => {
  it('holds what the sources and the tables say', function () {
    this.timeout(120_000);
    assert.equal(
      readFileSync(join(root, cataloguePath), 'utf8'),
      catalogueText(root),
      'run “npm run generate”',
    );
  });

  it('holds messages that can be read, in English and in the language that nobody speaks', () => {
    assert.ok(patterns.length > 1_000);
    for (const pattern of patterns) {
      for (const text of [pattern, pseudo(pattern)])
        new IntlMessageFormat(text, 'en', {}, { ignoreTag: true });
    }
  });

  it('is the one that translations go by', () => {
    const known = new Set(patterns);
    for (const name of readdirSync(join(root, 'l10n'))) {
      if (name === 'bundle.l10n.json') continue;
      const translated = Object.keys(JSON.parse(readFileSync(join(root, 'l10n', name), 'utf8')));
      assert.deepEqual(
        translated.filter((pattern) => !known.has(pattern)),
        [],
        name,
      );
    }
  });
});
