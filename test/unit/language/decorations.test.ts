import assert from 'node:assert/strict';
import { bandMarks, overdueDates } from '../../../src/core/language/decorations/decorations';
import type { Page } from '../../../src/core/model/page';
import { bookOf, type Files, lines, log, page, plainBook, textAt, today } from '../support/books';

function marksOn(path: string, files: Files): string[] {
  const book = bookOf(files);
  return bandMarks(book.page(path) as Page, book, today).map(({ text, tone }) => `${text} ${tone}`);
}

/** Logs of 50 hours: daily 31 (62 %), short 14 (28 %), long 5 (10 %). */
const logs: Files = {
  'log/2026-11-20.md': log('2026-11-20', '20h status-book', '4h exploration'),
  'log/2026-11-23.md': log('2026-11-23', '11h liaison', '14h promotion', '1h product-vision'),
};

describe('the marks of horizons out of their bands', () => {
  it('stand on the newest log page, with the side on which each lies', () => {
    assert.deepEqual(marksOn('log/2026-11-23.md', logs), ['▲ Daily far', '▼ Long-term far']);
    const book = bookOf(logs);
    const [mark] = bandMarks(book.page('log/2026-11-23.md') as Page, book, today);
    assert.ok(mark);
    assert.equal(textAt(logs['log/2026-11-23.md'] as string, mark.range), 'Time');
  });

  it('stand on no older page, and not on one of a day to come', () => {
    assert.deepEqual(marksOn('log/2026-11-20.md', logs), []);
    const planned = { ...logs, 'log/2026-11-24.md': log('2026-11-24', '9h liaison') };
    assert.deepEqual(marksOn('log/2026-11-24.md', planned), []);
    assert.deepEqual(marksOn('log/2026-11-23.md', planned), ['▲ Daily far', '▼ Long-term far']);
  });

  it('tell what is nearly inside from what is far out', () => {
    const files = { 'log/a.md': log('2026-11-23', '281m status-book', '125m promotion', '94m exploration') };
    const book = { 'book.md': page('type: book\nbalance: {minimumHours: 1}') };
    assert.deepEqual(marksOn('log/a.md', { ...book, ...files }), ['▲ Daily near']);
  });

  it('are absent in balance, and below the minimum of hours', () => {
    const balanced = { 'log/a.md': log('2026-11-23', '25h status-book', '14h promotion', '11h exploration') };
    assert.deepEqual(marksOn('log/a.md', balanced), []);
    assert.deepEqual(marksOn('log/a.md', { 'log/a.md': log('2026-11-23', '25h status-book') }), []);
  });

  it('need a Time heading', () => {
    const files = { 'log/a.md': page('type: log\ndate: 2026-11-23', '- 50h status-book\n') };
    assert.deepEqual(marksOn('log/a.md', files), []);
  });
});

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
