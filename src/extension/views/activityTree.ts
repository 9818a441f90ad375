import { pagesByActivity } from '../../core/analysis/activityPages';
import { type Balance, balanceOf, type HorizonBalance } from '../../core/analysis/balance';
import { type OpenItems, openItemsOf } from '../../core/analysis/openItems';
import { pageFact } from '../../core/analysis/pageFact';
import type { BookIndex } from '../../core/index/bookIndex';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { Finding } from '../../core/model/finding';
import type { Page } from '../../core/model/page';
import { duration, plural } from '../../core/model/words';
import type { Activity } from '../../core/schema/activities';
import { pageType } from '../../core/schema/schema';
import { type ActivityNode, withChildren } from './activityNode';
import { horizonDescription, horizonSentence, horizonTitle, hoursText, windowText } from './balanceWords';

export interface ShownBook {
  readonly root: string;
  readonly index: BookIndex;
  readonly checker: { findings(): readonly Finding[] };
}

const horizonIcons = {
  inside: { icon: 'pass', color: 'charts.green' },
  above: { icon: 'arrow-up', color: 'charts.orange' },
  below: { icon: 'arrow-down', color: 'charts.orange' },
  'no-data': { icon: 'circle-outline' },
} as const;

/** Horizons with activities with pages; below their books where there are several. */
export function activityTree(books: readonly ShownBook[], today: CalendarDate): ActivityNode[] {
  const [only] = books;
  if (books.length === 1 && only) return horizonNodes(only, today, undefined);
  return books.map((book) => {
    const title = book.index.bookPage?.title ?? book.root;
    return withChildren(
      {
        kind: 'book',
        id: book.root,
        label: title,
        description: '',
        tooltip: title,
        spoken: title,
        icon: 'book',
        root: book.root,
        hasChildren: true,
      },
      (parent) => horizonNodes(book, today, parent),
    );
  });
}

function horizonNodes(
  book: ShownBook,
  today: CalendarDate,
  parent: ActivityNode | undefined,
): ActivityNode[] {
  const balance = balanceOf(book.index, today);
  const pages = pagesByActivity(book.index);
  const open = openItemsOf(book.index, book.checker.findings());
  return balance.horizons.map((horizon) => {
    const sentence = horizonSentence(horizon, balance);
    const node = {
      kind: 'horizon' as const,
      id: `${book.root}#${horizon.id}`,
      label: horizonTitle(horizon.id),
      description: horizonDescription(horizon),
      tooltip: `${sentence}\n${windowText(balance, book.index.settings.windowDays)}`,
      spoken: sentence,
      ...horizonIcons[horizon.state],
      root: book.root,
      hasChildren: true,
      ...(parent ? { parent } : {}),
    };
    return withChildren(node, (self) =>
      activitiesIn(horizon, book).map((activity) =>
        activityNode(activity, {
          book,
          balance,
          today,
          parent: self,
          open,
          pages: pages.get(activity.id) ?? [],
        }),
      ),
    );
  });
}

function activitiesIn(horizon: HorizonBalance, book: ShownBook): Activity[] {
  return [...book.index.settings.activities.values()].filter((activity) => activity.horizon === horizon.id);
}

interface ActivityParts {
  readonly book: ShownBook;
  readonly balance: Balance;
  readonly today: CalendarDate;
  readonly parent: ActivityNode;
  readonly open: OpenItems;
  readonly pages: readonly Page[];
}

function activityNode(
  activity: Activity,
  { book, balance, today, parent, open, pages }: ActivityParts,
): ActivityNode {
  const minutes = balance.activities.find(({ id }) => id === activity.id)?.minutes ?? 0;
  const problems = open.problems.get(activity.id) ?? 0;
  const promises = activity.id === 'liaison' ? open.commitments : 0;
  const time = minutes > 0 ? duration(minutes) : 'no time';
  const items = [
    ...(promises > 0 ? [plural(promises, 'open commitment')] : []),
    ...(problems > 0 ? [plural(problems, 'problem')] : []),
  ];
  const total = problems + promises;
  const node = {
    kind: 'activity' as const,
    id: `${parent.id}#${activity.id}`,
    label: activity.title,
    description: total > 0 ? `${hoursText(minutes)} · ${total} open` : hoursText(minutes),
    tooltip: [
      activity.description,
      `${time} in the last ${plural(book.index.settings.windowDays, 'day')}`,
      ...items,
      plural(pages.length, 'page'),
    ].join('\n'),
    spoken: [activity.title, time, ...items, plural(pages.length, 'page')].join(', '),
    icon: total > 0 ? 'circle-filled' : 'circle-outline',
    ...(total > 0 ? { color: 'charts.yellow' } : {}),
    root: book.root,
    activity: activity.id,
    hasChildren: pages.length > 0,
    parent,
  };
  return withChildren(node, (self) => pages.map((page) => pageNode(page, today, self)));
}

function pageNode(page: Page, today: CalendarDate, parent: ActivityNode): ActivityNode {
  const type = pageType(page.type);
  const fact = pageFact(page, today);
  const named = `${type?.title ?? page.type}: ${page.title}`;
  return {
    kind: 'page',
    id: `${parent.id}#${page.path}`,
    label: page.title,
    description: fact,
    tooltip: [named, ...(fact === '' ? [] : [fact]), page.path].join('\n'),
    spoken: fact === '' ? named : `${named}, ${fact}`,
    icon: type?.icon ?? 'file',
    children: [],
    hasChildren: false,
    parent,
    root: parent.root,
    path: page.path,
    reviewable: isReviewable(page),
  };
}

/** True for a page on which the day of the last review means something. */
export function isReviewable({ type }: Page): boolean {
  return pageType(type) !== undefined && !['book', 'log', 'review'].includes(type);
}
