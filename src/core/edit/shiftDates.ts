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
  lastDayOfMonth,
  mondayOf,
} from '../model/calendarDate';

/** Days in a month on average (365.2425 / 12). */
const daysPerMonth = 30.436875;

const datePattern = /(?<![\d-])(\d{4}-[Ww]\d{2}|\d{4}-\d{2}-\d{2}|\d{4}-\d{2})(?![\d-])/g;
const budgetPattern = /^type:[ \t]*budget[ \t]*\r?$/m;
const periodPattern = /^((?:start|end|asOf):[ \t]*)(\d{4}-\d{2})(-\d{2})/gm;
const yearLinePattern = /^(year:[ \t]*)(\d{4})\b/m;

/** Whole weeks from the week of `from` to the week of `to`, in days. */
export function wholeWeeks(from: CalendarDate, to: CalendarDate): number {
  return daysBetween(mondayOf(from), mondayOf(to));
}

/**
 * Moves every date, ISO week and month of a text by whole weeks, so that a sample book is as fresh as on the day it was
 * written for. Months move by the nearest whole number of months, and so does the period of a budget, whose months
 * carry weights and actuals.
 */
export function shiftDates(text: string, days: number): string {
  const months = Math.round(days / daysPerMonth);
  const years = Math.round(days / (daysPerMonth * 12));
  const periods: string[] = [];
  const kept = budgetPattern.test(text)
    ? text.replace(periodPattern, (_line, name: string, month: string, day: string) => {
        periods.push(sameDay(month, day, months));
        return `${name}\0`;
      })
    : text;
  return kept
    .replace(datePattern, (written) => shifted(written, days, months))
    .replace(yearLinePattern, (_line, name: string, year: string) => `${name}${Number(year) + years}`)
    .replace(/\0/g, (mark) => periods.shift() ?? mark);
}

/** The same day some months on; the last day of a month stays one. */
function sameDay(month: string, day: string, months: number): CalendarDate {
  const last = lastDayOfMonth(addMonths(month, months));
  const target = `${addMonths(month, months)}${day}`;
  return `${month}${day}` === lastDayOfMonth(month) || target > last ? last : target;
}

function shifted(written: string, days: number, months: number): string {
  if (written.length === 10) return isCalendarDate(written) ? addDays(written, days) : written;
  const week = written.toUpperCase();
  if (isIsoWeek(week)) {
    const moved = isoWeekOf(addDays(firstDayOfIsoWeek(week), days));
    return week === written ? moved : moved.toLowerCase();
  }
  return isMonth(written) ? addMonths(written, months) : written;
}
