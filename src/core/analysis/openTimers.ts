import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate, daysBetween } from '../model/calendarDate';
import { minutesPerDay } from '../model/clockTime';
import type { TimeEntry } from '../model/page';
import { entriesOf } from './entries';
import { logsBetween } from './logs';

/** An open range of a log page: a timer that runs, or was left running. */
export interface OpenTimer {
  /** Of the log page. */
  readonly path: string;
  readonly date: CalendarDate;
  /** Days from the log page to today; 0 or more. */
  readonly daysAgo: number;
  readonly entry: TimeEntry;
  /** Minutes after midnight of the log page’s day. */
  readonly start: number;
}

/** Days back that a timer is still thought of as one; what is older is a fault in an old log page alone. */
const lookBack = 7;
/** Nobody works on one thing for longer: from then on a timer of another day was forgotten. */
const longestWork = 12 * 60;

/** The open ranges of the last days through today, the one that was started last first. */
export function openTimersOf(book: BookIndex, today: CalendarDate): OpenTimer[] {
  return logsBetween(book, addDays(today, -lookBack), today)
    .flatMap(({ page, date }) =>
      entriesOf(page, book.settings.activities)
        .filter(({ open }) => open)
        .map((entry) => ({
          path: page.path,
          date,
          daysAgo: daysBetween(date, today),
          entry,
          start: entry.start ?? 0,
        })),
    )
    .sort((a, b) => a.daysAgo - b.daysAgo || b.start - a.start);
}

/** True for a timer of today or yesterday: one of an earlier day runs no longer, it was left open. */
export function mayRun({ daysAgo }: OpenTimer): boolean {
  return daysAgo <= 1;
}

/** Minutes from a timer’s start until now; negative where it was entered ahead. */
export function elapsedOf({ daysAgo, start }: OpenTimer, minutesOfDay: number): number {
  return daysAgo * minutesPerDay + minutesOfDay - start;
}

/** True for a timer of an earlier day that nobody can still be working on. */
export function isLeftRunning(timer: OpenTimer, minutesOfDay: number): boolean {
  return timer.daysAgo > 0 && elapsedOf(timer, minutesOfDay) >= longestWork;
}
