import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import type { Page } from '../model/page';

export interface DatedLog {
  readonly page: Page;
  readonly date: CalendarDate;
}

/** The log pages with a valid date from `from` through `to`, by date and path. */
export function logsBetween(book: BookIndex, from: CalendarDate, to: CalendarDate): DatedLog[] {
  const logs: DatedLog[] = [];
  for (const page of book.pagesOfType('log')) {
    const date = dateOf(page, 'date');
    if (date !== undefined && date >= from && date <= to) logs.push({ page, date });
  }
  return logs.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}

/** The day of the book's first log page, up to `today`; the clocks of quiet books start there. */
export function firstLogDate(book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  let first: CalendarDate | undefined;
  for (const page of book.pagesOfType('log')) {
    const date = dateOf(page, 'date');
    if (date !== undefined && date <= today && (first === undefined || date < first)) first = date;
  }
  return first;
}
