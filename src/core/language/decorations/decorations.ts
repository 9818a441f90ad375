import { balanceOf } from '../../analysis/balance';
import { horizonTitle } from '../../analysis/balanceWords';
import { logsBetween } from '../../analysis/logs';
import { overdueCommitments } from '../../analysis/overdue';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Page } from '../../model/page';
import type { Range } from '../../model/text';
import { isTimeHeading } from '../../parse/timeEntries';

/** `far` from 2 percentage points outside the band on. */
export type BandTone = 'near' | 'far';

/** What is shown behind a line, in colour. */
export interface BandMark {
  readonly range: Range;
  readonly text: string;
  readonly tone: BandTone;
}

/**
 * The horizons that are out of their bands, for the `Time` heading of the window’s newest log page; none on any other
 * page, and none where all is in balance. The numbers are for lenses and findings: here is colour alone.
 */
export function bandMarks(page: Page, book: BookIndex, today: CalendarDate): BandMark[] {
  if (page.type !== 'log') return [];
  const balance = balanceOf(book, today);
  const newest = logsBetween(book, balance.from, balance.to).pop()?.page;
  const range = page.body.headings.find(isTimeHeading)?.range;
  if (newest?.path !== page.path || !range) return [];
  return balance.horizons
    .filter(({ state }) => state === 'above' || state === 'below')
    .map(({ id, state, far }) => ({
      range,
      text: `${state === 'above' ? '▲' : '▼'} ${horizonTitle(id)}`,
      tone: far ? 'far' : 'near',
    }));
}

/** Where the due dates of overdue commitments stand. */
export function overdueDates(page: Page, { settings }: BookIndex, today: CalendarDate): Range[] {
  return overdueCommitments(page, settings, today).flatMap(({ commitment }) => commitment.dueRange ?? []);
}
