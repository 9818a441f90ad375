import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate } from '../model/calendarDate';
import { areKnownDepartments } from '../model/commitment';
import { memoizeByPage } from '../model/memoizeByPage';
import type { Commitment, Page } from '../model/page';

export interface Trust {
  /** The department that promised; `me` is the product manager. */
  readonly from: string;
  readonly to: string;
  /** Commitments kept by the first promised day. */
  readonly kept: number;
  readonly all: number;
  /** Kept over all, 0 to 1; null below five commitments. */
  readonly reliability: number | null;
}

/** Reliable from this share on, in percent. */
export const reliableFrom = 80;

/** Days back that a first promised day may lie. */
export const trustDays = 90;
const enough = 5;

/** A commitment that counts for trust. */
export interface CountedPromise {
  readonly page: Page;
  /** Which of the page’s commitments it is. */
  readonly index: number;
  readonly from: string;
  readonly to: string;
  /** The day for which it was first promised. */
  readonly promised: CalendarDate;
  readonly kept: boolean;
}

const none: readonly CountedPromise[] = [];

/** The commitments of a page that could be kept, as far as they are written well. */
export const countedPromisesOf = memoizeByPage((page): readonly CountedPromise[] => {
  const { commitments } = page;
  if (commitments.length === 0) return none;
  return commitments.flatMap((commitment, index) => promise(page, commitment, index));
});

function promise(page: Page, commitment: Commitment, index: number): CountedPromise[] {
  const promised = firstPromised(commitment);
  if (promised === undefined || commitment.problems.length > 0) return [];
  const { from, to } = commitment;
  return [{ page, index, from, to, promised, kept: isKept(commitment, promised) }];
}

/** The valid commitments first promised for a day 1 to 90 days ago, by page and line. */
export function countedPromises(book: BookIndex, today: CalendarDate): CountedPromise[] {
  const first = addDays(today, -trustDays);
  const counted: CountedPromise[] = [];
  for (const page of book.pages()) {
    for (const promise of countedPromisesOf(page)) {
      if (promise.promised < first || promise.promised >= today) continue;
      if (areKnownDepartments(promise, book.settings)) counted.push(promise);
    }
  }
  return counted;
}

/** Reliability by department and direction over the last 90 days (FORMAT §5, Trust), in order of the pairs’ names. */
export function trustOf(
  book: BookIndex,
  today: CalendarDate,
  counted: readonly CountedPromise[] = countedPromises(book, today),
): Trust[] {
  const pairs = new Map<string, { from: string; to: string; kept: number; all: number }>();
  for (const { from, to, kept } of counted) {
    const key = `${from}\n${to}`;
    const pair = pairs.get(key) ?? { from, to, kept: 0, all: 0 };
    pair.all++;
    if (kept) pair.kept++;
    pairs.set(key, pair);
  }
  return [...pairs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => ({ ...pair, reliability: pair.all < enough ? null : pair.kept / pair.all }));
}

/** The day for which a commitment was first promised. */
export function firstPromised({ was, due }: Commitment): CalendarDate | undefined {
  return was ?? due;
}

/** True for a commitment that was met by the day for which it was first promised; without a day it counts as met in time. */
export function isKept({ done, doneOn }: Commitment, promised: CalendarDate): boolean {
  return done && (doneOn === undefined || doneOn <= promised);
}
