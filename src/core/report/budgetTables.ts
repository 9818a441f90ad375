import { paceText } from '../analysis/figureWords';
import { type BudgetPace, paceOf } from '../analysis/pace';
import { joined, type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { amount, estimate, percent } from '../model/texts';
import { bandSign, barText } from './bar';
import { type Block, type Inline, strong, table } from './document';
import type { ReportContext } from './reportContext';

/** Sales against their planned curve, budget by budget. */
export function salesTable(budgets: readonly Page[], context: ReportContext): Block {
  const { currency } = context.book.settings;
  return table('llrrrr', [
    [t`Sales`, t`${bandSign} is the plan`, t`Of target`, t`Planned`, t`Pace`, t`Forecast`],
    ...budgets.map((page) => salesRow(context.linkInTable(page), paceOf(page, context.today), currency)),
  ]);
}

/** Spending against its pace, budget by budget. */
export function spendingTable(budgets: readonly Page[], context: ReportContext): Block {
  const { currency } = context.book.settings;
  return table('lrrrl', [
    [t`Spending`, t`Spent`, t`Planned by now`, t`Whole budget`, t`State`],
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
export function spendingWords(budget: Page, { today, book }: ReportContext): Text {
  const pace = paceOf(budget, today);
  const { currency } = book.settings;
  const state = joined([budget.title, spendingState(pace)], ' ');
  if (pace.spendActual === null) return state;
  return t`${state} (${told(pace.spendActual, currency)} of ${expected(pace.spendPlanned, currency)} planned by now)`;
}

function salesRow(name: Inline, budget: BudgetPace, currency: string): Inline[] {
  const { attainment, planned, pace, behind, salesTarget, forecast } = budget;
  const target = told(salesTarget, currency);
  if (attainment === null) return [name, '', t`no data of ${target}`, share(planned), '–', '–'];
  const mark = planned === null ? undefined : ([100 * planned - 2, 100 * planned + 2] as const);
  return [
    name,
    barText(attainment, mark),
    t`${share(attainment)} of ${target}`,
    share(planned),
    pace === null ? '–' : behind ? strong(t`${paceText(pace)}, behind`) : paceText(pace),
    expected(forecast, currency),
  ];
}

function spendingState({ spendActual, spendPlanned, offPace }: BudgetPace): Text {
  if (spendActual === null) return t`no data`;
  if (!offPace) return t`on plan`;
  return spendActual > (spendPlanned ?? 0) ? t`ahead of plan` : t`behind plan`;
}

function told(value: number | null, currency: string): Text {
  return value === null ? '–' : amount(value, currency);
}

/** What is worked out from a plan or a pace. */
function expected(value: number | null, currency: string): Text {
  return value === null ? '–' : estimate(value, currency);
}

function share(value: number | null): Text {
  return value === null ? '–' : percent(value);
}
