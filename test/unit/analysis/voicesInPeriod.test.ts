import assert from 'node:assert/strict';
import { backlogOf } from '../../../src/core/analysis/market';
import { backlogOn, voicesInPeriod } from '../../../src/core/analysis/voicesInPeriod';
import { sampleFiles } from '../report/support';
import { bookOf, page, today } from '../support/books';

function voice(fields: string): string {
  return page(`type: voice\ncustomer: A\nsentiment: -1\n${fields}`, '> Words.\n');
}

const from = '2026-11-16';
const to = '2026-11-22';

describe('voices in a period', () => {
  it('tell who waits, the most overdue first, with the days of the clock', () => {
    const book = bookOf({
      'voices/a.md': voice('received: 2026-11-01\nseverity: 2'),
      'voices/b.md': voice('received: 2026-11-10\nseverity: 4'),
    });
    const { waiting } = voicesInPeriod(book, from, to);
    assert.deepEqual(
      waiting.map(({ page: { id }, days, limit }) => [id, days, limit]),
      [
        ['b', 12, 2],
        ['a', 21, 30],
      ],
    );
  });

  it('count a voice as waiting that was answered or settled only later', () => {
    const book = bookOf({
      'voices/a.md': voice('received: 2026-11-01\nreplied: 2026-11-23'),
      'voices/b.md': voice('received: 2026-11-01\nresolved: 2026-11-23'),
      'voices/c.md': voice('received: 2026-11-23'),
      'voices/d.md': voice('received: 2026-11-01\nreplied: 2026-11-22'),
    });
    const { waiting, unsettled } = voicesInPeriod(book, from, to);
    assert.deepEqual(waiting.map(({ page: { id } }) => id).sort(), ['a', 'b']);
    assert.deepEqual(
      unsettled.map(({ id }) => id),
      ['d'],
    );
  });

  it('skip content customers', () => {
    const book = bookOf({
      'voices/a.md': page('type: voice\ncustomer: A\nsentiment: 2\nreceived: 2026-11-17'),
    });
    const { waiting, received } = voicesInPeriod(book, from, to);
    assert.equal(waiting.length, 0);
    assert.equal(received.length, 1);
  });

  it('tell what was received, replied to and settled from the first through the last day', () => {
    const book = bookOf({
      'voices/a.md': voice('received: 2026-11-16\nreplied: 2026-11-22\nresolved: 2026-11-22'),
      'voices/b.md': voice('received: 2026-11-15\nreplied: 2026-11-16\nresolved: 2026-11-23'),
      'voices/c.md': voice('received: 2026-11-15\nreplied: 2026-11-15'),
    });
    const { received, replied, resolved } = voicesInPeriod(book, from, to);
    assert.deepEqual(
      received.map(({ id }) => id),
      ['a'],
    );
    assert.deepEqual(
      replied.map(({ page: { id }, days }) => [id, days]),
      [
        ['b', 1],
        ['a', 6],
      ],
    );
    assert.deepEqual(
      resolved.map(({ id }) => id),
      ['a'],
    );
  });

  it('have today the backlog that every view shows', () => {
    const book = bookOf(sampleFiles());
    assert.equal(backlogOn(book, today), backlogOf(book, today).total);
    assert.ok(backlogOn(book, today) > 0);
  });

  it('had in the backlog of a past day what was open on it', () => {
    const book = bookOf({ 'voices/a.md': voice('received: 2026-11-01\nresolved: 2026-11-10\nseverity: 3') });
    assert.equal(backlogOn(book, '2026-10-31'), 0);
    assert.equal(backlogOn(book, '2026-11-09'), 3 * (8 / 7));
    assert.equal(backlogOn(book, '2026-11-10'), 0);
  });
});
