import type { BookIndex } from '../index/bookIndex';
import {
  type CalendarDate,
  daysBetween,
  earlierOf,
  firstDayOfMonth,
  isMonth,
  lastDayOfMonth,
  laterOf,
  monthsBetween,
} from '../model/calendarDate';
import { dateOf, type Fields, fieldValue, numberOf, objectOf, objectsOf, textOf } from '../model/fields';
import { itemsOf } from '../model/frontMatter';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';

export interface BudgetPace {
  readonly path: string;
  /** The day up to which the sales are known; null without actuals and `asOf`. */
  readonly asOf: CalendarDate | null;
  /** Planned fraction of the period, 0 to 1; null where the period or the weights are not valid. */
  readonly planned: number | null;
  readonly salesActual: number | null;
  readonly salesTarget: number | null;
  /** Sales over target. */
  readonly attainment: number | null;
  /** Sales over what was planned by now. */
  readonly pace: number | null;
  /** Sales by the end at this pace; from 15 % of the period on. */
  readonly forecast: number | null;
  readonly behind: boolean;
  readonly spendActual: number | null;
  /** What should be spent by now. */
  readonly spendPlanned: number | null;
  readonly spendBudget: number | null;
  readonly offPace: boolean;
}

export interface OverspentLine {
  readonly line: Fields;
  readonly item: Text;
  readonly planned: number;
  readonly actual: number;
  readonly committed: number;
}

/** Behind below this share of the planned sales. */
export const behindBelow = 0.9;
const forecastFrom = 0.15;
const offPaceOfExpected = 0.1;
const offPaceOfBudget = 0.02;
const tolerance = 1e-9;

/** Sales and spending of every budget against its plan (FORMAT §5, Sales pace and Budget pace). */
export function pacesOf(book: BookIndex, today: CalendarDate): BudgetPace[] {
  return book.pagesOfType('budget').map((page) => paceOf(page, today));
}

export function paceOf(page: Page, today: CalendarDate): BudgetPace {
  const sales = objectOf(page, 'sales');
  const asOf = actualsKnownUntil(page);
  const planned = plannedFraction(page, sales, asOf !== undefined && asOf < today ? asOf : today);
  const amounts = monthlyActuals(page).map(({ amount }) => amount);
  const salesActual = amounts.length > 0 ? sum(amounts) : null;
  const salesTarget = numberOf(sales, 'target') ?? null;
  const rated = salesActual !== null && salesTarget !== null && salesTarget !== 0;
  const started = planned !== null && planned > 0;
  const pace = rated && started ? salesActual / (salesTarget * planned) : null;
  return {
    path: page.path,
    asOf: asOf ?? null,
    planned,
    salesActual,
    salesTarget,
    attainment: rated ? salesActual / salesTarget : null,
    pace,
    forecast: rated && planned !== null && planned >= forecastFrom - tolerance ? salesActual / planned : null,
    behind: pace !== null && pace < behindBelow - tolerance,
    ...spendingOf(page, planned),
  };
}

function spendingOf(
  page: Page,
  planned: number | null,
): Pick<BudgetPace, 'spendActual' | 'spendPlanned' | 'spendBudget' | 'offPace'> {
  const lines = objectsOf(page, 'lines');
  const actuals = lines.flatMap((line) => numberOf(line, 'actual') ?? []);
  const budgets = lines.flatMap((line) => numberOf(line, 'planned') ?? []);
  const spendActual = actuals.length > 0 ? sum(actuals) : null;
  const spendBudget = budgets.length > 0 ? sum(budgets) : null;
  const spendPlanned = spendBudget === null || planned === null ? null : spendBudget * planned;
  const rated = spendActual !== null && spendPlanned !== null && spendPlanned > 0;
  const apart = rated ? Math.abs(spendActual - spendPlanned) : 0;
  const offPace =
    rated &&
    apart >= offPaceOfExpected * spendPlanned - tolerance &&
    apart >= offPaceOfBudget * (spendBudget ?? 0) - tolerance;
  return { spendActual, spendPlanned, spendBudget, offPace };
}

/** `asOf`, else the end of the last month with an actual. */
export function actualsKnownUntil(page: Page): CalendarDate | undefined {
  const asOf = dateOf(page, 'asOf');
  if (asOf !== undefined) return asOf;
  const last = monthlyActuals(page)
    .map(({ month }) => month)
    .sort()
    .pop();
  return last === undefined ? undefined : lastDayOfMonth(last);
}

export function monthlyActuals(page: Page): { month: string; amount: number }[] {
  return objectsOf(objectOf(page, 'sales'), 'actuals').flatMap((actual) => {
    const month = textOf(actual, 'month');
    const amount = numberOf(actual, 'amount');
    return month !== undefined && isMonth(month) && amount !== undefined ? [{ month, amount }] : [];
  });
}

/**
 * The fraction of the year’s sales that is planned through day `t`: by days, or by the months’ weights,
 * `f = Σ_m w_m · elapsedDays_m / days_m ÷ Σ_m w_m`.
 */
export function plannedFraction(page: Page, sales: Fields | undefined, t: CalendarDate): number | null {
  const start = dateOf(page, 'start');
  const end = dateOf(page, 'end');
  if (start === undefined || end === undefined || end < start) return null;
  if (itemsOf(fieldValue(sales, 'weights')).length === 0) return elapsedFraction(start, end, t);
  const weights = monthWeights(sales);
  const months = monthsBetween(start, end);
  const total = sum(weights);
  if (weights.length !== months.length || weights.some((weight) => weight < 0) || total <= 0) return null;
  const elapsed = months.map((month, index) => {
    const first = laterOf(firstDayOfMonth(month), start);
    const last = earlierOf(lastDayOfMonth(month), end);
    return (weights[index] as number) * elapsedFraction(first, last, t);
  });
  return sum(elapsed) / total;
}

/** The weights of a budget’s months; NaN where one is no number. */
function monthWeights(sales: Fields | undefined): number[] {
  return itemsOf(fieldValue(sales, 'weights')).map((item) =>
    item.kind === 'scalar' && typeof item.value === 'number' ? item.value : Number.NaN,
  );
}

function elapsedFraction(start: CalendarDate, end: CalendarDate, t: CalendarDate): number {
  const fraction = (daysBetween(start, t) + 1) / (daysBetween(start, end) + 1);
  return Math.min(1, Math.max(0, fraction));
}

/** Lines on which more is spent and ordered than planned. */
export function overspentLines(page: Page): OverspentLine[] {
  return objectsOf(page, 'lines').flatMap((line) => {
    const planned = numberOf(line, 'planned');
    const actual = numberOf(line, 'actual') ?? 0;
    const committed = numberOf(line, 'committed') ?? 0;
    if (planned === undefined || actual + committed - planned <= tolerance) return [];
    return [{ line, item: textOf(line, 'item') ?? t`This line`, planned, actual, committed }];
  });
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
