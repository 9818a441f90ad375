import type { TimeEntry } from '../model/page';
import { type Activity, type HorizonId, horizons } from '../schema/activities';

/** Where the time of one log page went. */
export interface PageTime {
  /** Minutes of all entries. */
  readonly totalMinutes: number;
  /** Minutes on activities that the book does not know. */
  readonly unclassifiedMinutes: number;
  /** Every horizon, in their order. */
  readonly horizons: readonly { readonly id: HorizonId; readonly minutes: number }[];
  /** True while a range has no end. */
  readonly isRunning: boolean;
}

/** Adds the entries of a page up, whatever its date. */
export function pageTime(entries: readonly TimeEntry[], activities: ReadonlyMap<string, Activity>): PageTime {
  const sum = (isWanted: (entry: TimeEntry) => boolean): number =>
    entries.filter(isWanted).reduce((total, { minutes }) => total + minutes, 0);
  return {
    totalMinutes: sum(() => true),
    unclassifiedMinutes: sum(({ activity }) => !activities.has(activity)),
    horizons: horizons.map(({ id }) => ({
      id,
      minutes: sum(({ activity }) => activities.get(activity)?.horizon === id),
    })),
    isRunning: entries.some(({ open }) => open),
  };
}
