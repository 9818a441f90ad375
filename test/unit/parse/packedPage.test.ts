import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Page } from '../../../src/core/model/page';
import { packPage, unpackPage } from '../../../src/core/parse/packedPage';
import { parsePage } from '../../../src/core/parse/parsePage';
import { StoredPage } from '../../../src/core/parse/storedPage';
import { markdownPage } from './markdownPages';
import { yamls } from './yamlTexts';

const types = fc.constantFrom('log', 'competitor', 'budget');

function assertKept(text: string): void {
  const parsed = parsePage('some/page.md', text);
  if (!parsed) return;
  const { path, id, title, type, ...content } = parsed;
  assert.deepEqual(unpackPage(packPage(parsed), type), content, JSON.stringify(text));
}

describe('a packed page', () => {
  it('says what the page says, for every page of the sample book', () => {
    const folder = join(__dirname, '../../../examples');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const pages = names.filter((name) => name.endsWith('.md'));
    assert.ok(pages.length > 50);
    for (const name of pages) assertKept(readFileSync(join(folder, name), 'utf8'));
  });

  it('says what the page says, whatever stands in front matter and body', () => {
    fc.assert(
      fc.property(types, yamls, markdownPage, (type, yaml, body) => {
        assertKept(`---\ntype: ${type}\n${yaml}---\n${body}`);
      }),
      { numRuns: 1500, interruptAfterTimeLimit: 20_000, markInterruptAsFailure: false },
    );
  });

  it('keeps numbers that JSON does not have', () => {
    assertKept('---\ntype: budget\na: .inf\nb: -.inf\nc: .nan\nd: -0\ne: 0x1f\nf: 1e400\ng: 007\n---\n');
  });

  it('keeps aliases as what they stand for', () => {
    assertKept('---\ntype: budget\nlines: &all\n  - item: "x\\u2028y"\nmore: *all\n---\n');
  });

  it('has no line breaks, whatever the page says', () => {
    const parsed = parsePage('x.md', '---\ntype: log\ntitle: "a\\nb\\u2028c"\n---\n<!-- a\nb -->\n') as Page;
    assert.doesNotMatch(packPage(parsed), /[\n\r]/);
  });
});

describe('a stored page', () => {
  const parsed = parsePage(
    'a/x.md',
    '---\ntype: log\ndate: 2026-11-23\n---\n\n- 1h liaison: @sales\n',
  ) as Page;

  it('answers as the parsed page does, after what was unpacked is forgotten, too', () => {
    const stored = StoredPage.of(parsed);
    const fresh = StoredPage.unpacked(stored.path, stored);
    for (const name of Object.keys(parsed) as (keyof Page)[]) {
      assert.deepEqual(stored[name], parsed[name], name);
      assert.deepEqual(fresh[name], parsed[name], name);
    }
    assert.equal(fresh.idRange, undefined);
  });

  it('is the same page under another path', () => {
    const moved = StoredPage.of(parsed).at('b/y.md');
    assert.equal(moved.path, 'b/y.md');
    assert.equal(moved.id, 'x');
    assert.deepEqual(moved.entries, parsed.entries);
  });
});
