import assert from 'node:assert/strict';
import { periodsBetween } from '../../../src/cli/periods';
import { Refusal } from '../../../src/core/model/refusal';

function brief(from: string, to: string, length: 'day' | 'week' | 'month'): string[] {
  return periodsBetween(from, to, length).map((period) => `${period.name} ${period.from}..${period.to}`);
}

describe('the periods of a range', () => {
  it('are its days', () => {
    assert.deepEqual(brief('2026-02-27', '2026-03-01', 'day'), [
      '2026-02-27 2026-02-27..2026-02-27',
      '2026-02-28 2026-02-28..2026-02-28',
      '2026-03-01 2026-03-01..2026-03-01',
    ]);
  });

  it('are its ISO weeks, the first and last cut off by its ends', () => {
    assert.deepEqual(brief('2026-12-25', '2027-01-05', 'week'), [
      '2026-W52 2026-12-25..2026-12-27',
      '2026-W53 2026-12-28..2027-01-03',
      '2027-W01 2027-01-04..2027-01-05',
    ]);
  });

  it('are its months, leap years included', () => {
    assert.deepEqual(brief('2028-01-31', '2028-03-01', 'month'), [
      '2028-01 2028-01-31..2028-01-31',
      '2028-02 2028-02-01..2028-02-29',
      '2028-03 2028-03-01..2028-03-01',
    ]);
  });

  it('end with the calendar', () => {
    assert.deepEqual(brief('9999-12-30', '9999-12-31', 'week'), ['9999-W52 9999-12-30..9999-12-31']);
    assert.deepEqual(brief('9999-12-30', '9999-12-31', 'month'), ['9999-12 9999-12-30..9999-12-31']);
  });

  it('are no more than 4,000', () => {
    assert.equal(periodsBetween('2020-01-01', '2030-12-13', 'day').length, 4_000);
    assert.throws(() => periodsBetween('2020-01-01', '2030-12-14', 'day'), Refusal);
  });
});
