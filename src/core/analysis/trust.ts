import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { isValidCommitment } from '../model/commitment';
import type { Commitment } from '../model/page';

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

/** Days back that a first promised day may lie. */
const lookBack = 90;
const enough = 5;

/** Reliability by department and direction over the last 90 days (FORMAT §5, Trust), in order of the pairs’ names. */
export function trustOf(book: BookIndex, today: CalendarDate): Trust[] {
  const pairs = new Map<string, { from: string; to: string; kept: number; all: number }>();
  for (const page of book.pages()) {
    for (const commitment of page.commitments) {
      const promised = firstPromised(commitment);
      if (promised === undefined || !isValidCommitment(commitment, book.settings)) continue;
      const age = daysBetween(promised, today);
      if (age < 1 || age > lookBack) continue;
      const { from, to } = commitment;
      const key = `${from}\n${to}`;
      const pair = pairs.get(key) ?? { from, to, kept: 0, all: 0 };
      pair.all++;
      if (isKept(commitment, promised)) pair.kept++;
      pairs.set(key, pair);
    }
  }
  return [...pairs.entries()]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, pair]) => ({ ...pair, reliability: pair.all < enough ? null : pair.kept / pair.all }));
}

/** The day for which a commitment was first promised. */
export function firstPromised({ was, due }: Commitment): CalendarDate | undefined {
  return was ?? due;
}

function isKept({ done, doneOn }: Commitment, promised: CalendarDate): boolean {
  return done && (doneOn === undefined || doneOn <= promised);
}
