import type { CalendarDate } from '../model/calendarDate';
import { dateOf, type Fields, textOf } from '../model/fields';
import { joined, ours, type Text, t } from '../model/message';
import { relativeDay, valueText } from '../model/texts';

/** `ends in 12 days`, `ended yesterday`; undefined without the day. */
export function clockFact(
  page: Fields,
  field: string,
  today: CalendarDate,
  ahead: Text,
  past = ahead,
): Text | undefined {
  const date = dateOf(page, field);
  return date && joined([date < today ? past : ahead, relativeDay(date, today)], ' ');
}

/** `reviewed 3 days ago` */
export function dayFact(page: Fields, field: string, today: CalendarDate): Text | undefined {
  return clockFact(page, field, today, ours(field));
}

/** The value of an enumeration in words: `at risk`. */
export function choiceFact(page: Fields, field: string): Text | undefined {
  return valueText(textOf(page, field));
}

/** `tier A` */
export function namedFact(page: Fields, field: string): Text | undefined {
  const value = textOf(page, field);
  return value === undefined ? undefined : joined([ours(field), ours(value)], ' ');
}

/** The day on which something that takes some days begins, then the one on which it ends. */
export function runFact(page: Fields, today: CalendarDate): Text | undefined {
  return (dateOf(page, 'start') ?? '') > today
    ? clockFact(page, 'start', today, t`starts`, t`started`)
    : clockFact(page, 'end', today, t`ends`, t`ended`);
}
