import {
  type CalendarDate,
  earlierOf,
  lastDayOfMonth,
  type Month,
  monthOf,
  monthsBetween,
} from '../model/calendarDate';
import { dateOf, objectOf } from '../model/fields';
import type { Page } from '../model/page';
import { actualsKnownUntil, monthlyActuals, paceOf, plannedFraction } from './pace';

/** Sales added up from the start of a budget through a month, in the book’s currency. */
export interface SalesMonth {
  readonly month: Month;
  /** `T · f` at the month’s end; null without a target or a valid plan. */
  readonly planned: number | null;
  /** What was sold; null after the last month that is known. */
  readonly actual: number | null;
  /** `S/f · f` at the month’s end, from the last known month on; null before it and without a forecast. */
  readonly forecast: number | null;
}

/** More months than these are a slip of the pen. */
const maxPeriod = 120;

/**
 * The course of a budget’s sales, month by month: the planned curve, the sales so far and where they lead at this pace.
 * It meets the numbers of `paceOf`: the last actual is `S`, the last forecast `S/f` (FORMAT §5, Sales pace). Empty
 * without a valid period, or with one of more than ten years.
 */
export function salesCurveOf(page: Page, today: CalendarDate): SalesMonth[] {
  const start = dateOf(page, 'start');
  const end = dateOf(page, 'end');
  if (start === undefined || end === undefined || end < start) return [];
  if (Number(end.slice(0, 4)) - Number(start.slice(0, 4)) > maxPeriod / 12) return [];
  const months = monthsBetween(start, end);
  const last = months[months.length - 1] as Month;
  const { salesTarget, salesActual, forecast } = paceOf(page, today);
  const sales = objectOf(page, 'sales');
  const known = lastKnownMonth(page, last);
  const sold = cumulated(page, months);
  return months.map((month, index) => {
    const fraction = plannedFraction(page, sales, earlierOf(lastDayOfMonth(month), end));
    const actual = salesActual !== null && month <= known ? (sold[index] ?? 0) : null;
    return {
      month,
      planned: salesTarget === null || fraction === null ? null : salesTarget * fraction,
      actual,
      forecast:
        forecast === null || fraction === null || month < known
          ? null
          : month === known
            ? actual
            : forecast * fraction,
    };
  });
}

/** The month through which the sales are known, within the period; empty where nothing is. */
function lastKnownMonth(page: Page, last: Month): Month {
  const months = monthlyActuals(page).map(({ month }) => month);
  const until = actualsKnownUntil(page);
  if (until !== undefined) months.push(monthOf(until));
  const known = months.sort()[months.length - 1] ?? '';
  return known > last ? last : known;
}

/** Sums through each month; amounts from outside the period fall to its first and last month. */
function cumulated(page: Page, months: readonly Month[]): number[] {
  const actuals = monthlyActuals(page);
  const last = months.length - 1;
  return months.map((month, index) =>
    actuals
      .filter((actual) => index === last || actual.month <= month)
      .reduce((sum, { amount }) => sum + amount, 0),
  );
}
