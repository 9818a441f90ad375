import { paceOf } from '../../analysis/pace';
import { dateOf } from '../../model/fields';
import { plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { salesTable, spendingTable } from '../budgetTables';
import { type Block, paragraph } from '../document';
import type { ReviewInput } from './reviewSection';

/** Sales and spending of the budgets that run in the period. */
export function moneyBlocks(input: ReviewInput): Block[] {
  const budgets = runningBudgets(input);
  if (budgets.length === 0) return [paragraph(t`No budget runs.`)];
  return [salesTable(budgets, input), spendingTable(budgets, input)];
}

/** The summary’s line on sales and budgets. */
export function moneyLine(input: ReviewInput): Text {
  const paces = runningBudgets(input).map((page) => paceOf(page, input.today));
  if (paces.length === 0) return t`no budget runs.`;
  const count = (isSo: (pace: (typeof paces)[number]) => boolean): number => paces.filter(isSo).length;
  const behind = count((pace) => pace.behind);
  const offPace = count((pace) => pace.offPace);
  return t`of ${plural(paces.length, 'budget')}, ${behind} behind on sales, ${offPace} off pace in spending.`;
}

function runningBudgets({ book, period, today }: ReviewInput): Page[] {
  return book.pagesOfType('budget').filter((page) => {
    const start = dateOf(page, 'start');
    const end = dateOf(page, 'end');
    return start !== undefined && end !== undefined && start <= today && end >= period.from;
  });
}
