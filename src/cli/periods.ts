import {
  addDays,
  type CalendarDate,
  daysBetween,
  isoWeekOf,
  lastDayOfMonth,
  monthOf,
  weekdayOf,
} from '../core/model/calendarDate';
import { plural, type Text, t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';

export const periodLengths = ['day', 'week', 'month'] as const;
export type PeriodLength = (typeof periodLengths)[number];

export interface Period {
  /** `2026-11-23`, `2026-W48` or `2026-11`. */
  readonly name: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Some ten years of days. */
const maximumPeriods = 4_000;
const mostPeriods: Readonly<Record<PeriodLength, Text>> = {
  day: t`${plural(maximumPeriods, 'day')}`,
  week: t`${plural(maximumPeriods, 'week')}`,
  month: t`${plural(maximumPeriods, 'month')}`,
};

/**
 * The days, ISO weeks or months of a range in order; the first and the last may be cut off by the range's ends.
 *
 * @throws Refusal for more than 4,000
 */
export function periodsBetween(from: CalendarDate, to: CalendarDate, length: PeriodLength): Period[] {
  const periods: Period[] = [];
  for (let start = from; start <= to; ) {
    if (periods.length === maximumPeriods) {
      throw new Refusal(
        t`From ${from} to ${to} there are more than ${mostPeriods[length]}; choose a shorter time.`,
      );
    }
    const end = endOfPeriod(start, to, length);
    periods.push({ name: nameOf(start, length), from: start, to: end });
    if (end === to) break;
    start = addDays(end, 1);
  }
  return periods;
}

function endOfPeriod(start: CalendarDate, to: CalendarDate, length: PeriodLength): CalendarDate {
  const rest = restOfPeriod(start, length);
  return daysBetween(start, to) <= rest ? to : addDays(start, rest);
}

/** Days from `start` to the last day of its period. */
function restOfPeriod(start: CalendarDate, length: PeriodLength): number {
  switch (length) {
    case 'day':
      return 0;
    case 'week':
      return 6 - weekdayOf(start);
    case 'month':
      return daysBetween(start, lastDayOfMonth(monthOf(start)));
  }
}

function nameOf(start: CalendarDate, length: PeriodLength): string {
  if (length === 'day') return start;
  return length === 'week' ? isoWeekOf(start) : monthOf(start);
}
