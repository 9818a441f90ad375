import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import { type BudgetPace, paceOf } from './pace';

/** Whether the budgets that run today will reach their sales targets. */
export interface SalesOutlook {
  /** Running budgets with a forecast, the one furthest below its target first. */
  readonly rated: readonly RatedBudget[];
  /** Running budgets of which there is no forecast yet, by path. */
  readonly unrated: readonly BudgetPace[];
  /** `Σ S/f` over the rated budgets, in the book’s currency. */
  readonly forecast: number;
  /** `Σ T` over the rated budgets. */
  readonly target: number;
  /** Forecast over target, 1 for reached; null without a rated budget. */
  readonly share: number | null;
}

export interface RatedBudget extends BudgetPace {
  readonly forecast: number;
  readonly salesTarget: number;
  /** Forecast over target. */
  readonly share: number;
}

/**
 * The forecasts of the running budgets (`start` through `end`) against their targets (FORMAT §5, Sales pace). Where
 * budgets overlap, the total counts twice on both sides: it is a mean weighted by target.
 */
export function salesOutlookOf(book: BookIndex, today: CalendarDate): SalesOutlook {
  const rated: RatedBudget[] = [];
  const unrated: BudgetPace[] = [];
  for (const page of book.pagesOfType('budget')) {
    const start = dateOf(page, 'start');
    const end = dateOf(page, 'end');
    if (start === undefined || end === undefined || today < start || today > end) continue;
    const pace = paceOf(page, today);
    const { forecast, salesTarget } = pace;
    if (forecast === null || salesTarget === null || salesTarget <= 0) unrated.push(pace);
    else rated.push({ ...pace, forecast, salesTarget, share: forecast / salesTarget });
  }
  rated.sort((a, b) => a.share - b.share);
  const forecast = rated.reduce((sum, budget) => sum + budget.forecast, 0);
  const target = rated.reduce((sum, budget) => sum + budget.salesTarget, 0);
  return { rated, unrated, forecast, target, share: target > 0 ? forecast / target : null };
}
