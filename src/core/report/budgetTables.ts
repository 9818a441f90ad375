import { paceText } from '../analysis/figureWords';
import { type BudgetPace, paceOf } from '../analysis/pace';
import type { Page } from '../model/page';
import { amount, estimate, percent } from '../model/words';
import { bandSign, barText } from './bar';
import { type Block, type Inline, strong, table } from './document';
import type { ReportContext } from './reportContext';

/** Sales against their planned curve, budget by budget. */
export function salesTable(budgets: readonly Page[], context: ReportContext): Block {
  const { currency } = context.book.settings;
  return table('llrrrr', [
    ['Sales', `${bandSign} is the plan`, 'Of target', 'Planned', 'Pace', 'Forecast'],
    ...budgets.map((page) => salesRow(context.linkInTable(page), paceOf(page, context.today), currency)),
  ]);
}

/** Spending against its pace, budget by budget. */
export function spendingTable(budgets: readonly Page[], context: ReportContext): Block {
  const { currency } = context.book.settings;
  return table('lrrrl', [
    ['Spending', 'Spent', 'Planned by now', 'Whole budget', 'State'],
    ...budgets.map((page) => {
      const pace = paceOf(page, context.today);
      const { spendActual, spendPlanned, spendBudget } = pace;
      const state = spendingState(pace);
      return [
        context.linkInTable(page),
        told(spendActual, currency),
        expected(spendPlanned, currency),
        told(spendBudget, currency),
        pace.offPace ? strong(state) : state,
      ];
    }),
  ]);
}

/** The same in words: `Benelux 2026 on plan (111,390 EUR of 112,480 EUR planned by now)`. */
export function spendingWords(budget: Page, { today, book }: ReportContext): string {
  const pace = paceOf(budget, today);
  const { currency } = book.settings;
  const state = `${budget.title} ${spendingState(pace)}`;
  if (pace.spendActual === null) return state;
  return `${state} (${told(pace.spendActual, currency)} of ${expected(pace.spendPlanned, currency)} planned by now)`;
}

function salesRow(name: Inline, budget: BudgetPace, currency: string): Inline[] {
  const { attainment, planned, pace, behind, salesTarget, forecast } = budget;
  const target = told(salesTarget, currency);
  if (attainment === null) return [name, '', `no data of ${target}`, share(planned), '–', '–'];
  const mark = planned === null ? undefined : ([100 * planned - 2, 100 * planned + 2] as const);
  return [
    name,
    barText(attainment, mark),
    `${share(attainment)} of ${target}`,
    share(planned),
    pace === null ? '–' : behind ? strong(`${paceText(pace)}, behind`) : paceText(pace),
    expected(forecast, currency),
  ];
}

function spendingState({ spendActual, spendPlanned, offPace }: BudgetPace): string {
  if (spendActual === null) return 'no data';
  if (!offPace) return 'on plan';
  return spendActual > (spendPlanned ?? 0) ? 'ahead of plan' : 'behind plan';
}

function told(value: number | null, currency: string): string {
  return value === null ? '–' : amount(value, currency);
}

/** What is worked out from a plan or a pace. */
function expected(value: number | null, currency: string): string {
  return value === null ? '–' : estimate(value, currency);
}

function share(value: number | null): string {
  return value === null ? '–' : percent(value);
}
