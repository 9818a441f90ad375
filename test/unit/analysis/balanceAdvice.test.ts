import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Balance, balanceOf, type HorizonBalance } from '../../../src/core/analysis/balance';
import { type BalanceAdvice, balanceAdvice } from '../../../src/core/analysis/balanceAdvice';
import { adviceText, horizonSentence } from '../../../src/core/analysis/balanceWords';
import type { HorizonId } from '../../../src/core/schema/activities';
import { bookOf, log, page, today } from '../support/books';
import { english } from '../support/english';

type Minutes = Readonly<Record<HorizonId, number>>;

function balance({ daily, short, long }: Minutes): Balance {
  const book = bookOf({
    'book.md': page('type: book\nbalance: {minimumHours: 1}'),
    'log/2026-11-18.md': log('2026-11-18', `${daily}m liaison`),
    'log/2026-11-19.md': log('2026-11-19', `${short}m promotion`),
    'log/2026-11-20.md': log('2026-11-20', `${long}m exploration`),
  });
  return balanceOf(book, today);
}

/** Judged before and after, whatever is dropped. */
const spent = fc.integer({ min: 60, max: 6000 });
const judged = fc.record({ daily: spent, short: spent, long: spent });

function minutesOf({ horizons }: Balance): Minutes {
  return Object.fromEntries(horizons.map(({ id, minutes }) => [id, minutes])) as Minutes;
}

function stateOf(balanceThen: Balance, id: HorizonId): HorizonBalance['state'] {
  return balanceThen.horizons.find((horizon) => horizon.id === id)?.state ?? assert.fail(id);
}

function moved(before: Balance, id: HorizonId, { direction, moves }: BalanceAdvice): Balance {
  const minutes = { ...minutesOf(before) };
  for (const move of moves) {
    const sign = direction === 'out' ? 1 : -1;
    minutes[move.horizon] += sign * move.minutes;
    minutes[id] -= sign * move.minutes;
  }
  return balance(minutes);
}

function changed(before: Balance, id: HorizonId, { direction, change }: BalanceAdvice): Balance {
  const minutes = minutesOf(before);
  return balance({ ...minutes, [id]: minutes[id] + (direction === 'in' ? 1 : -1) * (change ?? 0) });
}

/** For each horizon that is out of its band. */
function forAdvice(check: (before: Balance, horizon: HorizonBalance, advice: BalanceAdvice) => void): void {
  fc.assert(
    fc.property(judged, (minutes) => {
      const before = balance(minutes);
      for (const horizon of before.horizons) {
        const advice = balanceAdvice(horizon, before);
        assert.equal(advice === undefined, horizon.state === 'inside');
        if (advice) check(before, horizon, advice);
      }
    }),
    { numRuns: 60 },
  );
}

describe('the advice on a horizon that is out of its band', () => {
  it('reaches the band when its hours are moved, and takes no other horizon out', () => {
    forAdvice((before, { id }, advice) => {
      const after = moved(before, id, advice);
      assert.equal(after.totalMinutes, before.totalMinutes);
      assert.equal(stateOf(after, id), 'inside');
      for (const { id: other, state } of before.horizons) {
        if (state === 'inside') assert.equal(stateOf(after, other), 'inside');
      }
    });
  });

  it('reaches the band when its hours are dropped or added instead, and takes no other horizon out', () => {
    forAdvice((before, { id }, advice) => {
      if (advice.change === null) return;
      const after = changed(before, id, advice);
      assert.equal(stateOf(after, id), 'inside');
      for (const { id: other, state } of before.horizons) {
        if (state === 'inside') assert.equal(stateOf(after, other), 'inside');
      }
    });
  });

  it('asks for no minute more than it takes', () => {
    forAdvice((before, { id, state }, advice) => {
      const [first, ...others] = advice.moves;
      const less = {
        ...advice,
        moves: [{ ...(first ?? assert.fail()), minutes: (first?.minutes ?? 0) - 1 }, ...others],
      };
      assert.equal(stateOf(moved(before, id, less), id), state);
      if (advice.change !== null) {
        assert.equal(stateOf(changed(before, id, { ...advice, change: advice.change - 1 }), id), state);
      }
    });
  });

  it('puts another horizon right as well where one has too much and one too little', () => {
    const before = balance({ daily: 1500, short: 600, long: 300 });
    const [daily, , long] = before.horizons;
    assert.deepEqual(balanceAdvice(daily ?? assert.fail(), before)?.moves, [
      { horizon: 'long', minutes: 180 },
    ]);
    assert.deepEqual(balanceAdvice(long ?? assert.fail(), before)?.moves, [
      { horizon: 'daily', minutes: 60 },
    ]);
  });

  it('names two horizons where one has no room for all of it', () => {
    const before = balance({ daily: 2040, short: 200, long: 160 });
    assert.deepEqual(
      before.horizons.map((horizon) => english.say(adviceText(horizon, before))),
      [
        'Move 8 h 40 min of it to short-term and 3 h 20 min to long-term work, or drop 26 h 40 min.',
        'Move 4 h 40 min of daily work to it, or add 5 h 50 min of it.',
        'Move 3 h 20 min of daily work to it, or add 3 h 56 min of it.',
      ],
    );
  });

  it('says it in words', () => {
    const before = balance({ daily: 1500, short: 600, long: 300 });
    assert.deepEqual(
      before.horizons.map((horizon) => english.say(adviceText(horizon, before))),
      [
        'Move 3 h of it to long-term work, or drop 6 h 40 min.',
        '',
        'Move 1 h of daily work to it, or add 1 h 11 min of it.',
      ],
    );
  });

  it('stands behind the sentence of the horizon, whose points are those of the shares that are told', () => {
    const before = balance({ daily: 1650, short: 750, long: 0 });
    assert.equal(
      english.say(horizonSentence(before.horizons[0] ?? assert.fail(), before)),
      'Daily: 69 % of the time (27 h 30 min), 14 points above its band of 40–55 %. Move 5 h 30 min of it to long-term work, or drop 12 h 14 min.',
    );
  });
});
