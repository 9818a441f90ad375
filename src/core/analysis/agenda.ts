import type { BookIndex } from '../index/bookIndex';
import type { BookSettings } from '../model/bookSettings';
import { addDays, type CalendarDate } from '../model/calendarDate';
import { isValidCommitment } from '../model/commitment';
import { dateOf, type Fields, fieldValue, objectOf, objectsOf, textOf } from '../model/fields';
import { isClosed } from '../model/lifecycle';
import { getOrMake } from '../model/maps';
import type { Page } from '../model/page';
import type { Range } from '../model/text';
import type { DateKind } from '../schema/pageType';
import { fieldsOf, pageType } from '../schema/schema';
import { pageFreshness } from './freshness';
import { replyDue } from './market';
import { loggedOn } from './touched';

export type AgendaKind = DateKind | 'commitment' | 'task' | 'review';

/** Something with a day on which it is due or happens. */
export interface AgendaItem {
  readonly date: CalendarDate;
  readonly kind: AgendaKind;
  readonly text: string;
  readonly path: string;
  /** Where the day stands. */
  readonly range: Range;
  /** For commitments. */
  readonly from?: string;
  readonly to?: string;
}

interface Made {
  readonly today: CalendarDate;
  readonly settings: BookSettings;
  /** The latest log page that links to the page, where its clock also looks at those. */
  readonly logged?: CalendarDate | undefined;
  readonly items: readonly AgendaItem[];
}

/** The agenda of a book, kept for as long as it hands out the same list of pages. */
const agendas = new WeakMap<readonly Page[], Made>();
/** What of a page is in it, kept for as long as the page stands. */
const itemsOfPages = new WeakMap<Page, Made>();

/** Everything that is open and dated, by day, then path (FORMAT §3 and §5). */
export function agendaOf(book: BookIndex, today: CalendarDate): readonly AgendaItem[] {
  return made(agendas, book.pages(), { today, settings: book.settings }, () => {
    const byDate = new Map<CalendarDate, AgendaItem[]>();
    for (const page of book.pages()) {
      for (const item of pageAgenda(page, book, today)) {
        getOrMake(byDate, item.date, (): AgendaItem[] => []).push(item);
      }
    }
    return [...byDate.keys()].sort().flatMap((date) => byDate.get(date) ?? []);
  });
}

/** What of a page is in the agenda. */
export function pageAgenda(page: Page, book: BookIndex, today: CalendarDate): readonly AgendaItem[] {
  // The other clocks look at the page alone.
  const logged =
    typeof pageType(page.type)?.clock?.since === 'string' ? loggedOn(page, book, today) : undefined;
  return made(itemsOfPages, page, { today, settings: book.settings, logged }, () =>
    isClosed(page)
      ? []
      : [...taskItems(page, book), ...fieldItems(page, today), ...reviewItem(page, book, today)],
  );
}

function made<K extends object>(
  kept: WeakMap<K, Made>,
  key: K,
  basis: Omit<Made, 'items'>,
  make: () => readonly AgendaItem[],
): readonly AgendaItem[] {
  const before = kept.get(key);
  const { today, settings, logged } = basis;
  if (before?.today === today && before.settings === settings && before.logged === logged)
    return before.items;
  const items = make();
  kept.set(key, { ...basis, items });
  return items;
}

function taskItems(page: Page, { settings }: BookIndex): AgendaItem[] {
  const promised = page.commitments
    .filter((commitment) => !commitment.done && isValidCommitment(commitment, settings))
    .flatMap(({ due, dueRange, text, from, to }) => {
      if (due === undefined || !dueRange) return [];
      return [{ date: due, kind: 'commitment' as const, text, path: page.path, range: dueRange, from, to }];
    });
  const tasks = page.tasks.flatMap(({ done, due, dueRange, text }) => {
    if (done || due === undefined || !dueRange) return [];
    return [{ date: due, kind: 'task' as const, text, path: page.path, range: dueRange }];
  });
  return [...promised, ...tasks];
}

function fieldItems(page: Page, today: CalendarDate): AgendaItem[] {
  const { path, title } = page;
  return (pageType(page.type)?.dates ?? []).flatMap(({ kind, field, within, about, isOpen, ahead }) =>
    holdersOf(page, within).flatMap((holder): AgendaItem[] => {
      const told = dateOf(holder, field);
      const range = fieldValue(holder, field)?.range;
      const date = told !== undefined && kind === 'reply' ? replyDue(page) : told;
      if (date === undefined || !range || isOpen?.(holder) === false || (ahead && date < today)) return [];
      const text = (about === undefined ? undefined : textOf(holder, about)) ?? title;
      return [{ date, kind, text, path, range }];
    }),
  );
}

/** The page, a group of its fields, or the groups of a list. */
function holdersOf(page: Page, within: string | undefined): Fields[] {
  if (within === undefined) return [page];
  if (fieldsOf(page.type).get(within)?.value.kind === 'list') return objectsOf(page, within);
  return [objectOf(page, within) ?? []].flat();
}

/** The day on which the page’s cadence runs out; due on it, it is still fresh. */
function reviewItem(page: Page, book: BookIndex, today: CalendarDate): AgendaItem[] {
  const fresh = pageFreshness(page, book, today);
  if (!fresh) return [];
  const date = addDays(today, fresh.cadence - fresh.age);
  return [{ date, kind: 'review', text: page.title, path: page.path, range: page.typeRange }];
}
