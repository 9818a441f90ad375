import { activitiesInUse, pagesByActivity } from '../../analysis/activityPages';
import { activityTitle } from '../../analysis/activityTitle';
import { dueSoon } from '../../analysis/agendaPeriods';
import { type Balance, balanceOf, type HorizonBalance } from '../../analysis/balance';
import {
  horizonDescription,
  horizonSentence,
  horizonTitle,
  shareText,
  timeText,
} from '../../analysis/balanceWords';
import { agendaByActivity } from '../../analysis/dueItems';
import { openItemsOf } from '../../analysis/openItems';
import { firstDayOf, type TimeWindow, windowName } from '../../analysis/timeWindow';
import { type CalendarDate, isCalendarDate, type Month, monthOf } from '../../model/calendarDate';
import { dateOf } from '../../model/fields';
import { joined, ours, plural, type Text, t } from '../../model/message';
import { once } from '../../model/once';
import type { Page } from '../../model/page';
import { capitalised, duration, monthText, percent, weekdayText } from '../../model/texts';
import type { Activity } from '../../schema/activities';
import { dailyType, isDaily } from '../../schema/schema';
import { agendaRow, withKeys } from './agendaTree';
import { lookOfType, pageRow } from './pageRow';
import { dotted, said } from './rowWords';
import { stateLooks } from './stateLooks';
import { groupedBy, type ShownBook, type TreeBook, treeOf } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';

const horizonLooks = {
  inside: stateLooks.good,
  above: { ...stateLooks.attention, icon: 'arrow-up' },
  below: { ...stateLooks.attention, icon: 'arrow-down' },
  'no-data': { icon: 'circle-outline' },
} as const;

/** Log pages up to which they are listed as they are; more stand in their months. */
const fewLogs = 12;

/** Horizons with their activities; below these what is due, and their pages. */
export function activitiesTree(
  books: readonly ShownBook[],
  today: CalendarDate,
  window: TimeWindow = 'window',
): TreeNode[] {
  return treeOf(books, today, (book, place) => {
    const from = firstDayOf(window, book.index, today);
    const balance = balanceOf(book.index, today, from);
    const due = once(() => agendaByActivity(dueSoon(book.agenda, today), book.index));
    const inUse = once(() => activitiesInUse(book.index));
    const pages = once(() => pagesByActivity(book.index));
    const problems = once(() => openItemsOf(book.index, book.findings).problems);
    const name = windowName(window, book.index.settings.windowDays);
    return balance.horizons.map((horizon) =>
      horizonRow(horizon, { book, balance, window, name }, place, (self) =>
        activitiesIn(horizon, book).map((activity) =>
          activityRow(activity, book, self, {
            minutes: balance.activities.find(({ id }) => id === activity.id)?.minutes ?? 0,
            total: balance.totalMinutes,
            windowName: name,
            hasPages: inUse().has(activity.id),
            pages: () => pages().get(activity.id) ?? [],
            due: due().get(activity.id) ?? [],
            problems: () => problems().get(activity.id) ?? 0,
          }),
        ),
      ),
    );
  });
}

interface HorizonParts {
  readonly book: TreeBook;
  readonly balance: Balance;
  readonly window: TimeWindow;
  readonly name: Text;
}

function horizonRow(
  horizon: HorizonBalance,
  { book, balance, window, name }: HorizonParts,
  place: RowPlace,
  children: (place: RowPlace) => TreeNode[],
): TreeNode {
  const sentence = horizonSentence(horizon, balance);
  const { totalMinutes, unclassifiedMinutes, from } = balance;
  const since = t`${capitalised(name)}, from ${weekdayText(from, book.today)}: ${duration(totalMinutes)} logged`;
  const apart =
    unclassifiedMinutes > 0 ? t`${duration(unclassifiedMinutes)} on unknown activities left out` : '';
  // Less time than the book judges by is the rule within a week: what there is, is shown all the same.
  const isEarly = window !== 'window' && horizon.state === 'no-data' && horizon.share !== null;
  return treeNode(place, {
    kind: 'group',
    key: horizon.id,
    label: horizonTitle(horizon.id),
    description: isEarly ? t`${shareText(horizon)} so far` : horizonDescription(horizon),
    tooltip: [sentence, ...said([since, apart])],
    accessibilityLabel: sentence,
    ...horizonLooks[horizon.state],
    // The other horizons stay in sight with their shares.
    expanded: horizon.id === 'daily',
    children,
  });
}

function activitiesIn(horizon: HorizonBalance, book: TreeBook): Activity[] {
  return [...book.index.settings.activities.values()].filter((activity) => activity.horizon === horizon.id);
}

interface ActivityParts {
  readonly minutes: number;
  readonly total: number;
  readonly windowName: Text;
  readonly hasPages: boolean;
  /** Findings of warning or worse. */
  readonly problems: () => number;
  readonly pages: () => readonly Page[];
  /** What is overdue or due this week. */
  readonly due: TreeBook['agenda'];
}

function activityRow(activity: Activity, book: TreeBook, place: RowPlace, parts: ActivityParts): TreeNode {
  const { minutes, total, windowName: name, hasPages, pages, due, problems } = parts;
  const late = due.filter(({ date }) => date < book.today).length;
  const time = timeText(minutes);
  const items = said([
    due.length > 0 &&
      (late > 0
        ? t`${plural(due.length, 'item')} due this week, ${late} late`
        : t`${plural(due.length, 'item')} due this week`),
  ]);
  return treeNode(place, {
    kind: 'activity',
    key: activity.id,
    label: activityTitle(activity),
    description: dotted(
      late > 0 && t`${late} late`,
      due.length > late && t`${due.length - late} due`,
      timeText(minutes),
    ),
    tooltip: () => [
      activityTitle(activity),
      ours(activity.description),
      minutes > 0 ? t`${time} (${percent(minutes / total)} of all), ${name}` : t`${time}, ${name}`,
      ...items,
      ...said([problems() > 0 && t`${plural(problems(), 'problem')} in the Problems panel`]),
      t`${plural(pages().length, 'page')}`,
    ],
    accessibilityLabel: joined([activityTitle(activity), time, ...items], ', '),
    icon: due.length > 0 ? 'circle-filled' : 'circle-outline',
    state: late > 0 ? 'attention' : undefined,
    color: `statusBook.${activity.horizon}`,
    activity: activity.id,
    children:
      hasPages || due.length > 0
        ? (self) => [...dueRows(due, book, self), ...pageRows(pages(), book, self)]
        : undefined,
  });
}

function dueRows(due: ActivityParts['due'], book: TreeBook, place: RowPlace): TreeNode[] {
  if (due.length === 0) return [];
  return [
    treeNode(place, {
      kind: 'group',
      key: '(due)',
      label: t`Due`,
      description: String(due.length),
      tooltip: [t`Overdue, or due this week`],
      icon: 'bell-dot',
      children: (self) =>
        chunked(
          self,
          withKeys(due),
          ({ item }) => item.date,
          ({ item, key }, at) => agendaRow(item, key, book, at),
        ),
    }),
  ];
}

/** There is a log page for every day: they stand behind the others, and in months where they are many. */
function pageRows(pages: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  const logs = pages.filter(({ type }) => isDaily(type));
  const others = logs.length > fewLogs ? pages.filter(({ type }) => !isDaily(type)) : pages;
  return [...pageList(others, book, place), ...(logs.length > fewLogs ? [logGroup(logs, book, place)] : [])];
}

function logGroup(logs: readonly Page[], book: TreeBook, place: RowPlace): TreeNode {
  return treeNode(place, {
    kind: 'group',
    key: '(logs)',
    ...lookOfType(dailyType.id),
    label: t`Daily logs`,
    description: String(logs.length),
    children: (self) =>
      [...groupedBy(logs, (page) => [logMonth(page)])].map(([month, ofMonth]) =>
        treeNode(self, {
          kind: 'group',
          key: month,
          label: isCalendarDate(`${month}-01`) ? monthText(month) : t`Without a day`,
          description: String(ofMonth.length),
          icon: 'calendar',
          children: (at) => pageList(ofMonth, book, at),
        }),
      ),
  });
}

function logMonth(page: Page): Month {
  const date = dateOf(page, 'date');
  return date === undefined ? '' : monthOf(date);
}

function pageList(pages: readonly Page[], book: TreeBook, place: RowPlace): TreeNode[] {
  return chunked(
    place,
    pages,
    ({ title }) => title,
    (page, at) => pageRow(page, book, at),
  );
}
