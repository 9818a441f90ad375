import { productMargin } from '../../analysis/productPages';
import { numberOf, textsOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { amount, percent, plural } from '../../model/words';
import { salesTable, spendingWords } from '../budgetTables';
import { type Block, paragraph } from '../document';
import { type OnePagerInput, relatedOf } from './onePagerInput';

/** Price, cost and margin of one unit, and the budgets that the product belongs to. */
export function numberBlocks(input: OnePagerInput): Block[] {
  const budgets = relatedOf(input, 'budget');
  return [
    paragraph(unitText(input)),
    ...(budgets.length > 0 ? budgetBlocks(budgets, input) : [paragraph('No budget names this product.')]),
  ];
}

function unitText({ product, book }: OnePagerInput): string {
  const { currency } = book.settings;
  const value = productMargin(product);
  if (value) {
    const share = value.share === null ? '' : ` (${percent(value.share)} of the price)`;
    return `Price ${amount(value.price, currency)}, cost ${amount(value.cost, currency)}, margin ${amount(value.margin, currency)}${share}.`;
  }
  const price = numberOf(product, 'price');
  const cost = numberOf(product, 'cost');
  if (price !== undefined) return `Price ${amount(price, currency)}; its cost is not entered.`;
  return cost === undefined
    ? 'Price and cost are not entered.'
    : `Cost ${amount(cost, currency)}; its price is not entered.`;
}

function budgetBlocks(budgets: readonly Page[], input: OnePagerInput): Block[] {
  const spending = budgets.map((page) => spendingWords(page, input)).join('; ');
  // Sales of a budget cannot be told apart by product.
  const shared = budgets.filter((page) => textsOf(page, 'products').length > 1).length;
  const which =
    shared === budgets.length
      ? 'These budgets hold'
      : plural(shared, 'of these budgets holds', 'of these budgets hold');
  const remark = shared > 0 ? ` ${which} other products, too.` : '';
  return [salesTable(budgets, input), paragraph(`Spending: ${spending}.${remark}`)];
}
