import type { HostMeasures } from '../host/bench.mjs';
import type { CoreTimes } from './inCore';
import type { LongPageResult } from './longPageTimes';
import type { Memory } from './memory';
import type { PeerTime } from './peers';
import type { TroubledTime } from './troubledBooks';
import type { ProcessTimes } from './wholeProcess';

export const parts = ['process', 'memory', 'core', 'host', 'troubled', 'long', 'peers'] as const;
export type Part = (typeof parts)[number];

/** What was measured of one book; parts that were not asked for are absent. */
export interface BookResults {
  readonly size: number;
  /** Of its files. */
  readonly bytes: number;
  process?: ProcessTimes;
  memory?: Memory;
  core?: CoreTimes;
  /** In the Node host, and in the browser's. */
  host?: HostMeasures;
  web?: HostMeasures;
}

export interface Results {
  /** From small to large. */
  readonly books: readonly BookResults[];
  readonly troubled?: { readonly size: number; readonly times: readonly TroubledTime[] };
  readonly longPages?: readonly LongPageResult[];
  readonly peers?: readonly PeerTime[];
  /** Parts that failed, and why. */
  readonly failures?: readonly string[];
}

export function bookOf({ books }: Results, size: number): BookResults | undefined {
  return books.find((book) => book.size === size);
}
