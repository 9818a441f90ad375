import type { BookSettings } from '../model/bookSettings';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { isValidCommitment } from '../model/commitment';
import { isClosed } from '../model/lifecycle';
import type { Commitment, Page } from '../model/page';

export interface OverdueCommitment {
  readonly commitment: Commitment;
  readonly due: CalendarDate;
  /** Days since it was due; at least 1. */
  readonly days: number;
}

/** The open promises of a page that are past their day; none on a page that is closed. */
export function overdueCommitments(
  page: Page,
  settings: BookSettings,
  today: CalendarDate,
): OverdueCommitment[] {
  if (isClosed(page)) return [];
  return page.commitments.flatMap((commitment) => {
    const { due, done } = commitment;
    if (done || due === undefined || due >= today || !isValidCommitment(commitment, settings)) return [];
    return [{ commitment, due, days: daysBetween(due, today) }];
  });
}
