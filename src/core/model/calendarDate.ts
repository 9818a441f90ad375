/**
 * A calendar date `YYYY-MM-DD` without time zone. Strings order as their dates do, so `<` and `>` compare dates.
 * `Date.UTC` serves as the proleptic Gregorian calendar; no instant or zone is ever involved.
 */
export type CalendarDate = string;

/** An ISO 8601 week, `YYYY-Www`. */
export type IsoWeek = string;

/** A month, `YYYY-MM`. */
export type Month = string;

const MILLISECONDS_PER_DAY = 86_400_000;
const monthPattern = /^(\d{4})-(\d{2})$/;
const weekPattern = /^(\d{4})-W(\d{2})$/;

/** True for an existing day of the calendar from year 0001 to 9999. */
export function isCalendarDate(text: string): boolean {
  // By characters: every date of a book is looked at again and again.
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && (day <= 28 || day <= daysInMonth(year, month));
}

/** The number that digits stand for; negative where something else stands among them. */
function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (!(digit >= 0 && digit <= 9)) return -1;
    number = number * 10 + digit;
  }
  return number;
}

export function isMonth(text: string): boolean {
  const match = monthPattern.exec(text);
  return match !== null && Number(match[2]) >= 1 && Number(match[2]) <= 12;
}

export function isIsoWeek(text: string): boolean {
  const match = weekPattern.exec(text);
  if (!match) return false;
  const week = Number(match[2]);
  return week >= 1 && week <= weeksInIsoYear(Number(match[1]));
}

/** Days since 1970-01-01, which is day 0. */
export function dayNumber(date: CalendarDate): number {
  return utcDay(Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10)));
}

/** The day of that number; the calendar's first or last day for one beyond the years 0001 to 9999. */
export function fromDayNumber(day: number): CalendarDate {
  const existing = Math.min(Math.max(day, dayNumber('0001-01-01')), dayNumber('9999-12-31'));
  return new Date(existing * MILLISECONDS_PER_DAY).toISOString().slice(0, 10);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return [a, b].sort()[0] as CalendarDate;
}

export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return [a, b].sort()[1] as CalendarDate;
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(date: CalendarDate): number {
  return (((dayNumber(date) + 3) % 7) + 7) % 7;
}

export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, -weekdayOf(date));
}

export function isoWeekOf(date: CalendarDate): IsoWeek {
  const thursday = addDays(date, 3 - weekdayOf(date));
  const year = thursday.slice(0, 4);
  const week = Math.floor(daysBetween(`${year}-01-01`, thursday) / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

/** The Monday of an ISO week. */
export function firstDayOfIsoWeek(week: IsoWeek): CalendarDate {
  const fourthOfJanuary = `${week.slice(0, 4)}-01-04`;
  return addDays(mondayOf(fourthOfJanuary), 7 * (Number(week.slice(6)) - 1));
}

export function monthOf(date: CalendarDate): Month {
  return date.slice(0, 7);
}

export function firstDayOfMonth(month: Month): CalendarDate {
  return `${month}-01`;
}

export function lastDayOfMonth(month: Month): CalendarDate {
  const days = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  return `${month}-${String(days).padStart(2, '0')}`;
}

/** The month `count` months after `month`. */
export function addMonths(month: Month, count: number): Month {
  const months = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1 + count;
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((months % 12) + 1).padStart(2, '0')}`;
}

/** The months from the one of `start` through the one of `end`. */
export function monthsBetween(start: CalendarDate, end: CalendarDate): Month[] {
  const months: Month[] = [];
  for (let month = monthOf(start); month <= monthOf(end); month = addMonths(month, 1)) months.push(month);
  return months;
}

export function daysInMonth(year: number, month: number): number {
  return utcDay(year, month + 1, 1) - utcDay(year, month, 1);
}

function weeksInIsoYear(year: number): number {
  return Number(isoWeekOf(`${String(year).padStart(4, '0')}-12-28`).slice(6));
}

function utcDay(year: number, month: number, day: number): number {
  // Date.UTC reads years below 100 as 19xx: count from 400 years (146,097 days) later instead.
  return Date.UTC(year + 400, month - 1, day) / MILLISECONDS_PER_DAY - 146_097;
}
