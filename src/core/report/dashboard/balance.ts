import { type HorizonBalance, windowStart } from '../../analysis/balance';
import {
  adviceText,
  bandText,
  horizonSentence,
  horizonTitle,
  missingText,
  pointsText,
  shareText,
  stateWords,
  windowText,
} from '../../analysis/balanceWords';
import { entriesOf } from '../../analysis/entries';
import { logsBetween } from '../../analysis/logs';
import { type HorizonTrend, trendsOf, type WeekBalance, weeklyBalances } from '../../analysis/trend';
import { addDays, type CalendarDate, isoWeekOf } from '../../model/calendarDate';
import { joined, number, type Text, t } from '../../model/message';
import { rounded } from '../../model/rounding';
import { capitalised, dayText, duration, percent } from '../../model/texts';
import type { HorizonId } from '../../schema/activities';
import type { DashboardContext } from './context';
import type { BalanceSection, Cell, HorizonCourse, PagePlace, State, Table } from './model';
import { dataTable, numbers } from './tables';
import { sentences } from './words';

/** The balance of the window against the bands, and its course over the weeks of the trend. */
export function balanceSection(context: DashboardContext): BalanceSection {
  const { balance, book, today } = context;
  const weeks = weeklyBalances(book, today);
  const trends = trendsOf(book, today, weeks);
  const place = latestLog(context);
  const logs = logsBetween(book, weeks[0]?.monday ?? today, today);
  const weekPlaces = weeks.map(({ monday }): PagePlace | undefined => {
    const last = logs.filter(({ date }) => date >= monday && date <= addDays(monday, 6)).pop();
    return last && timePlace(last.page.path, context);
  });
  const horizons = balance.horizons.map((horizon, index): HorizonCourse => {
    const shares = weeks.map((week) => weekShare(week, horizon.id));
    const trendText = trendWords(trends[index]);
    return {
      id: horizon.id,
      title: horizonTitle(horizon.id),
      share: horizon.share,
      shareText: shareText(horizon),
      band: horizon.band,
      bandText: bandText(horizon),
      balance: horizon.state,
      stateText: stateText(horizon),
      state: stateOf(horizon),
      weeks: shares,
      trendText,
      advice: adviceText(horizon, balance),
      summary: sentences(horizonSentence(horizon, balance), courseWords(shares, weeks), trendText),
      ...(place ? { place } : {}),
    };
  });
  const isEmpty = balance.totalMinutes === 0 && weeks.every((week) => week.balance.totalMinutes === 0);
  return {
    ...(isEmpty
      ? {
          empty: {
            text: t`No time is logged yet. Log the first hour, and the balance of your days shows up here.`,
            action: { title: t`Log Time…`, command: 'statusBook.logTime' },
          },
        }
      : {}),
    window: windowText(balance, book.settings.windowDays),
    missing: balance.judged ? '' : t`${capitalised(missingText(balance))}.`,
    horizons,
    weeks: weeks.map(({ monday }, index) => {
      const at = weekPlaces[index];
      return { label: weekLabel(monday), ...(at ? { place: at } : {}) };
    }),
    highest: Math.max(
      ...horizons.flatMap(({ band, weeks: shares }) => [band[1] / 100, ...shares.map((share) => share ?? 0)]),
    ),
    table: weekTable(weeks, weekPlaces, context),
  };
}

/** The latest log page of the window, at its entries. */
export function latestLog(context: DashboardContext): PagePlace | undefined {
  const { book, today } = context;
  const latest = logsBetween(book, windowStart(book, today), today).pop();
  return latest && timePlace(latest.page.path, context);
}

function timePlace(path: string, { book }: DashboardContext): PagePlace {
  const page = book.page(path);
  const line = page && entriesOf(page, book.settings.activities)[0]?.range.start.line;
  return line === undefined ? { path } : { path, line };
}

function weekTable(
  weeks: readonly WeekBalance[],
  places: readonly (PagePlace | undefined)[],
  { balance, today }: DashboardContext,
): Table {
  const rowOf = (first: Cell, { horizons, totalMinutes }: WeekBalance['balance']): Cell[] => [
    first,
    ...horizons.map(({ share }) => ({ text: share === null ? '–' : percent(share) })),
    { text: duration(totalMinutes) },
  ];
  const bands: Cell[] = [
    { text: t`Band` },
    ...balance.horizons.map((horizon) => ({ text: bandText(horizon) })),
    { text: '' },
  ];
  return dataTable(
    t`Share of the time by horizon`,
    [t`Period`, ...balance.horizons.map(({ id }) => numbers(horizonTitle(id))), numbers(t`Logged`)],
    [
      rowOf({ text: t`Window, from ${dayText(balance.from, today)}` }, balance),
      bands,
      ...weeks.map((week, index) => {
        const place = places[index];
        const text = t`${weekLabel(week.monday)}, from ${dayText(week.monday, today)}`;
        return rowOf(place ? { text, place } : { text }, week.balance);
      }),
    ],
  );
}

function stateOf({ state }: HorizonBalance): State {
  return state === 'no-data' ? 'unknown' : state === 'inside' ? 'good' : 'attention';
}

function stateText(horizon: HorizonBalance): Text {
  const { state } = horizon;
  if (state === 'inside') return t`inside its band`;
  if (state === 'no-data') return stateWords[state];
  return state === 'above' ? t`${pointsText(horizon)} above` : t`${pointsText(horizon)} below`;
}

/** Weeks with too little time are left open. */
function weekShare({ balance, counted }: WeekBalance, id: HorizonId): number | null {
  return counted ? (balance.horizons.find((horizon) => horizon.id === id)?.share ?? null) : null;
}

function trendWords(trend: HorizonTrend | undefined): Text {
  if (!trend || trend.slope === null) return '';
  const size = rounded(Math.abs(trend.slope) * 100, 1);
  if (size === 0) return t`Steady.`;
  const points = number(size);
  if (trend.slope > 0) {
    return trend.drifting
      ? t`Rising by ${points} points a week, drifting away from its band.`
      : t`Rising by ${points} points a week.`;
  }
  return trend.drifting
    ? t`Falling by ${points} points a week, drifting away from its band.`
    : t`Falling by ${points} points a week.`;
}

function courseWords(shares: readonly (number | null)[], weeks: readonly WeekBalance[]): Text {
  const told = shares.flatMap((share, index) => {
    const monday = weeks[index]?.monday;
    return share === null || monday === undefined ? [] : [t`${weekLabel(monday)} ${percent(share)}`];
  });
  return told.length === 0 ? '' : t`By week: ${joined(told, ', ')}.`;
}

function weekLabel(monday: CalendarDate): string {
  return isoWeekOf(monday).slice(5);
}
