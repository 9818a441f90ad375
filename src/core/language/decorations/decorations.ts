import { overdueCommitments } from '../../analysis/overdue';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';

/** Where the due dates of overdue commitments stand. */
export function overdueDates(page: Page, { settings }: BookIndex, today: CalendarDate): Range[] {
  return overdueCommitments(page, settings, today).flatMap(({ commitment }) => commitment.dueRange ?? []);
}
