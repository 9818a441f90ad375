import {
  addDays,
  addMonths,
  type CalendarDate,
  earlierOf,
  firstDayOfIsoWeek,
  firstDayOfMonth,
  isIsoWeek,
  isMonth,
  isoWeekOf,
  lastDayOfMonth,
  type Month,
  monthOf,
} from '../model/calendarDate';
import { type Text, t } from '../model/message';
import { longMonthText } from '../model/texts';

export const periodKinds = ['week', 'month', 'quarter'] as const;
export type PeriodKind = (typeof periodKinds)[number];

/** The week, month or quarter that a review looks back on. */
export interface ReviewPeriod {
  readonly kind: PeriodKind;
  /** `2026-W48`, `2026-11` or `2026-Q4`: the id of the review’s page, too. */
  readonly id: string;
  /** `Week 48 of 2026`, `November 2026` or `Quarter 4 of 2026`. */
  readonly title: Text;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const quarterPattern = /^(\d{4})-Q([1-4])$/;

/** The period that an id names; undefined for a text that names none. */
export function periodNamed(kind: PeriodKind, id: string): ReviewPeriod | undefined {
  switch (kind) {
    case 'week':
      return isIsoWeek(id) ? weekPeriod(id) : undefined;
    case 'month':
      return isMonth(id) && id >= '0001' ? monthPeriod(id) : undefined;
    case 'quarter':
      return quarterPattern.test(id) && id >= '0001' ? quarterPeriod(id) : undefined;
  }
}

/** The period that a day belongs to. */
export function periodOf(kind: PeriodKind, day: CalendarDate): ReviewPeriod {
  const month = monthOf(day);
  switch (kind) {
    case 'week':
      return weekPeriod(isoWeekOf(day));
    case 'month':
      return monthPeriod(month);
    case 'quarter':
      return quarterPeriod(`${month.slice(0, 4)}-Q${Math.ceil(Number(month.slice(5)) / 3)}`);
  }
}

export function periodBefore({ kind, from }: ReviewPeriod): ReviewPeriod {
  return periodOf(kind, addDays(from, -1));
}

export function periodAfter({ kind, to }: ReviewPeriod): ReviewPeriod {
  return periodOf(kind, addDays(to, 1));
}

/** The day as of which a period is looked at: its last one, or today while it lasts. */
export function asOfDay({ to }: ReviewPeriod, today: CalendarDate): CalendarDate {
  return earlierOf(to, today);
}

function weekPeriod(id: string): ReviewPeriod {
  const from = firstDayOfIsoWeek(id);
  const title = t`Week ${Number(id.slice(6))} of ${id.slice(0, 4)}`;
  return { kind: 'week', id, title, from, to: addDays(from, 6) };
}

function monthPeriod(id: Month): ReviewPeriod {
  return { kind: 'month', id, title: longMonthText(id), from: firstDayOfMonth(id), to: lastDayOfMonth(id) };
}

function quarterPeriod(id: string): ReviewPeriod {
  const [, year = '', quarter = ''] = quarterPattern.exec(id) ?? [];
  const first = `${year}-${String(3 * Number(quarter) - 2).padStart(2, '0')}`;
  const to = lastDayOfMonth(addMonths(first, 2));
  return { kind: 'quarter', id, title: t`Quarter ${quarter} of ${year}`, from: firstDayOfMonth(first), to };
}
