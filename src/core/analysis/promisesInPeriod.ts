import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { isValidCommitment } from '../model/commitment';
import type { Commitment, Page } from '../model/page';
import { firstPromised, isKept } from './trust';

/** A valid commitment with a day. */
export interface DatedPromise {
  readonly page: Page;
  readonly commitment: Commitment;
  /** The day for which it was first promised. */
  readonly promised: CalendarDate;
  /** The day for which it is promised now. */
  readonly due: CalendarDate;
}

/** What became of the promises of some days; every commitment stands in one list at most. */
export interface PeriodPromises {
  /** First promised for a day of the period and kept by it. */
  readonly kept: readonly DatedPromise[];
  /** First promised for a day of the period that is past, and not kept by it; done too late counts as broken. */
  readonly broken: readonly DatedPromise[];
  /** First promised for a later day and done in the period. */
  readonly early: readonly DatedPromise[];
  /** First promised for an earlier day and done in the period, too late. */
  readonly late: readonly DatedPromise[];
  /** First promised for an earlier day, open and overdue. */
  readonly overdue: readonly DatedPromise[];
  /** Open, not broken in the period, due from `asOf` through `until`. */
  readonly next: readonly DatedPromise[];
}

export interface PromisePeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** The day on which it is looked at, not after `to`: what was done later was open then. */
  readonly asOf: CalendarDate;
  /** The last day of what is due next. */
  readonly until: CalendarDate;
}

/**
 * Promises kept and broken in a period, in both directions, by day and path. Kept and broken are counted as for
 * reliability: by the day first promised, late as not kept (FORMAT §5, Trust).
 */
export function promisesInPeriod(book: BookIndex, period: PromisePeriod): PeriodPromises {
  const lists: Record<keyof PeriodPromises, DatedPromise[]> = {
    kept: [],
    broken: [],
    early: [],
    late: [],
    overdue: [],
    next: [],
  };
  for (const promise of datedPromises(book)) {
    const list = listOf(promise, period);
    if (list) lists[list].push(promise);
  }
  const byDay = (day: (promise: DatedPromise) => CalendarDate) => (a: DatedPromise, b: DatedPromise) =>
    daysBetween(day(b), day(a));
  for (const list of [lists.kept, lists.broken, lists.early, lists.late])
    list.sort(byDay(({ promised }) => promised));
  for (const list of [lists.overdue, lists.next]) list.sort(byDay(({ due }) => due));
  return lists;
}

/** All valid commitments that have a day, by path and place. */
export function datedPromises(book: BookIndex): DatedPromise[] {
  return book.pages().flatMap((page) =>
    page.commitments.flatMap((commitment) => {
      const { due } = commitment;
      const promised = firstPromised(commitment);
      if (due === undefined || promised === undefined) return [];
      return isValidCommitment(commitment, book.settings) ? [{ page, commitment, promised, due }] : [];
    }),
  );
}

/** True for a commitment that was not done yet at the end of a day. */
export function isOpenOn({ done, doneOn }: Commitment, day: CalendarDate): boolean {
  return !done || (doneOn !== undefined && doneOn > day);
}

function listOf(
  { commitment, promised, due }: DatedPromise,
  { from, to, asOf, until }: PromisePeriod,
): keyof PeriodPromises | undefined {
  const isOpen = isOpenOn(commitment, asOf);
  if (promised >= from && promised <= to) {
    if (!isOpen && isKept(commitment, promised)) return 'kept';
    if (promised < asOf) return 'broken';
  } else if (!isOpen) {
    const { doneOn } = commitment;
    if (doneOn === undefined || doneOn < from) return undefined;
    return promised > to ? 'early' : 'late';
  }
  if (!isOpen) return undefined;
  if (due < asOf) return 'overdue';
  return due <= until ? 'next' : undefined;
}
