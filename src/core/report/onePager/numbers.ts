import { productMargin } from '../../analysis/productPages';
import { numberOf, textsOf } from '../../model/fields';
import { joined, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { amount, percent } from '../../model/texts';
import { salesTable, spendingWords } from '../budgetTables';
import { type Block, paragraph } from '../document';
import { type OnePagerInput, relatedOf } from './onePagerInput';

/** Price, cost and margin of one unit, and the budgets that the product belongs to. */
export function numberBlocks(input: OnePagerInput): Block[] {
  const budgets = relatedOf(input, 'budget');
  return [
    paragraph(unitText(input)),
    ...(budgets.length > 0 ? budgetBlocks(budgets, input) : [paragraph(t`No budget names this product.`)]),
  ];
}

function unitText({ product, book }: OnePagerInput): Text {
  const { currency } = book.settings;
  const value = productMargin(product);
  if (value) {
    const price = amount(value.price, currency);
    const cost = amount(value.cost, currency);
    const margin = amount(value.margin, currency);
    return value.share === null
      ? t`Price ${price}, cost ${cost}, margin ${margin}.`
      : t`Price ${price}, cost ${cost}, margin ${margin} (${percent(value.share)} of the price).`;
  }
  const price = numberOf(product, 'price');
  const cost = numberOf(product, 'cost');
  if (price !== undefined) return t`Price ${amount(price, currency)}; its cost is not entered.`;
  return cost === undefined
    ? t`Price and cost are not entered.`
    : t`Cost ${amount(cost, currency)}; its price is not entered.`;
}

function budgetBlocks(budgets: readonly Page[], input: OnePagerInput): Block[] {
  const spending = joined(
    budgets.map((page) => spendingWords(page, input)),
    '; ',
  );
  // Sales of a budget cannot be told apart by product.
  const shared = budgets.filter((page) => textsOf(page, 'products').length > 1).length;
  const remark =
    shared === budgets.length
      ? t`These budgets hold other products, too.`
      : t`${plural(shared, 'of these budgets holds', 'of these budgets hold')} other products, too.`;
  const spent = t`Spending: ${spending}.`;
  return [salesTable(budgets, input), paragraph(...(shared > 0 ? [spent, ' ', remark] : [spent]))];
}
