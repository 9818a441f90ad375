import assert from 'node:assert/strict';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, page, today } from '../support/books';

const sections = '## Summary\n## Strengths\n## Weaknesses\n## Pricing\n## Our answer\n';

/** The rules that report something about a competitor of high threat, reviewed 10 days ago. */
function rulesFor(book: string, overrides: object): string[] {
  const index = bookOf({
    'book.md': page(`type: book\n${book}`),
    'c.md': page('type: competitor\nthreat: high\nreviewed: 2026-11-13', sections),
  });
  index.setOverrides(overrides);
  return new BookChecker(index, { today }).findingsOf('c.md').map(({ rule }) => rule);
}

describe('settings of the editor', () => {
  it('win over the cadence of book.md', () => {
    assert.ok(!rulesFor('', {}).includes('competitor-stale'));
    assert.ok(
      rulesFor('cadence: {competitor: {high: 60}}', { cadence: { competitor: { high: 7 } } }).includes(
        'competitor-stale',
      ),
    );
  });

  it('leave alone what they do not name', () => {
    const rules = rulesFor('cadence: {competitor: {high: 7}}', {
      cadence: { competitor: { low: 5 }, product: 3 },
    });
    assert.ok(rules.includes('competitor-stale'));
  });

  it('are left aside where they make no sense', () => {
    for (const cadence of [null, 7, 'often', [], { competitor: 'often' }, { competitor: { high: -1 } }]) {
      assert.ok(!rulesFor('', { cadence }).includes('competitor-stale'), JSON.stringify(cadence));
    }
  });

  it('set window, hours and bands of the balance', () => {
    const index = bookOf({ 'book.md': page('type: book\nbalance: {windowDays: 14, daily: [30, 50]}') });
    index.setOverrides({ balance: { minimumHours: 5, daily: [50, 60] } });
    const { windowDays, minimumHours, bands } = index.settings;
    assert.deepEqual([windowDays, minimumHours, bands.daily], [14, 5, [50, 60]]);
  });

  it('hold when book.md is written anew', () => {
    const index = bookOf({ 'book.md': page('type: book') });
    index.setOverrides({ cadence: { product: 3 } });
    index.set('book.md', bookOf({ 'book.md': page('type: book\ncadence: {product: 9}') }).bookPage ?? null);
    assert.equal(index.settings.cadence.product, 3);
  });
});
