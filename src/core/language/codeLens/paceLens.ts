import { paceText } from '../../analysis/figureWords';
import { type BudgetPace, overspentLines, paceOf } from '../../analysis/pace';
import { dayText } from '../../model/dayWords';
import { fieldNamed } from '../../model/frontMatter';
import { amount, estimate, plainAmount, plural, rounded } from '../../model/words';
import type { CodeLens, LensContext, LensText } from './codeLens';

/** On a budget: the pace and forecast of its sales, and the pace of its spending. */
export function paceLenses(context: LensContext): readonly CodeLens[] {
  const { page, today } = context;
  if (page.type !== 'budget') return [];
  const place = (field: string, text: (pace: BudgetPace, context: LensContext) => LensText): CodeLens[] => {
    const found = fieldNamed(page.fields, field);
    if (!found) return [];
    return [{ kind: 'pace', range: found.nameRange, text: () => text(paceOf(page, today), context) }];
  };
  return [...place('sales', salesText), ...place('lines', spendingText)];
}

function salesText(pace: BudgetPace, { book, today }: LensContext): LensText {
  if (pace.pace === null) return { title: `Sales: ${reasonFor(pace)}` };
  const { currency } = book.settings;
  const parts = [`Sales at ${paceText(pace.pace)} of plan`];
  if (pace.forecast !== null) {
    parts.push(
      `forecast ${plainAmount(rounded(pace.forecast))} of ${amount(pace.salesTarget ?? 0, currency)}`,
    );
  }
  return {
    title: parts.join(' · '),
    isWarning: pace.behind,
    ...(pace.asOf === null ? {} : { tooltip: `Sales known until ${dayText(pace.asOf, today)}.` }),
  };
}

function reasonFor({ salesActual, salesTarget, planned }: BudgetPace): string {
  if (salesActual === null) return 'no data yet';
  if (planned === 0) return 'not started';
  return salesTarget === 0 || salesTarget === null ? 'no target' : 'no pace, since the plan is not valid';
}

function spendingText(
  { spendActual, spendPlanned, spendBudget, offPace }: BudgetPace,
  { page, book }: LensContext,
): LensText {
  if (spendActual === null) return { title: 'Spending: no data yet' };
  const { currency } = book.settings;
  const parts = [
    spendPlanned === null
      ? `Spent ${amount(spendActual, currency)}`
      : `Spent ${plainAmount(spendActual)} of ${estimate(spendPlanned, currency)} planned by now`,
  ];
  if (spendBudget !== null) parts.push(`${amount(spendBudget, currency)} in all`);
  const overspent = overspentLines(page).length;
  if (overspent > 0) parts.push(`${plural(overspent, 'line')} overspent`);
  return { title: parts.join(' · '), isWarning: offPace || overspent > 0 };
}
