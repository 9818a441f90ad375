import { addDays, addMonths, type CalendarDate, dayNumber, daysInMonth, monthOf } from './calendarDate';
import { plural, type Text, t } from './message';

/** How often something comes again: every `count` units. */
export interface Period {
  /** 1 to 999. */
  readonly count: number;
  readonly unit: PeriodUnit;
}

const units = { d: 'day', w: 'week', m: 'month', q: 'quarter', y: 'year' } as const;
export type PeriodUnit = (typeof units)[keyof typeof units];

const unitLetters: ReadonlyMap<string, keyof typeof units> = new Map(
  Object.entries(units).map(([letter, name]) => [name, letter as keyof typeof units]),
);
const adverbs: ReadonlyMap<string, string> = new Map([
  ['daily', '1d'],
  ['weekly', '1w'],
  ['biweekly', '2w'],
  ['fortnightly', '2w'],
  ['fortnight', '2w'],
  ['monthly', '1m'],
  ['quarterly', '1q'],
  ['yearly', '1y'],
  ['annually', '1y'],
]);

/** Reads `1w`, `2d`, `1m`, `1q` or `1y`. */
export function readPeriod(text: string): Period | undefined {
  const match = /^([1-9]\d{0,2})([dwmqy])$/.exec(text);
  if (!match) return undefined;
  return { count: Number(match[1]), unit: units[match[2] as keyof typeof units] };
}

/** The period that people mean by `week`, `2 weeks`, `weekly`, `W` or `1 W`, in the form that is read. */
export function meantPeriod(text: string): string | undefined {
  const words = text.normalize('NFKC').trim().toLowerCase();
  const adverb = adverbs.get(words);
  if (adverb !== undefined) return adverb;
  const match = /^(\d{1,3})?\s{0,3}([a-z]{1,8})$/.exec(words);
  if (!match) return undefined;
  const [, digits = '1', unit = ''] = match;
  const letter = unit.length === 1 ? unit : unitLetters.get(unit.replace(/s$/, ''));
  if (letter === undefined) return undefined;
  const period = `${Number(digits)}${letter}`;
  return readPeriod(period) ? period : undefined;
}

/** `every week`, `every 2 weeks` */
export function periodWords({ count, unit }: Period): Text {
  return count === 1 ? every[unit] : everySome[unit](count);
}

const every: Readonly<Record<PeriodUnit, Text>> = {
  day: t`every day`,
  week: t`every week`,
  month: t`every month`,
  quarter: t`every quarter`,
  year: t`every year`,
};

const everySome: Readonly<Record<PeriodUnit, (count: number) => Text>> = {
  day: (count) => t`every ${plural(count, 'day')}`,
  week: (count) => t`every ${plural(count, 'week')}`,
  month: (count) => t`every ${plural(count, 'month')}`,
  quarter: (count) => t`every ${plural(count, 'quarter')}`,
  year: (count) => t`every ${plural(count, 'year')}`,
};

/**
 * The day of the next one of something that repeats: its day moved on by whole periods, one at least, to the first day
 * after `today`; the last day of a month stays the last one. Without a day, one period from `today`.
 */
export function nextDay(due: CalendarDate | undefined, period: Period, today: CalendarDate): CalendarDate {
  if (due === undefined) return moved(today, period, 1);
  const start = Math.max(1, Math.floor(periodsBetween(due, today, period)) - 1);
  let count = start;
  while (moved(due, period, count) <= today && count < start + 4) count++;
  return moved(due, period, count);
}

const monthsPer: Readonly<Record<PeriodUnit, number>> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };

function moved(day: CalendarDate, { count, unit }: Period, times: number): CalendarDate {
  const months = monthsPer[unit] * count * times;
  if (months === 0) return addDays(day, count * times * (unit === 'week' ? 7 : 1));
  const month = addMonths(monthOf(day), months);
  if (month.length > 7) return '9999-12-31';
  const last = daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)));
  const dayOfMonth = Number(day.slice(8));
  const isLast = dayOfMonth === daysInMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
  return `${month}-${String(isLast ? last : Math.min(dayOfMonth, last)).padStart(2, '0')}`;
}

function periodsBetween(from: CalendarDate, to: CalendarDate, { count, unit }: Period): number {
  const months = monthsPer[unit] * count;
  if (months === 0) return (dayNumber(to) - dayNumber(from)) / (count * (unit === 'week' ? 7 : 1));
  const monthNumber = (day: CalendarDate): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return (monthNumber(to) - monthNumber(from)) / months;
}
