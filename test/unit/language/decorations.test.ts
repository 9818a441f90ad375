import assert from 'node:assert/strict';
import { activityRanges, overdueDates } from '../../../src/core/language/decorations/decorations';
import type { Page } from '../../../src/core/model/page';
import { bookOf, lines, log, page, plainBook, textAt, today } from '../support/books';

describe('the colour of overdue dates', () => {
  function overdueIn(front: string, ...items: string[]): string[] {
    const text = page(front, lines(...items.map((item) => `- ${item}`)));
    const book = bookOf({ 'book.md': plainBook, 'x.md': text });
    return overdueDates(book.page('x.md') as Page, book, today).map((range) => textAt(text, range));
  }

  it('is on the due dates of open promises before today', () => {
    assert.deepEqual(
      overdueIn(
        'type: decision',
        '[ ] @rnd: a due:2026-11-22 made:2026-11-01',
        '[ ] @rnd: b due:2026-11-23',
        '[x] @rnd: c due:2026-11-20',
        '[ ] @rnd: d',
        '[ ] @nobody: e due:2026-11-20',
        '[ ] call due:2026-11-20',
      ),
      ['due:2026-11-22'],
    );
  });

  it('is not on pages that are closed', () => {
    assert.deepEqual(overdueIn('type: decision\ndecided: 2026-11-20', '[ ] @rnd: a due:2026-11-22'), []);
  });
});

describe('the colour of activities', () => {
  it('is that of their horizon, own and titled ones included', () => {
    const book = bookOf({
      'book.md': page('type: book\nactivities: [{ id: fairs, title: Village fairs, horizon: long }]'),
      'log/2026-11-23.md': log(
        '2026-11-23',
        '1h liaison: a',
        '1h Sales motivation: b',
        '9:00-9:30: trade-show',
        '1h Village fairs: c',
        '1h nothing-known: d',
        'not an entry: liaison',
      ),
    });
    const found = book.page('log/2026-11-23.md') as Page;
    const text = log(
      '2026-11-23',
      '1h liaison: a',
      '1h Sales motivation: b',
      '9:00-9:30: trade-show',
      '1h Village fairs: c',
    );
    const shown = (horizon: 'daily' | 'short' | 'long'): string[] =>
      (activityRanges(found, book).get(horizon) ?? []).map((range) => textAt(text, range));
    assert.deepEqual(shown('daily'), ['liaison', 'Sales motivation']);
    assert.deepEqual(shown('short'), ['trade-show']);
    assert.deepEqual(shown('long'), ['Village fairs']);
  });
});
