import type { CalendarDate } from '../model/calendarDate';
import { commitmentKeys } from '../model/commitment';
import type { Commitment, Page } from '../model/page';
import type { TextEdit } from '../model/text';
import { closeTaskEdits, reopenTaskEdits } from './closeTask';

/** The commitment that goes by a key, as the page reads now; undefined where it is no longer there. */
export function commitmentWithKey(page: Page, key: string): Commitment | undefined {
  return page.commitments[commitmentKeys(page).indexOf(key)];
}

/**
 * Ticks a commitment and notes the day; one that repeats gets its next one. None where it is ticked already.
 *
 * @throws Refusal where the result would not read back as meant
 */
export function closeCommitmentEdits(
  page: Page,
  text: string,
  commitment: Commitment,
  today: CalendarDate,
): readonly TextEdit[] {
  return closeTaskEdits(page, text, commitment, today, today);
}

/**
 * Takes the tick and the day of a commitment back, and its next one where that stands above it unchanged; none where it
 * is open.
 *
 * @throws Refusal where the result would not read back as meant
 */
export function reopenCommitmentEdits(page: Page, text: string, commitment: Commitment): readonly TextEdit[] {
  return reopenTaskEdits(page, text, commitment, commitment.doneOn);
}
