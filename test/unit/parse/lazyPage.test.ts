import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/model/page';
import { LazyPage, pageAt } from '../../../src/core/parse/lazyPage';
import { parsePage } from '../../../src/core/parse/parsePage';

const text =
  '---\ntype: log\ndate: 2026-11-23\n---\n\n- 1h liaison: @sales\n- [ ] me -> @qa due:2026-11-24\n';
const parsed = parsePage('a/x.md', text) as Page;

describe('a page that is parsed when it is asked for', () => {
  it('says what the parsed page says, when another page was asked in between, too', () => {
    const lazy = LazyPage.of('a/x.md', text) as LazyPage;
    const other = LazyPage.of('y.md', '---\ntype: trend\nid: z\n---\n') as LazyPage;
    for (const name of Object.keys(parsed) as (keyof Page)[]) {
      assert.deepEqual(lazy[name], parsed[name], name);
      assert.equal(other.entries.length, 0);
    }
    assert.equal(lazy.idRange, undefined);
  });

  it('answers for every part of a page', () => {
    const whole = parsePage('x.md', text.replace('type', 'id: other\ntype')) as Page;
    const lazy = LazyPage.of('x.md', text.replace('type', 'id: other\ntype')) as Page;
    const missing = Object.keys(whole).filter((name) => !(name in lazy));
    assert.deepEqual(missing, []);
  });

  it('has its text', () => {
    assert.equal(LazyPage.of('x.md', text)?.text, text);
  });

  it('is the same page under another path', () => {
    const moved = pageAt(LazyPage.of('a/x.md', text) as LazyPage, 'b/x.md');
    assert.equal(moved.path, 'b/x.md');
    assert.equal(moved.id, 'x');
    assert.deepEqual(moved.entries, parsed.entries);
  });

  it('is no page where the text makes none', () => {
    assert.equal(LazyPage.of('x.md', '# Notes\n'), undefined);
  });
});
