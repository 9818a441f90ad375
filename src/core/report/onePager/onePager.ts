import { productPages } from '../../analysis/productPages';
import { textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { longDayText } from '../dashboard/words';
import { type Block, blocksOr, heading, markdownOf, paragraph } from '../document';
import { type ReportOptions, reportContext } from '../reportContext';
import { dateBlocks } from './dates';
import { marketBlocks } from './market';
import { numberBlocks } from './numbers';
import type { OnePagerInput } from './onePagerInput';
import { planBlocks } from './plans';
import { riskBlocks } from './risks';
import { stateBlocks } from './state';

/**
 * What a director wants to know of a product within a minute, as Markdown that stands for itself: state, numbers,
 * market, plans, risks, dates. Pages are named by their titles.
 *
 * @param text of the product’s page, for the words of its `Status` section
 */
export function onePagerOf(product: Page, text: string, options: Omit<ReportOptions, 'naming'>): string {
  const context = reportContext({ ...options, naming: 'plain' });
  const input: OnePagerInput = { ...context, product, text, related: productPages(product, options.book) };
  const line = textOf(product, 'line');
  const blocks: Block[] = [
    heading(1, product.title),
    paragraph(`${line === undefined ? '' : `${line} · `}as of ${longDayText(options.today)}`),
    ...blocksOr('The state', () => stateBlocks(input)),
    heading(2, 'Numbers'),
    ...blocksOr('Numbers', () => numberBlocks(input)),
    heading(2, 'Market'),
    ...blocksOr('Market', () => marketBlocks(input)),
    heading(2, 'Plans'),
    ...blocksOr('Plans', () => planBlocks(input)),
    heading(2, 'Risks'),
    ...blocksOr('Risks', () => riskBlocks(input)),
    heading(2, 'Dates'),
    ...blocksOr('Dates', () => dateBlocks(input)),
  ];
  return `${markdownOf(blocks)}\n`;
}
