import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import type { TimeEntry } from '../model/page';
import { windowStart } from './balance';
import { entriesOf } from './entries';
import { logsBetween } from './logs';

/** An entry on a log page. */
export interface LoggedEntry {
  readonly path: string;
  readonly date: CalendarDate;
  readonly entry: TimeEntry;
}

/** The latest entry on each activity, by activity id, from `from` (the book’s window) through today. */
export function latestEntries(
  book: BookIndex,
  today: CalendarDate,
  from: CalendarDate = windowStart(book, today),
): ReadonlyMap<string, LoggedEntry> {
  const latest = new Map<string, LoggedEntry>();
  for (const { page, date } of logsBetween(book, from, today)) {
    for (const entry of entriesOf(page, book.settings.activities))
      latest.set(entry.activity, { path: page.path, date, entry });
  }
  return latest;
}
