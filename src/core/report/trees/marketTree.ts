import { brierText } from '../../analysis/figureWords';
import { pageFreshness } from '../../analysis/freshness';
import { calibrationOf, enoughPredictions, replyDue } from '../../analysis/market';
import {
  isPredictionDue,
  isPredictionUnanswered,
  isSettled,
  type Prediction,
  predictionsOf,
} from '../../analysis/predictions';
import type { CalendarDate } from '../../model/calendarDate';
import { dateOf, numberOf, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import { joined, ours, plural, type Text, t } from '../../model/message';
import { ownValue } from '../../model/ownValue';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import { dayText, lowerCase, percent, trimmed } from '../../model/texts';
import { pageType, typesInView } from '../../schema/schema';
import { plainInline } from '../plainInline';
import { competitorRow, lateCompetitors } from './competitorRow';
import { lookOfType, pageRow } from './pageRow';
import {
  counted,
  dotted,
  dueText,
  freshnessSentence,
  freshnessState,
  fullDueText,
  lateReview,
  said,
} from './rowWords';
import { groupedBy, type ShownBook, type TreeBook, treeOf } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';
import { voiceRow } from './voiceRow';

type PageRow = (page: Page, book: TreeBook, place: RowPlace) => TreeNode;

/** Types with rows of their own; pages of the others stand by their titles. */
const rowsOfType: Readonly<Record<string, (book: TreeBook, place: RowPlace) => TreeNode[]>> = {
  competitor: threatRows,
  trend: (book, place) =>
    groupRows('trend', t`Trends, the weightiest first`, byImpact, trendRow, book, place),
  voice: voiceRows,
};

/** Competitors by threat, trends by impact, voices by reply clock, and the moves that we expect. */
export function marketTree(books: readonly ShownBook[], today: CalendarDate): TreeNode[] {
  return treeOf(books, today, (book, place) => [
    ...typesInView('market').flatMap(
      ({ id, plural: title }) =>
        ownValue(rowsOfType, id)?.(book, place) ?? groupRows(id, ours(title), byTitle, pageRow, book, place),
    ),
    ...predictionRows(book, place),
  ]);
}

const threats = ['high', 'medium', 'low', ''];
const threatLabels: Readonly<Record<string, Text>> = {
  high: t`High threat`,
  medium: t`Medium threat`,
  low: t`Low threat`,
};

function threatRows(book: TreeBook, place: RowPlace): TreeNode[] {
  const byThreat = groupedBy(book.index.pagesOfType('competitor'), (page) => [threatOf(page)]);
  return threats.flatMap((threat) => {
    const pages = byThreat.get(threat);
    if (!pages) return [];
    const late = lateCompetitors(pages, book).length;
    const label = threat === '' ? t`Threat not told` : (threatLabels[threat] ?? '');
    return [
      treeNode(place, {
        kind: 'group',
        key: `threat ${threat}`,
        ...lookOfType('competitor'),
        label,
        description: counted(pages.length, late > 0 && t`${late} late`),
        tooltip: [label, t`${plural(pages.length, 'competitor')}, ${late} past their review day`],
        state: late > 0 ? 'attention' : undefined,
        expanded: threat === 'high' || late > 0,
        children: (self) => list(sorted(pages, dateOrder('reviewed')), book, self, competitorRow),
      }),
    ];
  });
}

function threatOf(page: Page): string {
  const threat = textOf(page, 'threat') ?? '';
  return threats.includes(threat) ? threat : '';
}

/** The pages of a type in one group. */
function groupRows(
  typeId: string,
  title: Text,
  order: (page: Page) => string,
  row: PageRow,
  book: TreeBook,
  place: RowPlace,
): TreeNode[] {
  const pages = book.index.pagesOfType(typeId);
  if (pages.length === 0) return [];
  const late = pages.filter((page) => isLate(page, book)).length;
  const look = lookOfType(typeId);
  const noun = pages.length === 1 ? ours(pageType(typeId)?.title ?? typeId) : look.label;
  const count = t`${pages.length} ${lowerCase(noun)}`;
  return [
    treeNode(place, {
      kind: 'group',
      key: typeId,
      ...look,
      description: counted(pages.length, late > 0 && t`${late} late`),
      tooltip: [title, t`${count}, ${late} past their review day`],
      state: late > 0 ? 'attention' : undefined,
      children: (self) => list(sorted(pages, order), book, self, row),
    }),
  ];
}

function trendRow(page: Page, book: TreeBook, place: RowPlace): TreeNode {
  const freshness = pageFreshness(page, book.index, book.today);
  const impact = numberOf(page, 'impact');
  const response = textOf(page, 'response');
  const late = freshness && lateReview(freshness);
  return pageRow(page, book, place, {
    ...(late ? { first: late, description: impact === undefined ? '' : t`impact ${trimmed(impact)}` } : {}),
    lines: () =>
      said([
        textOf(page, 'factor'),
        freshness && freshnessSentence(freshness),
        response === undefined
          ? t`No response yet`
          : t`Response: ${book.index.pageWithId(response)?.title ?? response}`,
      ]),
    state: freshness?.state === 'fresh' ? undefined : freshnessState(freshness),
  });
}

function isLate(page: Page, book: TreeBook): boolean {
  const freshness = pageFreshness(page, book.index, book.today);
  return freshness !== undefined && freshness.state !== 'fresh';
}

/** Those who wait first, the longest first; those that are settled at the end, on their own. */
function voiceRows(book: TreeBook, place: RowPlace): TreeNode[] {
  const voices = book.index.pagesOfType('voice');
  if (voices.length === 0) return [];
  const due = new Map(voices.map((page) => [page, replyDue(page)]));
  const waiting = voices.filter((page) => due.get(page) !== undefined);
  const late = waiting.filter((page) => (due.get(page) ?? '') < book.today).length;
  const resolved = voices.filter(isClosed);
  const others = voices.filter((page) => !isClosed(page) && due.get(page) === undefined);
  return [
    treeNode(place, {
      kind: 'group',
      key: 'voices',
      ...lookOfType('voice'),
      description: dotted(
        late > 0 && t`${late} late`,
        waiting.length > 0 ? t`${waiting.length} waiting` : String(voices.length),
      ),
      tooltip: [
        t`Voices of customers`,
        t`${plural(waiting.length, 'waits', 'wait')} for a reply, ${late} of them past its day`,
        t`${voices.length} in all, ${resolved.length} resolved`,
      ],
      state: late > 0 ? 'alarm' : waiting.length > 0 ? 'attention' : undefined,
      expanded: waiting.length > 0,
      children: (self) => [
        ...list(
          [
            ...sorted(waiting, (page) => due.get(page) ?? ''),
            ...sorted(others, dateOrder('received')).reverse(),
          ],
          book,
          self,
          voiceRow,
        ),
        ...(resolved.length > 0 ? [resolvedRow(resolved, book, self)] : []),
      ],
    }),
  ];
}

function resolvedRow(resolved: readonly Page[], book: TreeBook, place: RowPlace): TreeNode {
  return treeNode(place, {
    kind: 'group',
    key: '(resolved)',
    label: t`Resolved`,
    description: String(resolved.length),
    icon: 'check-all',
    children: (self) => list(sorted(resolved, dateOrder('resolved')).reverse(), book, self, voiceRow),
  });
}

interface Expected {
  readonly page: Page;
  readonly prediction: Prediction;
  readonly by: CalendarDate | undefined;
}

/** The moves without an outcome, by day. */
function predictionRows(book: TreeBook, place: RowPlace): TreeNode[] {
  const open = book.index.pagesOfType('competitor').flatMap((page) =>
    predictionsOf(page)
      .filter((prediction) => !isSettled(prediction))
      .map((prediction): Expected => ({ page, prediction, by: dateOf(prediction, 'by') })),
  );
  const { resolved, brier } = calibrationOf(book.index);
  if (open.length === 0 && resolved === 0) return [];
  const due = open.filter(({ prediction }) => isPredictionDue(prediction, book.today)).length;
  return [
    treeNode(place, {
      kind: 'group',
      key: 'predictions',
      label: t`Predictions`,
      description: counted(open.length, due > 0 && t`${due} to settle`),
      tooltip: [
        t`Moves that we expect of competitors`,
        t`${open.length} open, ${due} past their day: enter what happened`,
        brier === null
          ? t`${resolved} of ${enoughPredictions} resolved before they are rated`
          : t`Brier score ${brierText(brier)} over ${resolved} resolved: 0 is perfect, 0.25 a coin`,
      ],
      icon: 'telescope',
      state: due > 0 ? 'attention' : undefined,
      children:
        open.length > 0
          ? (self) =>
              chunked(
                self,
                [...open].sort((a, b) => compareText(a.by ?? '9999', b.by ?? '9999')),
                ({ by }) => (by === undefined ? t`no day` : dayText(by, book.today)),
                (expected, at) => predictionRow(expected, book, at),
              )
          : undefined,
    }),
  ];
}

function predictionRow({ page, prediction, by }: Expected, book: TreeBook, place: RowPlace): TreeNode {
  const { today } = book;
  const move = plainInline(textOf(prediction, 'move') ?? page.title);
  const probability = numberOf(prediction, 'probability');
  const chance = probability === undefined ? undefined : percent(probability);
  const due = by === undefined ? t`no day` : dueText(by, today);
  const criterion = textOf(prediction, 'criterion');
  const isDue = isPredictionDue(prediction, today);
  return treeNode(place, {
    kind: 'item',
    key: `${page.path}\n${prediction.index}`,
    label: by === undefined ? move : joined([isDue ? due : dayText(by, today), move], ' · '),
    description: dotted(!isDue && due, chance, page.title),
    tooltip: [
      move,
      page.title,
      ...said([
        by !== undefined && t`by ${fullDueText(by, today)}`,
        chance !== undefined &&
          t`probability ${chance}, impact ${numberOf(prediction, 'impact') ?? t`not told`}`,
        criterion !== undefined && t`Sign: ${criterion}`,
        isPredictionUnanswered(prediction, book.index) && t`No plan answers it yet`,
      ]),
      page.path,
    ],
    accessibilityLabel: joined([t`Prediction: ${move}`, page.title, due, ...said([chance])], ', '),
    icon: isDue ? 'question' : 'circle-outline',
    state: isDue ? 'attention' : undefined,
    path: page.path,
    range: prediction.range,
  });
}

function list(pages: readonly Page[], book: TreeBook, place: RowPlace, row: PageRow): TreeNode[] {
  return chunked(
    place,
    pages,
    ({ title }) => title,
    (page, at) => row(page, book, at),
  );
}

function sorted(pages: readonly Page[], order: (page: Page) => string): Page[] {
  const keyed = pages.map((page) => ({ page, key: order(page) }));
  return keyed.sort((a, b) => compareText(a.key, b.key)).map(({ page }) => page);
}

/** Oldest first; those without the day before all. */
function dateOrder(field: string): (page: Page) => string {
  return (page) => dateOf(page, field) ?? '';
}

function byTitle({ title }: Page): string {
  return title;
}

function byImpact(page: Page): string {
  return String(9 - (numberOf(page, 'impact') ?? 0));
}
