import assert from 'node:assert/strict';
import {
  addDays,
  addMonths,
  dayNumber,
  daysBetween,
  daysInMonth,
  firstDayOfIsoWeek,
  firstDayOfMonth,
  fromDayNumber,
  isCalendarDate,
  isIsoWeek,
  isMonth,
  isoWeekOf,
  lastDayOfMonth,
  mondayOf,
  monthOf,
  monthsBetween,
  weekdayOf,
} from '../../../src/core/model/calendarDate';

describe('a calendar date', () => {
  for (const text of ['2026-11-23', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31', '2026-12-31']) {
    it(`is ${text}`, () => {
      assert.equal(isCalendarDate(text), true);
    });
  }

  for (const text of [
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-00-10',
    '2026-13-01',
    '2026-01-00',
    '2026-1-1',
    '26-01-01',
    '2026/01/01',
    '2026-11-23T00:00',
    ' 2026-11-23',
    '2026-11-23\n',
    '0000-01-01',
    '２０２６-11-23',
    '',
  ]) {
    it(`is not ${JSON.stringify(text)}`, () => {
      assert.equal(isCalendarDate(text), false);
    });
  }

  it('counts days from 1970-01-01, also before it', () => {
    assert.equal(dayNumber('1970-01-01'), 0);
    assert.equal(dayNumber('1969-12-31'), -1);
    assert.equal(dayNumber('2026-11-23'), 20_780);
    assert.equal(fromDayNumber(20_780), '2026-11-23');
  });

  it('survives the way to its number and back, in every century', () => {
    for (const date of ['0001-01-01', '0099-12-31', '0100-03-01', '1582-10-10', '1999-12-31', '9999-12-31']) {
      assert.equal(fromDayNumber(dayNumber(date)), date);
    }
  });

  it('ends with the calendar', () => {
    assert.equal(addDays('9999-12-31', 1), '9999-12-31');
    assert.equal(addDays('0001-01-01', -1), '0001-01-01');
    assert.equal(addDays('2026-11-23', -999_999_999_999), '0001-01-01');
  });

  it('passes month ends, leap days and clock changes by whole days', () => {
    assert.equal(addDays('2026-01-31', 1), '2026-02-01');
    assert.equal(addDays('2024-02-28', 1), '2024-02-29');
    assert.equal(addDays('2026-02-28', 1), '2026-03-01');
    assert.equal(addDays('2026-12-31', 1), '2027-01-01');
    assert.equal(daysBetween('2026-03-28', '2026-03-30'), 2);
    assert.equal(daysBetween('2026-10-24', '2026-10-26'), 2);
    assert.equal(daysBetween('2026-11-23', '2026-10-07'), -47);
  });

  it('has the weekday 0 on Mondays and 6 on Sundays', () => {
    assert.equal(weekdayOf('2026-11-23'), 0);
    assert.equal(weekdayOf('2026-11-29'), 6);
    assert.equal(weekdayOf('1969-12-28'), 6);
    assert.equal(mondayOf('2026-11-29'), '2026-11-23');
    assert.equal(mondayOf('2026-11-23'), '2026-11-23');
  });
});

describe('an ISO week', () => {
  for (const [date, week] of [
    ['2026-11-23', '2026-W48'],
    ['2026-11-22', '2026-W47'],
    ['2026-01-01', '2026-W01'],
    ['2027-01-01', '2026-W53'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
    ['2021-01-03', '2020-W53'],
    ['2022-01-01', '2021-W52'],
  ] as const) {
    it(`of ${date} is ${week}`, () => {
      assert.equal(isoWeekOf(date), week);
    });
  }

  it('begins on its Monday', () => {
    assert.equal(firstDayOfIsoWeek('2026-W48'), '2026-11-23');
    assert.equal(firstDayOfIsoWeek('2026-W01'), '2025-12-29');
    assert.equal(firstDayOfIsoWeek('2025-W01'), '2024-12-30');
    assert.equal(firstDayOfIsoWeek('2026-W53'), '2026-12-28');
  });

  it('is 53rd only in years that have so many', () => {
    assert.deepEqual(
      ['2020-W53', '2026-W53', '2025-W53', '2027-W53', '2026-W54', '2026-W00', '2026-W1', '2026-48'].map(
        isIsoWeek,
      ),
      [true, true, false, false, false, false, false, false],
    );
  });

  it('survives the way to its Monday and back', () => {
    for (let day = dayNumber('2019-12-20'); day < dayNumber('2028-01-10'); day++) {
      const date = fromDayNumber(day);
      assert.equal(firstDayOfIsoWeek(isoWeekOf(date)), mondayOf(date));
    }
  });
});

describe('a month', () => {
  it('is written YYYY-MM', () => {
    assert.deepEqual(['2026-01', '2026-12', '2026-00', '2026-13', '2026-1', '2026-11-23'].map(isMonth), [
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });

  it('has its days, a leap day in leap years', () => {
    assert.deepEqual(
      [daysInMonth(2026, 2), daysInMonth(2024, 2), daysInMonth(1900, 2), daysInMonth(2026, 12)],
      [28, 29, 28, 31],
    );
    assert.equal(lastDayOfMonth('2026-02'), '2026-02-28');
    assert.equal(lastDayOfMonth('2024-02'), '2024-02-29');
    assert.equal(firstDayOfMonth(monthOf('2026-11-23')), '2026-11-01');
  });

  it('goes on over year ends, forwards and backwards', () => {
    assert.equal(addMonths('2026-11', 2), '2027-01');
    assert.equal(addMonths('2026-01', -1), '2025-12');
    assert.equal(addMonths('2026-01', -13), '2024-12');
  });

  it('counts from that of the first day through that of the last', () => {
    assert.deepEqual(monthsBetween('2026-11-30', '2027-02-01'), ['2026-11', '2026-12', '2027-01', '2027-02']);
    assert.deepEqual(monthsBetween('2026-11-01', '2026-11-30'), ['2026-11']);
    assert.deepEqual(monthsBetween('2026-12-01', '2026-11-30'), []);
  });
});
