import type { CalendarDate } from '../model/calendarDate';
import { relativeDay } from '../model/dayWords';
import { dateOf, type Fields, textOf } from '../model/fields';

/** `ends in 12 days`, `ended yesterday`; undefined without the day. */
export function clockFact(
  page: Fields,
  field: string,
  today: CalendarDate,
  ahead: string,
  past = ahead,
): string | undefined {
  const date = dateOf(page, field);
  return date && `${date < today ? past : ahead} ${relativeDay(date, today)}`;
}

/** `reviewed 3 days ago` */
export function dayFact(page: Fields, field: string, today: CalendarDate): string | undefined {
  return clockFact(page, field, today, field);
}

/** The value of an enumeration in words: `at risk`. */
export function choiceFact(page: Fields, field: string): string | undefined {
  return textOf(page, field)?.replaceAll('-', ' ');
}

/** `tier A` */
export function namedFact(page: Fields, field: string): string | undefined {
  const value = textOf(page, field);
  return value === undefined ? undefined : `${field} ${value}`;
}

/** The day on which something that takes some days begins, then the one on which it ends. */
export function runFact(page: Fields, today: CalendarDate): string | undefined {
  return (dateOf(page, 'start') ?? '') > today
    ? clockFact(page, 'start', today, 'starts', 'started')
    : clockFact(page, 'end', today, 'ends', 'ended');
}
