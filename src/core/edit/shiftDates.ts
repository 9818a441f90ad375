import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  firstDayOfIsoWeek,
  isCalendarDate,
  isIsoWeek,
  isMonth,
  isoWeekOf,
  mondayOf,
} from '../model/calendarDate';

/** Days in a month on average (365.2425 / 12). */
const daysPerMonth = 30.436875;

const datePattern = /(?<![\d-])(\d{4}-W\d{2}|\d{4}-\d{2}-\d{2}|\d{4}-\d{2})(?![\d-])/g;
const yearLinePattern = /^(year:[ \t]*)(\d{4})\b/m;

/** Whole weeks from the week of `from` to the week of `to`, in days. */
export function wholeWeeks(from: CalendarDate, to: CalendarDate): number {
  return daysBetween(mondayOf(from), mondayOf(to));
}

/**
 * Moves every date, ISO week and month of a text by whole weeks, so that a sample book is as fresh as on the day it was
 * written for. Months move by the nearest whole number of months.
 */
export function shiftDates(text: string, days: number): string {
  const months = Math.round(days / daysPerMonth);
  const years = Math.round(days / (daysPerMonth * 12));
  return text
    .replace(datePattern, (written) => shifted(written, days, months))
    .replace(yearLinePattern, (_line, name: string, year: string) => `${name}${Number(year) + years}`);
}

function shifted(written: string, days: number, months: number): string {
  if (written.length === 10) return isCalendarDate(written) ? addDays(written, days) : written;
  if (isIsoWeek(written)) return isoWeekOf(addDays(firstDayOfIsoWeek(written), days));
  return isMonth(written) ? addMonths(written, months) : written;
}
