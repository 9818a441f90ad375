import type { CalendarDate } from '../model/calendarDate';
import { commitmentKeys } from '../model/commitment';
import { box, closeCommitment } from '../model/commitmentPlans';
import type { Commitment, Page } from '../model/page';
import { compareRanges, LineMap, lineRange, type TextEdit } from '../model/text';
import { verifyEdit } from './verifyEdit';

/** The commitment that goes by a key, as the page reads now; undefined where it is no longer there. */
export function commitmentWithKey(page: Page, key: string): Commitment | undefined {
  return page.commitments[commitmentKeys(page).indexOf(key)];
}

/**
 * Ticks a commitment and notes the day; none where it is ticked already.
 *
 * @throws RangeError where the result would not read back as meant
 */
export function closeCommitmentEdits(
  page: Page,
  text: string,
  commitment: Commitment,
  today: CalendarDate,
): readonly TextEdit[] {
  if (commitment.done) return [];
  const { edits } = closeCommitment('', commitment, today);
  return checked(page, text, commitment, edits, true);
}

/**
 * Takes the tick and the day of a commitment back; none where it is open.
 *
 * @throws RangeError where the result would not read back as meant
 */
export function reopenCommitmentEdits(page: Page, text: string, commitment: Commitment): readonly TextEdit[] {
  if (!commitment.done) return [];
  const { range, doneOn } = commitment;
  const edits: TextEdit[] = [{ range: box(range), newText: '[ ]' }];
  if (doneOn !== undefined) {
    const lines = new LineMap(text);
    const item = text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end));
    const at = item.lastIndexOf(`done:${doneOn}`);
    if (at < 0) throw new RangeError('The commitment could not be changed; please edit its line by hand.');
    const before = item.slice(0, at).trimEnd().length;
    const { line, character } = range.start;
    const end = at + `done:${doneOn}`.length;
    edits.push({ range: lineRange(line, character + before, character + end), newText: '' });
  }
  return checked(page, text, commitment, edits, false);
}

/** Of the page’s promises this one alone reads otherwise: it is done, or open again. */
function checked(
  page: Page,
  text: string,
  commitment: Commitment,
  edits: readonly TextEdit[],
  done: boolean,
): readonly TextEdit[] {
  const index = page.commitments.findIndex(({ range }) => compareRanges(range, commitment.range) === 0);
  verifyEdit(page, text, edits, {
    rewrites: true,
    problem: (after) => {
      const result = after.commitments[index];
      const isAsMeant =
        result?.done === done && result.text === commitment.text && result.due === commitment.due;
      const isSameCount = after.commitments.length === page.commitments.length;
      return isAsMeant && isSameCount ? undefined : 'the promise would not be read as meant';
    },
  });
  return edits;
}
