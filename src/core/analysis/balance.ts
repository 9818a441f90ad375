import type { BookIndex } from '../index/bookIndex';
import { activityNamed } from '../model/activityNames';
import { addDays, type CalendarDate } from '../model/calendarDate';
import { memoizeByPage } from '../model/memoizeByPage';
import { type Band, type HorizonId, horizons } from '../schema/activities';
import { possibleEntries } from './entries';
import { logsBetween } from './logs';

export type BalanceState = 'inside' | 'below' | 'above' | 'no-data';

export interface HorizonBalance {
  readonly id: HorizonId;
  readonly minutes: number;
  /** Of the total, 0 to 1, unrounded; null where nothing is logged. */
  readonly share: number | null;
  /** Inclusive, in percent. */
  readonly band: Band;
  readonly state: BalanceState;
  /** Percentage points outside the band; 0 inside it and where it is not judged. */
  readonly deviation: number;
  /** True from 2 percentage points outside on. */
  readonly far: boolean;
}

export interface ActivityMinutes {
  readonly id: string;
  readonly horizon: HorizonId;
  readonly minutes: number;
}

export interface Balance {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Minutes on known activities, entries after today left out. */
  readonly totalMinutes: number;
  /** Minutes on unknown activities, not in the total. */
  readonly unclassifiedMinutes: number;
  /** False below the book's minimum of hours. */
  readonly judged: boolean;
  /** Minutes that are missing before the balance is judged. */
  readonly missingMinutes: number;
  readonly horizons: readonly HorizonBalance[];
  /** Every activity of the book, in the book's order. */
  readonly activities: readonly ActivityMinutes[];
}

/** Points outside the band from which on a horizon counts as far out. */
const farPoints = 2;

/** The minutes of a page’s entries by activity as it is written, known or not. */
const minutesOf = memoizeByPage((page): ReadonlyMap<string, number> => {
  const byActivity = new Map<string, number>();
  for (const { activity, minutes } of possibleEntries(page))
    byActivity.set(activity, (byActivity.get(activity) ?? 0) + minutes);
  return byActivity;
});

/** The first day of the book's window, which ends with `today`. */
export function windowStart(book: BookIndex, today: CalendarDate): CalendarDate {
  return addDays(today, 1 - book.settings.windowDays);
}

/**
 * Where the time from `from` through `to` went: `share_k = minutes_k / Σ minutes` over known activities, judged from
 * `minimumHours` on (FORMAT §5, Balance). By default the book's window through today.
 */
export function balanceOf(
  book: BookIndex,
  today: CalendarDate,
  from: CalendarDate = windowStart(book, today),
  to: CalendarDate = today,
): Balance {
  const { settings } = book;
  const minutes = new Map([...settings.activities.keys()].map((id) => [id, 0]));
  let totalMinutes = 0;
  let unclassifiedMinutes = 0;
  for (const { page } of logsBetween(book, from, to < today ? to : today)) {
    for (const [activity, spent] of minutesOf(page)) {
      const id = activityNamed(settings.activities, activity)?.id;
      if (id === undefined) {
        // Words that are no title are no entry: they are reported.
        if (!/\s/.test(activity)) unclassifiedMinutes += spent;
      } else {
        minutes.set(id, (minutes.get(id) ?? 0) + spent);
        totalMinutes += spent;
      }
    }
  }
  const missingMinutes = Math.max(0, settings.minimumHours * 60 - totalMinutes);
  const judged = missingMinutes === 0 && totalMinutes > 0;
  const activities = [...settings.activities.values()].map(({ id, horizon }) => ({
    id,
    horizon,
    minutes: minutes.get(id) ?? 0,
  }));
  return {
    from,
    to,
    totalMinutes,
    unclassifiedMinutes,
    judged,
    missingMinutes,
    activities,
    horizons: horizons.map(({ id }) => {
      const ofHorizon = activities.filter(({ horizon }) => horizon === id);
      const spent = ofHorizon.reduce((sum, activity) => sum + activity.minutes, 0);
      return horizonBalance(id, spent, totalMinutes, settings.bands[id], judged);
    }),
  };
}

function horizonBalance(
  id: HorizonId,
  minutes: number,
  totalMinutes: number,
  band: Band,
  judged: boolean,
): HorizonBalance {
  const share = totalMinutes === 0 ? null : minutes / totalMinutes;
  if (!judged) return { id, minutes, share, band, state: 'no-data', deviation: 0, far: false };
  const [lower, upper] = band;
  // In hundredths of a minute rather than as shares, so that bounds hit exactly are inside.
  const below = lower * totalMinutes - 100 * minutes;
  const above = 100 * minutes - upper * totalMinutes;
  const outside = Math.max(below, above, 0);
  return {
    id,
    minutes,
    share,
    band,
    state: below > 0 ? 'below' : above > 0 ? 'above' : 'inside',
    deviation: outside / totalMinutes,
    far: outside >= farPoints * totalMinutes,
  };
}
