import { departmentContact, salesContact, salesDepartment } from '../../analysis/contact';
import { reliabilityText } from '../../analysis/figureWords';
import { type Trust, trustDays, trustOf } from '../../analysis/trust';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { isValidCommitment } from '../../model/commitment';
import { getOrMake } from '../../model/maps';
import { joined, plural, type Text, t } from '../../model/message';
import type { Commitment, Page } from '../../model/page';
import { compareText, contains, type Range } from '../../model/text';
import { dayText, relativeDay } from '../../model/texts';
import type { HoverPart, HoverRequest } from './hoverRequest';
import { bold, bullets, link, paragraphs, plain, shortened } from './hoverText';

/** Open commitments that are listed at most. */
const maxOpen = 5;
const maxText = 80;

/** On a department, in a commitment or a text, and on a commitment's days: the ledger of promises both ways. */
export function departmentHover(request: HoverRequest): HoverPart | undefined {
  const { page, position, book } = request;
  const commitment = page?.commitments.find((one) => contains(one.range, position));
  const place = commitment ? placeIn(commitment, request) : mentionAt(request);
  if (!place) return undefined;
  const { department, range } = place;
  if (department !== 'me' && !book.settings.departments.includes(department)) return undefined;
  return {
    range,
    markdown: paragraphs([
      commitment && commitmentText(commitment, request),
      department === 'me' ? managerText(request) : ledgerText(department, request),
      openText(department, request),
    ]),
  };
}

interface DepartmentPlace {
  readonly department: string;
  readonly range: Range;
}

function placeIn(commitment: Commitment, { position }: HoverRequest): DepartmentPlace | undefined {
  const { from, to, fromRange, toRange, dueRange } = commitment;
  const other = from === 'me' ? to : from;
  if (contains(fromRange, position)) return { department: from === 'me' ? other : from, range: fromRange };
  if (toRange && contains(toRange, position)) return { department: to === 'me' ? other : to, range: toRange };
  return dueRange && contains(dueRange, position) ? { department: other, range: dueRange } : undefined;
}

function mentionAt({ page, position }: HoverRequest): DepartmentPlace | undefined {
  const mention = page?.body.mentions.find(({ range }) => contains(range, position));
  return mention && { department: mention.name, range: mention.range };
}

function commitmentText(commitment: Commitment, { today }: HoverRequest): Text {
  const { was } = commitment;
  const state = stateText(commitment, today);
  const told = was === undefined ? state : t`${state}; first promised for ${dayText(was, today)}`;
  return joined([bold(parties(commitment)), plain(told)], ' · ');
}

function stateText({ due, done, doneOn }: Commitment, today: CalendarDate): Text {
  if (done) return doneOn === undefined ? t`kept` : t`kept ${relativeDay(doneOn, today)}`;
  if (due === undefined) return t`open, without a day`;
  const [day, relative] = [dayText(due, today), relativeDay(due, today)];
  return due < today ? t`overdue since ${day}, ${relative}` : t`due ${day}, ${relative}`;
}

function managerText({ book }: HoverRequest): Text {
  const { manager } = book.settings;
  const told = manager === undefined ? t`the product manager` : t`the product manager, ${manager}`;
  return joined([bold('@me'), plain(told)], ' · ');
}

/** How both sides have kept their word, and when they last spoke. */
function ledgerText(department: string, { book, today }: HoverRequest): Text {
  const sides = openPromisesWith(book, today)
    .ledger.filter(({ from, to }) => [from, to].includes(department))
    .map(sideText);
  const last =
    department === salesDepartment ? salesContact(book, today) : departmentContact(department, book, today);
  const { cadence } = book.settings;
  const due = plural(department === salesDepartment ? cadence.sales : cadence.department, 'day');
  const contact =
    last === undefined
      ? t`no contact in the log, due every ${due}`
      : t`last contact ${relativeDay(last, today)}, due every ${due}`;
  return paragraphs([
    joined([bold(`@${department}`), contact], ' · '),
    ...(sides.length === 0
      ? [t`No promise was due in the last ${trustDays} days.`]
      : [t`Promises of the last ${trustDays} days:`, bullets(sides)]),
  ]);
}

function sideText(trust: Trust): Text {
  const { kept, all, reliability } = trust;
  const share = reliability === null ? t`too few to judge` : reliabilityText(reliability);
  return plain(t`${parties(trust)}: ${kept} of ${all} kept in time (${share})`);
}

/** What is still owed, the most urgent first. */
function openText(department: string, { book, today, links }: HoverRequest): Text {
  const open = openPromisesWith(book, today).open.get(department);
  if (!open) return t`Nothing is open.`;
  const items = open.first.map(({ page, commitment }) =>
    joined([plain(promiseText(commitment, today)), ' (', link(page.title, links.page(page.path)), ')'], ''),
  );
  const more = open.count - items.length;
  return paragraphs([t`Open:`, bullets([...items, ...(more > 0 ? [t`and ${more} more`] : [])])]);
}

function promiseText(commitment: Commitment, today: CalendarDate): Text {
  const { text, due } = commitment;
  const what = joined([parties(commitment), shortened(text, maxText)], ': ');
  if (due === undefined) return t`${what}, no day`;
  const day = relativeDay(due, today);
  return due < today ? t`${what}, was due ${day}` : t`${what}, due ${day}`;
}

interface OpenPromise {
  readonly page: Page;
  readonly commitment: Commitment;
}

interface Promises {
  readonly today: CalendarDate;
  readonly ledger: readonly Trust[];
  /** Open commitments by each department that owes or is owed. */
  readonly open: ReadonlyMap<string, OpenPromises>;
}

interface OpenPromises {
  readonly count: number;
  /** The most urgent ones. */
  readonly first: readonly OpenPromise[];
}

/** What was added up for a book stays true until a page of it changes, which makes another list of pages. */
const known = new WeakMap<readonly Page[], Promises>();

function openPromisesWith(book: BookIndex, today: CalendarDate): Promises {
  const pages = book.pages();
  let promises = known.get(pages);
  if (promises?.today !== today) {
    promises = { today, ledger: trustOf(book, today), open: openPromises(book) };
    known.set(pages, promises);
  }
  return promises;
}

function openPromises(book: BookIndex): Map<string, OpenPromises> {
  const open = new Map<string, OpenPromise[]>();
  for (const page of book.pages()) {
    for (const commitment of page.commitments) {
      if (commitment.done || !isValidCommitment(commitment, book.settings)) continue;
      for (const side of new Set([commitment.from, commitment.to])) {
        getOrMake(open, side, (): OpenPromise[] => []).push({ page, commitment });
      }
    }
  }
  return new Map([...open].map(([side, all]) => [side, { count: all.length, first: mostUrgent(all) }]));
}

/** The first ones by their days, those without a day last. */
function mostUrgent(open: readonly OpenPromise[]): OpenPromise[] {
  const day = ({ commitment }: OpenPromise): string => commitment.due ?? '9999-12-31';
  let first: OpenPromise[] = [];
  for (const promise of open) {
    const last = first[maxOpen - 1];
    if (last && day(promise) >= day(last)) continue;
    first = [...first, promise].sort((a, b) => compareText(day(a), day(b))).slice(0, maxOpen);
  }
  return first;
}

/** Who promises whom: `@rnd → you` */
function parties({ from, to }: { readonly from: string; readonly to: string }): Text {
  return joined([party(from), party(to)], ' → ');
}

function party(department: string): Text {
  return department === 'me' ? t`you` : `@${department}`;
}
