import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate, mondayOf } from '../model/calendarDate';
import { type HorizonId, horizons } from '../schema/activities';
import { type Balance, balanceOf } from './balance';

/** Calendar weeks looked at, the current one included. */
const trendWeeks = 8;
/** A week counts from so many minutes on known activities. */
const minimumWeekMinutes = 10 * 60;
const minimumWeeks = 5;
/** Drifting: so much of the time in seven weeks. */
const driftShare = 0.05;
const tolerance = 1e-9;

export interface WeekBalance {
  readonly monday: CalendarDate;
  readonly balance: Balance;
  readonly counted: boolean;
}

export interface HorizonTrend {
  readonly horizon: HorizonId;
  /** Counted weeks. */
  readonly weeks: number;
  /** Theil–Sen slope in share per week (0.01 = one percentage point); null with fewer than five counted weeks. */
  readonly slope: number | null;
  readonly drifting: boolean;
  /** The side of the band's middle on which the latest counted share lies. */
  readonly side: 'above' | 'below' | 'middle';
  /** How many of the last four counted weeks were out of the band. */
  readonly weeksOut: number;
}

/** The last eight calendar weeks (ISO 8601, Monday first), oldest first. */
export function weeklyBalances(book: BookIndex, today: CalendarDate): WeekBalance[] {
  const thisMonday = mondayOf(today);
  return Array.from({ length: trendWeeks }, (_, index) => {
    const monday = addDays(thisMonday, 7 * (index + 1 - trendWeeks));
    const balance = balanceOf(book, today, monday, addDays(monday, 6));
    return { monday, balance, counted: balance.totalMinutes >= minimumWeekMinutes };
  });
}

/** Whether each horizon's weekly share drifts away from the middle of its band (FORMAT §5, Trend). */
export function trendsOf(
  book: BookIndex,
  today: CalendarDate,
  weeks: readonly WeekBalance[] = weeklyBalances(book, today),
): HorizonTrend[] {
  return horizons.map(({ id }) => trendOf(id, weeks, book.settings.bands[id]));
}

function trendOf(
  horizon: HorizonId,
  weeks: readonly WeekBalance[],
  [lower, upper]: readonly [number, number],
): HorizonTrend {
  const points = weeks.flatMap(({ balance, counted }, week) => {
    const minutes = balance.horizons.find(({ id }) => id === horizon)?.minutes ?? 0;
    const total = balance.totalMinutes;
    const out = 100 * minutes < lower * total || 100 * minutes > upper * total;
    return counted ? [{ week, share: minutes / total, out }] : [];
  });
  const latest = points[points.length - 1];
  const middle = (lower + upper) / 200;
  const side = !latest || latest.share === middle ? 'middle' : latest.share > middle ? 'above' : 'below';
  const weeksOut = points.slice(-4).filter(({ out }) => out).length;
  if (points.length < minimumWeeks)
    return { horizon, weeks: points.length, slope: null, drifting: false, side, weeksOut };
  const slope = theilSenSlope(points.map(({ week, share }) => [week, share]));
  const away = side === 'above' ? slope : side === 'below' ? -slope : 0;
  const drifting = away * (trendWeeks - 1) >= driftShare - tolerance || weeksOut >= 3;
  return { horizon, weeks: points.length, slope, drifting, side, weeksOut };
}

/** The median of the slopes between all pairs of points (Theil 1950, Sen 1968); the mean of the middle two when even. */
export function theilSenSlope(points: readonly (readonly [x: number, y: number])[]): number {
  const slopes: number[] = [];
  points.forEach(([x, y], index) => {
    for (const [otherX, otherY] of points.slice(index + 1)) slopes.push((otherY - y) / (otherX - x));
  });
  slopes.sort((a, b) => a - b);
  const half = Math.floor(slopes.length / 2);
  const upper = slopes[half] ?? 0;
  return slopes.length % 2 === 1 ? upper : ((slopes[half - 1] ?? 0) + upper) / 2;
}
