import { paceText } from '../../analysis/figureWords';
import { type BudgetPace, overspentLines, paceOf } from '../../analysis/pace';
import { fieldNamed } from '../../model/frontMatter';
import { joined, plural, type Text, t } from '../../model/message';
import { rounded } from '../../model/rounding';
import { amount, dayText, estimate, plainAmount } from '../../model/texts';
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
  if (pace.pace === null) return { title: t`Sales: ${reasonFor(pace)}` };
  const { currency } = book.settings;
  const parts = [t`Sales at ${paceText(pace.pace)} of plan`];
  if (pace.forecast !== null) {
    parts.push(
      t`forecast ${plainAmount(rounded(pace.forecast))} of ${amount(pace.salesTarget ?? 0, currency)}`,
    );
  }
  return {
    title: joined(parts, ' · '),
    isWarning: pace.behind,
    ...(pace.asOf === null ? {} : { tooltip: t`Sales known until ${dayText(pace.asOf, today)}.` }),
  };
}

function reasonFor({ salesActual, salesTarget, planned }: BudgetPace): Text {
  if (salesActual === null) return t`no data yet`;
  if (planned === 0) return t`not started`;
  return salesTarget === 0 || salesTarget === null ? t`no target` : t`no pace, since the plan is not valid`;
}

function spendingText(
  { spendActual, spendPlanned, spendBudget, offPace }: BudgetPace,
  { page, book }: LensContext,
): LensText {
  if (spendActual === null) return { title: t`Spending: no data yet` };
  const { currency } = book.settings;
  const parts = [
    spendPlanned === null
      ? t`Spent ${amount(spendActual, currency)}`
      : t`Spent ${plainAmount(spendActual)} of ${estimate(spendPlanned, currency)} planned by now`,
  ];
  if (spendBudget !== null) parts.push(t`${amount(spendBudget, currency)} in all`);
  const overspent = overspentLines(page).length;
  if (overspent > 0) parts.push(t`${plural(overspent, 'line')} overspent`);
  return { title: joined(parts, ' · '), isWarning: offPace || overspent > 0 };
}
