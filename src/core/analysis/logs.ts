import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import type { Page } from '../model/page';
import { compareText } from '../model/text';

export interface DatedLog {
  readonly page: Page;
  readonly date: CalendarDate;
}

/** The log pages with a valid date from `from` through `to`, by date and path. */
export function logsBetween(book: BookIndex, from: CalendarDate, to: CalendarDate): DatedLog[] {
  const logs = datedLogs(book);
  return logs.slice(
    firstIndex(logs, (date) => date >= from),
    firstIndex(logs, (date) => date > to),
  );
}

/** The sorted log pages of a book, kept for as long as it hands out the same list of them. */
const sortedLogs = new WeakMap<readonly Page[], readonly DatedLog[]>();

function datedLogs(book: BookIndex): readonly DatedLog[] {
  const pages = book.pagesOfType('log');
  let logs = sortedLogs.get(pages);
  if (!logs) {
    logs = pages
      .flatMap((page) => {
        const date = dateOf(page, 'date');
        return date === undefined ? [] : [{ page, date }];
      })
      .sort((a, b) => compareText(a.date, b.date));
    sortedLogs.set(pages, logs);
  }
  return logs;
}

/** The index of the first log whose date is so; the length where none is. Dates that are so come last. */
function firstIndex(logs: readonly DatedLog[], isSo: (date: CalendarDate) => boolean): number {
  let low = 0;
  let high = logs.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isSo((logs[middle] as DatedLog).date)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The day of the book's first log page, up to `today`; the clocks of quiet books start there. */
export function firstLogDate(book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  const first = datedLogs(book)[0]?.date;
  return first !== undefined && first <= today ? first : undefined;
}
