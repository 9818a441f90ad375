import assert from 'node:assert/strict';
import { localDate, millisecondsToNextDay, millisecondsToNextMinute } from '../../../src/extension/localTime';

const hour = 60 * 60 * 1000;

describe('Local time', () => {
  it('tells the day of the zone, not that of Greenwich', () => {
    assert.equal(localDate(new Date(2026, 10, 23, 0, 0, 1)), '2026-11-23');
    assert.equal(localDate(new Date(2026, 10, 23, 23, 59, 59)), '2026-11-23');
  });

  it('waits until the next day has begun, and never for nothing', () => {
    assert.equal(millisecondsToNextDay(new Date(2026, 10, 23, 23, 0, 0)), hour);
    assert.equal(millisecondsToNextDay(new Date(2026, 11, 31, 22, 0, 0)), 2 * hour);
    assert.ok(millisecondsToNextDay(new Date(2026, 10, 23, 23, 59, 59, 999)) >= 1);
  });

  it('lands on the next day at any time of any day, whatever the clocks do', () => {
    for (let day = 1; day <= 366; day++) {
      const now = new Date(2026, 0, day, 13, 37);
      const next = new Date(now.getTime() + millisecondsToNextDay(now));
      assert.equal(localDate(next), localDate(new Date(2026, 0, day + 1)));
    }
  });

  it('waits until the next minute has begun, and never for nothing', () => {
    assert.equal(millisecondsToNextMinute(new Date(2026, 10, 23, 13, 5, 0)), 60_000);
    assert.equal(millisecondsToNextMinute(new Date(2026, 10, 23, 13, 5, 59, 999)), 1);
  });
});
