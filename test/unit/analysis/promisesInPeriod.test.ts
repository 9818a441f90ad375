import assert from 'node:assert/strict';
import { type PeriodPromises, promisesInPeriod } from '../../../src/core/analysis/promisesInPeriod';
import { trustOf } from '../../../src/core/analysis/trust';
import { addDays } from '../../../src/core/model/calendarDate';
import { sampleFiles } from '../report/support';
import { bookOf, lines, page, today } from '../support/books';

/** Week 47 of 2026, looked at on its Sunday. */
const week = { from: '2026-11-16', to: '2026-11-22', asOf: '2026-11-22', until: '2026-11-29' };

function listed(tasks: readonly string[], period = week): Record<keyof PeriodPromises, string[]> {
  const book = bookOf({
    'log/2026-11-01.md': page('type: log\ndate: 2026-11-01', lines('## Time', '', ...tasks)),
  });
  const found = promisesInPeriod(book, period);
  return Object.fromEntries(
    (Object.entries(found) as [string, PeriodPromises['kept']][]).map(([name, promises]) => [
      name,
      promises.map(({ commitment }) => commitment.text),
    ]),
  ) as Record<keyof PeriodPromises, string[]>;
}

/** The one list in which a promise stands. */
function listOf(task: string, period = week): string | undefined {
  return Object.entries(listed([task], period)).find(([, texts]) => texts.length > 0)?.[0];
}

describe('promises in a period', () => {
  const cases: readonly (readonly [what: string, task: string, list: string | undefined])[] = [
    ['done on its day', '- [x] @rnd: x due:2026-11-18 done:2026-11-18', 'kept'],
    ['done weeks before its day', '- [x] @rnd: x due:2026-11-18 done:2026-10-01', 'kept'],
    ['done without a day', '- [x] @rnd: x due:2026-11-18', 'kept'],
    ['done a day late', '- [x] @rnd: x due:2026-11-18 done:2026-11-19', 'broken'],
    ['open and past its day', '- [ ] @rnd: x due:2026-11-18', 'broken'],
    ['re-dated to the future', '- [ ] @rnd: x due:2026-12-18 was:2026-11-18', 'broken'],
    ['done only after the period', '- [x] @rnd: x due:2026-11-18 done:2026-11-23', 'broken'],
    ['due on the first day of the period', '- [ ] @rnd: x due:2026-11-16', 'broken'],
    ['due on the day it is looked at', '- [ ] @rnd: x due:2026-11-22', 'next'],
    ['due behind the period', '- [ ] @rnd: x due:2026-11-29', 'next'],
    ['due behind what is next', '- [ ] @rnd: x due:2026-11-30', undefined],
    ['due before the period and open', '- [ ] @rnd: x due:2026-11-15', 'overdue'],
    ['due before the period and done in it', '- [x] @rnd: x due:2026-11-15 done:2026-11-17', 'late'],
    ['due before the period and done before it', '- [x] @rnd: x due:2026-11-15 done:2026-11-15', undefined],
    ['due before the period and done after it', '- [x] @rnd: x due:2026-11-15 done:2026-11-23', 'overdue'],
    ['due behind the period and done in it', '- [x] @rnd: x due:2026-11-25 done:2026-11-20', 'early'],
    ['due behind the period and done before it', '- [x] @rnd: x due:2026-11-25 done:2026-11-02', undefined],
    ['of an unknown department', '- [ ] @nobody: x due:2026-11-18', undefined],
    ['without a day', '- [ ] @rnd: x', undefined],
  ];
  for (const [what, task, list] of cases) {
    it(`puts one ${what} ${list === undefined ? 'nowhere' : `under “${list}”`}`, () => {
      assert.equal(listOf(task), list);
    });
  }

  it('does not call a promise broken while its day lasts, nor one of a day to come', () => {
    const running = { ...week, asOf: '2026-11-18' };
    assert.equal(listOf('- [ ] @rnd: x due:2026-11-18', running), 'next');
    assert.equal(listOf('- [ ] @rnd: x due:2026-11-20', running), 'next');
    assert.equal(listOf('- [ ] @rnd: x due:2026-11-17', running), 'broken');
  });

  it('lists by day', () => {
    const { broken } = listed(['- [ ] @rnd: later due:2026-11-19', '- [ ] @rnd: sooner due:2026-11-17']);
    assert.deepEqual(broken, ['sooner', 'later']);
  });

  it('counts over 90 days what reliability counts', () => {
    const book = bookOf(sampleFiles());
    const trust = trustOf(book, today);
    const { kept, broken } = promisesInPeriod(book, {
      from: addDays(today, -90),
      to: addDays(today, -1),
      asOf: today,
      until: today,
    });
    assert.equal(
      kept.length,
      trust.reduce((sum, pair) => sum + pair.kept, 0),
    );
    assert.equal(
      kept.length + broken.length,
      trust.reduce((sum, pair) => sum + pair.all, 0),
    );
    assert.ok(kept.length > 10 && broken.length > 3);
  });
});
