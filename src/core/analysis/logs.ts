import type { BookIndex } from '../index/bookIndex';
import type { DatedLog } from '../index/logCalendar';
import type { CalendarDate } from '../model/calendarDate';
import { placeIn } from '../model/sortedList';
import { dailyType } from '../schema/schema';

/** The log pages with a valid date from `from` through `to`, by date and path. */
export function logsBetween(book: BookIndex, from: CalendarDate, to: CalendarDate): DatedLog[] {
  const logs = book.logs();
  return logs.slice(
    placeIn(logs, ({ date }) => date < from),
    placeIn(logs, ({ date }) => date <= to),
  );
}

/** True where a log page is of that day. */
export function hasLogOn(book: BookIndex, day: CalendarDate): boolean {
  const logs = book.logs();
  return logs[placeIn(logs, ({ date }) => date < day)]?.date === day;
}

/** True where the log page of a day cannot be created, since its id or its file is there. */
export function isLogTaken(book: BookIndex, day: string): boolean {
  return book.pageWithId(day) !== undefined || book.hasFile(`${dailyType.folder}/${day}.md`);
}

/** The day of the book's first log page, up to `today`; the clocks of quiet books start there. */
export function firstLogDate(book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  const first = book.logs()[0]?.date;
  return first !== undefined && first <= today ? first : undefined;
}
