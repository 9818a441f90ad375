import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/model/calendarDate';
import { meantPeriod, nextDay, readPeriod } from '../../../src/core/model/period';

const period = (text: string) => readPeriod(text) ?? assert.fail(text);

describe('a period', () => {
  for (const [text, meant] of [
    ['week', '1w'],
    ['2 weeks', '2w'],
    ['Weekly', '1w'],
    ['1 M', '1m'],
    ['quarter', '1q'],
    ['ｗ', '1w'],
    ['0w', undefined],
    ['2 moons', undefined],
  ] as const) {
    it(`written “${text}” means ${meant}`, () => assert.equal(meantPeriod(text), meant));
  }
});

describe('the next day of what repeats', () => {
  for (const [due, every, today, next] of [
    ['2026-11-23', '1w', '2026-11-23', '2026-11-30'],
    ['2026-12-05', '1w', '2026-11-23', '2026-12-12'],
    ['2026-11-16', '1w', '2026-11-23', '2026-11-30'],
    ['2026-11-17', '1w', '2026-11-23', '2026-11-24'],
    ['2026-10-01', '2d', '2026-11-23', '2026-11-24'],
    ['2026-01-31', '1m', '2026-01-31', '2026-02-28'],
    ['2026-02-28', '1m', '2026-02-28', '2026-03-31'],
    ['2026-01-30', '1m', '2026-01-30', '2026-02-28'],
    ['2026-01-15', '1m', '2026-11-23', '2026-12-15'],
    ['2026-11-30', '1q', '2026-11-30', '2027-02-28'],
    ['2024-02-29', '1y', '2026-11-23', '2027-02-28'],
    ['2020-05-05', '1y', '2026-11-23', '2027-05-05'],
    [undefined, '2w', '2026-11-23', '2026-12-07'],
    [undefined, '1m', '2026-01-31', '2026-02-28'],
  ] as const) {
    it(`of ${due} every ${every}, ticked on ${today}, is ${next}`, () => {
      assert.equal(nextDay(due, period(every), today), next);
    });
  }

  it('is the first one after today that whole periods reach', () => {
    const day = fc.integer({ min: 0, max: 900 }).map((days) => addDays('2025-01-01', days));
    const every = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.constantFrom('d', 'w', 'm', 'q', 'y'));
    fc.assert(
      fc.property(day, day, every, (due, today, [count, unit]) => {
        // Counted from the day before it, each call goes one period on.
        let reached = nextDay(due, period(`${count}${unit}`), '2000-01-01');
        for (let times = 2; reached <= today; times++)
          reached = nextDay(due, period(`${count * times}${unit}`), '2000-01-01');
        assert.equal(nextDay(due, period(`${count}${unit}`), today), reached);
      }),
    );
  });
});
