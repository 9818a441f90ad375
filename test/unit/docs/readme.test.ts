import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsePage } from '../../../src/core/parse/parsePage';

describe('the README', () => {
  it('shows pages that are read as what they are', () => {
    const readme = readFileSync(join(__dirname, '../../../README.md'), 'utf8');
    const pages = [...readme.matchAll(/^```markdown\n([\s\S]*?)^```/gm)].map((match) => match[1] as string);
    assert.deepEqual(
      pages.map((text) => {
        const page = parsePage('page.md', text);
        return [
          page?.type,
          page?.isReadable,
          page?.fields.length,
          page?.entries.length,
          page?.commitments.length,
        ];
      }),
      [
        ['book', true, 3, 0, 0],
        ['competitor', true, 4, 0, 0],
        ['log', true, 2, 3, 2],
      ],
    );
  });
});
