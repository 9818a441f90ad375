import type { CalendarDate } from '../../model/calendarDate';
import { textOf, textsOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import { joined, ours, plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import { capitalised } from '../../model/texts';
import { lookOfType } from './pageRow';
import { productRow } from './productRow';
import { counted, said } from './rowWords';
import type { RowState } from './stateLooks';
import { groupedBy, type ShownBook, type TreeBook, treeOf } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';

/** By what products are put together. */
export const productGroupings = ['line', 'segment', 'region', 'health'] as const;
export type ProductGrouping = (typeof productGroupings)[number];

/** Products in groups; under each of them what belongs to it. */
export function productsTree(
  books: readonly ShownBook[],
  today: CalendarDate,
  grouping: ProductGrouping = 'line',
): TreeNode[] {
  return treeOf(books, today, (book, place) => {
    const products = book.index.pagesOfType('product');
    const groups = groupedBy(products, groupsOf(grouping, book));
    return [...groups]
      .map(([name, pages]) => ({ name, pages, look: lookOf(grouping, name, book) }))
      .sort((a, b) => compareText(a.look.order, b.look.order))
      .map(({ name, pages, look }) => groupRow(`${grouping} ${name}`, pages, look, book, place));
  });
}

interface GroupLook {
  readonly label: Text;
  readonly icon: string;
  readonly state?: RowState;
  /** Of the groups among each other. */
  readonly order: string;
  /** The page of a segment or region. */
  readonly path?: string;
}

function groupRow(
  key: string,
  pages: readonly Page[],
  { order: _, ...look }: GroupLook,
  book: TreeBook,
  place: RowPlace,
): TreeNode {
  const offTrack = countOf(pages, 'off-track');
  const atRisk = countOf(pages, 'at-risk');
  const isByHealth = key.startsWith('health ');
  const remarks = said([offTrack > 0 && t`${offTrack} off track`, atRisk > 0 && t`${atRisk} at risk`]);
  return treeNode(place, {
    kind: 'group',
    key,
    description: isByHealth ? String(pages.length) : counted(pages.length, ...remarks),
    tooltip: [look.label, joined([t`${plural(pages.length, 'product')}`, ...remarks], ', ')],
    state: offTrack > 0 ? 'alarm' : atRisk > 0 ? 'attention' : undefined,
    ...look,
    expanded: true,
    newType: 'product',
    children: (self) =>
      chunked(
        self,
        inOrder(pages),
        ({ title }) => title,
        (page, at) => productRow(page, book, at),
      ),
  });
}

function countOf(pages: readonly Page[], health: string): number {
  return pages.filter((page) => !isClosed(page) && textOf(page, 'health') === health).length;
}

/** Those that want care first, retired ones last. */
function inOrder(pages: readonly Page[]): Page[] {
  const rank = (page: Page): number => (isClosed(page) ? 9 : healthRank(textOf(page, 'health') ?? ''));
  return [...pages].sort((a, b) => rank(a) - rank(b) || compareText(a.title, b.title));
}

const healths = ['off-track', 'at-risk', 'on-track'];

function healthRank(health: string): number {
  const rank = healths.indexOf(health);
  return rank < 0 ? healths.length : rank;
}

/** The groups of a product; the empty name for one that has none. A product may stand in several. */
function groupsOf(grouping: ProductGrouping, { index }: TreeBook): (product: Page) => readonly string[] {
  if (grouping === 'line') return (product) => [textOf(product, 'line') ?? ''];
  if (grouping === 'health') {
    return (product) => [isClosed(product) ? 'retired' : (textOf(product, 'health') ?? '')];
  }
  // A segment or a region names its products, or is named by them.
  const naming = groupedBy(index.pagesOfType(grouping), (page) => textsOf(page, 'products'));
  return (product) => {
    const names = new Set([
      ...textsOf(product, `${grouping}s`),
      ...(naming.get(product.id) ?? []).map(({ id }) => id),
    ]);
    return names.size > 0 ? [...names] : [''];
  };
}

const groupIcons: Readonly<Record<string, string>> = { line: 'layers', health: 'pulse' };

const healthStates: Readonly<Record<string, RowState>> = {
  'off-track': 'alarm',
  'at-risk': 'attention',
  'on-track': 'good',
};

function lookOf(grouping: ProductGrouping, name: string, { index }: TreeBook): GroupLook {
  const icon = groupIcons[grouping] ?? lookOfType(grouping).icon;
  if (name === '') return { label: t`Without ${ours(grouping)}`, icon, order: '3' };
  if (grouping === 'line') return { label: name, icon, order: `1 ${name}` };
  if (grouping === 'health') {
    const state = healthStates[name];
    return {
      label: capitalised(ours(name.replaceAll('-', ' '))),
      icon: name === 'retired' ? 'archive' : icon,
      ...(state === undefined ? {} : { state }),
      order: name === 'retired' ? '2' : `1 ${healthRank(name)} ${name}`,
    };
  }
  const page = index.pageWithId(name);
  const isOfType = page?.type === grouping;
  return {
    label: isOfType ? page.title : name,
    icon,
    order: `1 ${isOfType ? page.title : name}`,
    ...(isOfType ? { path: page.path } : {}),
  };
}
