import type { AgendaItem, AgendaKind } from '../../analysis/agenda';
import { type AgendaPeriod, byPeriod } from '../../analysis/agendaPeriods';
import { byRange } from '../../model/byRange';
import type { CalendarDate } from '../../model/calendarDate';
import { commitmentKeys } from '../../model/commitment';
import { joined, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { dayText } from '../../model/texts';
import { isPlan, pageType } from '../../schema/schema';
import { plainInline } from '../plainInline';
import { agendaWords, counted, dotted, dueText, fullDueText, pageNamed, said } from './rowWords';
import type { RowState } from './stateLooks';
import { type ShownBook, type TreeBook, treeOf } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';

interface PeriodLook {
  readonly title: Text;
  readonly icon: string;
  readonly state?: RowState;
  readonly expanded: boolean;
}

const periodLooks: Readonly<Record<AgendaPeriod, PeriodLook>> = {
  overdue: { title: t`Overdue`, icon: 'warning', state: 'alarm', expanded: false },
  today: { title: t`Today`, icon: 'circle-filled', expanded: true },
  'this-week': { title: t`This week`, icon: 'calendar', expanded: true },
  'next-weeks': { title: t`Next four weeks`, icon: 'calendar', expanded: false },
  later: { title: t`Later`, icon: 'calendar', expanded: false },
};

const kindIcons: Readonly<
  Record<Exclude<AgendaKind, 'commitment' | 'plan' | 'start' | 'incentive'>, string>
> = {
  task: 'tasklist',
  submission: 'send',
  gate: 'milestone',
  decision: 'law',
  prediction: 'eye',
  reply: 'comment',
  'next-step': 'lightbulb',
  review: 'history',
};

/** Everything that is dated and open, by when it is due. */
export function agendaTree(books: readonly ShownBook[], today: CalendarDate): TreeNode[] {
  return treeOf(books, today, (book, place) =>
    [...byPeriod(book.agenda, today)].map(([period, items]) => {
      const { title, ...look } = periodLooks[period];
      const mine = items.filter(({ from }) => from === 'me').length;
      return treeNode(place, {
        kind: 'group',
        key: period,
        label: title,
        description: counted(items.length, mine > 0 && t`you owe ${mine}`),
        tooltip: [t`${title}: ${items.length}`, ...said([mine > 0 && t`${mine} promised by you`])],
        ...look,
        children: (self) =>
          chunked(
            self,
            withKeys(items),
            ({ item }) => dayText(item.date, today),
            ({ item, key }, at) => agendaRow(item, key, book, at),
          ),
      });
    }),
  );
}

export function agendaRow(item: AgendaItem, key: string, book: TreeBook, place: RowPlace): TreeNode {
  const { today } = book;
  const { date, kind, path, range } = item;
  const page = book.index.page(path);
  const what = plainInline(item.text);
  const words = agendaWords(item, page?.type);
  const title = page?.title ?? path;
  const on = title === item.text ? undefined : title;
  const commitment = page && kind === 'commitment' ? commitmentAt(page, item) : undefined;
  const due = dueText(date, today);
  return treeNode(place, {
    kind: commitment === undefined ? 'item' : 'commitment',
    key,
    label: date === today ? what : joined([date < today ? due : dayText(date, today), what], ' · '),
    description: dotted(words, date > today && due, on && pageNamed(on)),
    tooltip: [what, t`${words}: ${fullDueText(date, today)}`, ...said([on]), path],
    accessibilityLabel: joined([words, what, fullDueText(date, today), ...said([on])], ', '),
    icon: iconOf(item, page),
    path,
    range,
    ...(commitment === undefined ? {} : { commitment }),
  });
}

/** Keys that last while days and lines change: by page, kind and text. */
export function withKeys(items: readonly AgendaItem[]): { item: AgendaItem; key: string }[] {
  const counts = new Map<string, number>();
  return items.map((item) => {
    const { path, kind, text, from = '', to = '' } = item;
    const key = [path, kind, from, to, text].join('\n');
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return { item, key: count === 1 ? key : `${key}\n${count}` };
  });
}

/** The promises of a page with a day, and their keys, by where the day stands. */
const keyedAt = byRange(
  (page) => {
    const keys = commitmentKeys(page);
    return page.commitments.flatMap(({ dueRange }, at) =>
      dueRange ? [{ range: dueRange, key: keys[at] as string }] : [],
    );
  },
  ({ range }) => range,
);

function commitmentAt(page: Page, { range }: AgendaItem): string | undefined {
  return keyedAt(page, range)?.key;
}

/** Plans and shows are known by their own icons, commitments by their direction. */
function iconOf({ kind, from, to }: AgendaItem, page: Page | undefined): string {
  if (kind === 'commitment') return from === 'me' ? 'arrow-right' : to === 'me' ? 'arrow-left' : 'arrow-swap';
  if (kind === 'incentive') return 'gift';
  if (kind === 'plan' || kind === 'start') {
    return (page && isPlan(page.type) ? pageType(page.type)?.icon : undefined) ?? 'calendar';
  }
  return kindIcons[kind];
}
