import assert from 'node:assert/strict';
import fc from 'fast-check';
import { addDays } from '../../../src/core/model/calendarDate';
import {
  asOfDay,
  periodAfter,
  periodBefore,
  periodKinds,
  periodNamed,
  periodOf,
} from '../../../src/core/report/reviewPeriod';
import { english } from '../support/english';
import { period, say } from './support';

describe('the period of a review', () => {
  it('is an ISO week, also across the year', () => {
    assert.deepEqual(english.spoken(period('2026-W53')), {
      kind: 'week',
      id: '2026-W53',
      title: 'Week 53 of 2026',
      from: '2026-12-28',
      to: '2027-01-03',
    });
  });

  it('is a month, with the leap day', () => {
    const { title, from, to } = period('2028-02');
    assert.deepEqual([say(title), from, to], ['February 2028', '2028-02-01', '2028-02-29']);
  });

  it('is a quarter', () => {
    const { title, from, to } = period('2026-Q4');
    assert.deepEqual([say(title), from, to], ['Quarter 4 of 2026', '2026-10-01', '2026-12-31']);
  });

  it('is not what does not exist', () => {
    for (const id of ['2027-W53', '2026-W00', '2026-W5', 'W48', ''])
      assert.equal(periodNamed('week', id), undefined);
    for (const id of ['2026-13', '2026-00', '2026-1']) assert.equal(periodNamed('month', id), undefined);
    for (const id of ['2026-Q0', '2026-Q5', '2026-4']) assert.equal(periodNamed('quarter', id), undefined);
  });

  it('is looked at as of its last day, or today while it lasts', () => {
    assert.equal(asOfDay(period('2026-W47'), '2026-11-23'), '2026-11-22');
    assert.equal(asOfDay(period('2026-W48'), '2026-11-23'), '2026-11-23');
  });

  it('holds its days and borders on the one before and the one behind, whatever the day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), fc.constantFrom(...periodKinds), (days, kind) => {
        const day = addDays('1950-01-01', days);
        const found = periodOf(kind, day);
        assert.ok(found.from <= day && day <= found.to);
        assert.deepEqual(periodNamed(kind, found.id), found);
        assert.equal(addDays(periodBefore(found).to, 1), found.from);
        assert.equal(addDays(found.to, 1), periodAfter(found).from);
      }),
    );
  });
});
