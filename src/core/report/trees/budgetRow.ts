import { paceText } from '../../analysis/figureWords';
import { type BudgetPace, paceOf } from '../../analysis/pace';
import { type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { amount, estimate, percent, weekdayText } from '../../model/texts';
import { type PageRowOptions, pageRow } from './pageRow';
import { dotted, said } from './rowWords';
import type { TreeBook } from './treeBook';
import type { RowPlace, TreeNode } from './treeNode';

/** True where sales are behind, or spending is off its pace. */
export function isOffTrack(page: Page, { today }: TreeBook): boolean {
  const { behind, offPace } = paceOf(page, today);
  return behind || offPace;
}

/** A budget with how its sales and its spending keep up. */
export function budgetRow(page: Page, book: TreeBook, place: RowPlace): TreeNode {
  const { today } = book;
  const { currency } = book.index.settings;
  const pace = paceOf(page, today);
  const { attainment, salesActual, salesTarget, planned, forecast, asOf, spendActual, spendPlanned } = pace;
  const told = (value: number | null): Text => (value === null ? '–' : amount(value, currency));
  const expected = (value: number | null): Text => (value === null ? '–' : estimate(value, currency));
  const isOff = pace.behind || pace.offPace;
  return pageRow(page, book, place, {
    ...wordsOf(pace),
    lines: () =>
      said([
        attainment !== null &&
          t`Sold ${told(salesActual)} of ${told(salesTarget)}: ${percent(attainment)}, planned by then ${planned === null ? '–' : percent(planned)}`,
        forecast !== null && t`Forecast ${expected(forecast)}`,
        spendActual !== null && t`Spent ${told(spendActual)}, planned by then ${expected(spendPlanned)}`,
        asOf !== null && t`Figures up to ${weekdayText(asOf, today)}`,
      ]),
    state: pace.behind && pace.offPace ? 'alarm' : isOff ? 'attention' : isKnown(pace) ? 'good' : undefined,
  });
}

/** True where there is a figure that could be off. */
function isKnown(pace: BudgetPace): boolean {
  return salesText(pace) !== undefined || spendingText(pace) !== undefined;
}

/** What is off its plan comes first. */
function wordsOf(pace: BudgetPace): Pick<PageRowOptions, 'first' | 'description'> {
  const [sales, spending] = [salesText(pace), spendingText(pace)];
  const first = pace.behind ? sales : pace.offPace ? spending : undefined;
  return {
    first,
    description:
      dotted(...(first === sales ? [spending] : first === spending ? [sales] : [sales, spending])) ||
      (first ? '' : t`no actuals yet`),
  };
}

/** `sales 84 % of plan` */
function salesText({ pace, behind }: BudgetPace): Text | undefined {
  if (pace === null) return undefined;
  return behind ? t`sales ${paceText(pace)} of plan, behind` : t`sales ${paceText(pace)} of plan`;
}

function spendingText({ spendActual, spendPlanned, offPace }: BudgetPace): Text | undefined {
  if (spendActual === null || spendPlanned === null || spendPlanned <= 0) return undefined;
  const share = percent(spendActual / spendPlanned);
  if (!offPace) return t`spent ${share} of plan`;
  return spendActual > spendPlanned ? t`spent ${share} of plan, ahead` : t`spent ${share} of plan, behind`;
}
