import { entriesOf } from '../../analysis/entries';
import { overdueCommitments } from '../../analysis/overdue';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';
import type { HorizonId } from '../../schema/activities';

/** Where the due dates of overdue commitments stand. */
export function overdueDates(page: Page, { settings }: BookIndex, today: CalendarDate): Range[] {
  return overdueCommitments(page, settings, today).flatMap(({ commitment }) => commitment.dueRange ?? []);
}

/** Where the activities of a horizon stand in the time entries of a page. */
export function activitiesOf(page: Page, { settings }: BookIndex, horizon: HorizonId): Range[] {
  return entriesOf(page, settings.activities)
    .filter(({ activity }) => settings.activities.get(activity)?.horizon === horizon)
    .map(({ activityRange }) => activityRange);
}
