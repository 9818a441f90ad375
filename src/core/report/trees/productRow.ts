import { openCommitments, overdueAmong } from '../../analysis/commitmentLedger';
import { pageFreshness } from '../../analysis/freshness';
import { replyDue } from '../../analysis/market';
import { hasProductPages, productMargin, productPages, voicesAmong } from '../../analysis/productPages';
import type { CalendarDate } from '../../model/calendarDate';
import { dateOf, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import { ours, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { amount, percent, relativeDay, valueText } from '../../model/texts';
import { isPlan } from '../../schema/schema';
import { budgetRow, isOffTrack } from './budgetRow';
import { commitmentRow } from './commitmentRow';
import { competitorRow, lateCompetitors } from './competitorRow';
import { lookOfType, type PageRowOptions, pageRow } from './pageRow';
import { counted, dueText, freshnessSentence, freshnessState, lateReview, said } from './rowWords';
import { type RowState, worstOf } from './stateLooks';
import type { TreeBook } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';
import { voiceRow } from './voiceRow';

/** A product with what belongs to it. */
export function productRow(product: Page, book: TreeBook, place: RowPlace): TreeNode {
  const stage = textOf(product, 'stage');
  const margin = productMargin(product);
  const freshness = pageFreshness(product, book.index, book.today);
  const late = freshness && lateReview(freshness);
  const updatedOn = dateOf(product, 'updated');
  const updated = updatedOn === undefined ? '' : t`updated ${relativeDay(updatedOn, book.today)}`;
  const health = valueText(textOf(product, 'health'));
  const { currency } = book.index.settings;
  return pageRow(product, book, place, {
    ...wordsOf(health, isBad(product), late ? t`status ${late}` : '', updated),
    lines: () =>
      said([
        freshness && freshnessSentence(freshness),
        stage !== undefined && t`Stage: ${ours(stage)}`,
        margin && t`Price ${amount(margin.price, currency)}, cost ${amount(margin.cost, currency)}`,
        margin?.share != null &&
          t`Margin ${amount(margin.margin, currency)}, ${percent(margin.share)} of the price`,
      ]),
    state: worstOf(healthState(product), late ? freshnessState(freshness) : undefined),
    children:
      product.commitments.length > 0 || hasProductPages(product, book.index)
        ? (self) => partRows(product, book, self)
        : undefined,
  });
}

function isBad(product: Page): boolean {
  return ['attention', 'alarm'].includes(healthState(product) ?? '');
}

/** A bad health comes first, else a late status; a page in good order is told as any other. */
function wordsOf(
  health: Text | undefined,
  isHealthBad: boolean,
  late: Text,
  updated: Text,
): Pick<PageRowOptions, 'first' | 'description'> {
  if (isHealthBad) return { first: health, description: late || updated };
  return late ? { first: late, description: health ?? '' } : {};
}

function healthState(product: Page): RowState | undefined {
  if (isClosed(product)) return 'closed';
  switch (textOf(product, 'health')) {
    case 'on-track':
      return 'good';
    case 'at-risk':
      return 'attention';
    case 'off-track':
      return 'alarm';
    default:
      return undefined;
  }
}

/** Only what there is something of. */
function partRows(product: Page, book: TreeBook, place: RowPlace): TreeNode[] {
  const related = productPages(product, book.index);
  const ofType = (type: string): Page[] => related.filter((page) => page.type === type);
  return [
    ...planRows(related, book, place),
    ...voiceRows(related, book, place),
    ...competitorRows(ofType('competitor'), book, place),
    ...budgetRows(ofType('budget'), book, place),
    ...commitmentRows([product, ...related], book, place),
  ];
}

function planRows(related: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const plans = related.filter(({ type }) => isPlan(type));
  const open = plans.filter((page) => !isClosed(page));
  // The agenda is by day: of several days of a plan the one that is longest past is set last, and told.
  const late = new Map(
    book.agenda
      .filter(({ date, kind }) => date < book.today && kind !== 'commitment' && kind !== 'task')
      .reverse()
      .map(({ path, date }) => [path, date]),
  );
  const lateCount = open.filter(({ path }) => late.has(path)).length;
  return part(place, {
    key: '(Plans)',
    label: t`Plans`,
    icon: 'project',
    items: [...open, ...plans.filter(isClosed)],
    description:
      open.length > 0
        ? counted(open.length, lateCount > 0 && t`${lateCount} late`)
        : t`${plans.length} closed`,
    state: lateCount > 0 ? 'attention' : undefined,
    row: (page, at) => planRow(page, isClosed(page) ? undefined : late.get(page.path), book, at),
  });
}

function planRow(page: Page, lateSince: CalendarDate | undefined, book: TreeBook, place: RowPlace): TreeNode {
  if (isClosed(page)) return pageRow(page, book, place, { state: 'closed' });
  if (lateSince === undefined) return pageRow(page, book, place);
  const status = valueText(textOf(page, 'status')) ?? '';
  return pageRow(page, book, place, {
    first: dueText(lateSince, book.today),
    description: status,
    state: 'attention',
  });
}

function voiceRows(related: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const { voices } = voicesAmong(related);
  const waiting = voices.filter((page) => replyDue(page) !== undefined);
  const open = voices.filter((page) => !isClosed(page) && !waiting.includes(page));
  return part(place, {
    key: '(Voices)',
    ...lookOfType('voice'),
    items: [...waiting, ...open, ...voices.filter(isClosed)],
    description: counted(voices.length, waiting.length > 0 && t`${waiting.length} waiting`),
    state: waiting.length > 0 ? 'attention' : undefined,
    row: (page, at) => voiceRow(page, book, at),
  });
}

function competitorRows(pages: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const late = lateCompetitors(pages, book).length;
  return part(place, {
    key: '(Competitors)',
    ...lookOfType('competitor'),
    items: pages,
    description: counted(pages.length, late > 0 && t`${late} late`),
    state: late > 0 ? 'attention' : undefined,
    row: (page, at) => competitorRow(page, book, at),
  });
}

function budgetRows(pages: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const off = pages.filter((page) => isOffTrack(page, book)).length;
  return part(place, {
    key: '(Budgets)',
    ...lookOfType('budget'),
    items: pages,
    description: counted(pages.length, off > 0 && t`${off} off plan`),
    state: off > 0 ? 'attention' : undefined,
    row: (page, at) => budgetRow(page, book, at),
  });
}

function commitmentRows(pages: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const entries = openCommitments(pages, book.index, book.today);
  const late = overdueAmong(entries).length;
  return part(place, {
    key: '(Commitments)',
    label: t`Commitments`,
    icon: 'arrow-swap',
    items: entries,
    description: counted(entries.length, late > 0 && t`${late} late`),
    state: late > 0 ? 'alarm' : undefined,
    row: (entry, at) => commitmentRow(entry, book, at, { parties: true }),
  });
}

interface Part<T> {
  readonly key: string;
  readonly label: Text;
  readonly icon: string;
  readonly items: readonly T[];
  readonly description: Text;
  readonly state: RowState | undefined;
  readonly newType?: string;
  readonly row: (item: T, place: RowPlace) => TreeNode;
}

function part<T>(place: RowPlace, { label, items, row, description, ...look }: Part<T>): TreeNode[] {
  if (items.length === 0) return [];
  return [
    treeNode(place, {
      kind: 'group',
      label,
      description,
      tooltip: [t`${label}: ${description}`],
      ...look,
      children: (self) => chunked(self, items, () => label, row),
    }),
  ];
}
