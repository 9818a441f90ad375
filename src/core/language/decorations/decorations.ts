import { entriesOf } from '../../analysis/entries';
import { overdueCommitments } from '../../analysis/overdue';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { getOrMake } from '../../model/maps';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';
import type { HorizonId } from '../../schema/activities';

/** Where the due dates of overdue commitments stand. */
export function overdueDates(page: Page, { settings }: BookIndex, today: CalendarDate): Range[] {
  return overdueCommitments(page, settings, today).flatMap(({ commitment }) => commitment.dueRange ?? []);
}

/** Where the activities stand in the time entries of a page, by their horizon. */
export function activityRanges(
  page: Page,
  { settings }: BookIndex,
): ReadonlyMap<HorizonId, readonly Range[]> {
  const ranges = new Map<HorizonId, Range[]>();
  for (const { activity, activityRange } of entriesOf(page, settings.activities)) {
    const horizon = settings.activities.get(activity)?.horizon;
    if (horizon) getOrMake(ranges, horizon, () => []).push(activityRange);
  }
  return ranges;
}
