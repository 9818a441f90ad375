import { productPages } from '../../analysis/productPages';
import { textOf } from '../../model/fields';
import { joined, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { longDayText } from '../../model/texts';
import { type Block, blocksOr, heading, markdownOf, paragraph, type Say } from '../document';
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
export function onePagerOf(
  product: Page,
  text: string,
  options: Omit<ReportOptions, 'naming'>,
  say: Say,
): string {
  const context = reportContext({ ...options, naming: 'plain' });
  const input: OnePagerInput = { ...context, product, text, related: productPages(product, options.book) };
  const line = textOf(product, 'line');
  const asOf = t`as of ${longDayText(options.today)}`;
  const blocks: Block[] = [
    heading(1, product.title),
    paragraph(line === undefined ? asOf : joined([line, asOf], ' · ')),
    ...blocksOr('The state', t`The state`, () => stateBlocks(input)),
    ...section('Numbers', t`Numbers`, () => numberBlocks(input)),
    ...section('Market', t`Market`, () => marketBlocks(input)),
    ...section('Plans', t`Plans`, () => planBlocks(input)),
    ...section('Risks', t`Risks`, () => riskBlocks(input)),
    ...section('Dates', t`Dates`, () => dateBlocks(input)),
  ];
  return `${markdownOf(blocks, say)}\n`;
}

function section(name: string, title: Text, make: () => readonly Block[]): Block[] {
  return [heading(2, title), ...blocksOr(name, title, make)];
}
