import { departmentContact, salesContact, salesDepartment } from '../../analysis/contact';
import { reliabilityText } from '../../analysis/figureWords';
import { type Trust, trustDays, trustOf } from '../../analysis/trust';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { isValidCommitment } from '../../model/commitment';
import { dayText, relativeDay } from '../../model/dayWords';
import { getOrMake } from '../../model/maps';
import type { Commitment, Page } from '../../model/page';
import { compareText, contains, type Range } from '../../model/text';
import { plural } from '../../model/words';
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

function commitmentText(commitment: Commitment, { today }: HoverRequest): string {
  const { from, to, due, was, done, doneOn } = commitment;
  const state = done
    ? `kept${doneOn === undefined ? '' : ` ${relativeDay(doneOn, today)}`}`
    : due === undefined
      ? 'open, without a day'
      : `${due < today ? 'overdue since' : 'due'} ${dayText(due, today)}, ${relativeDay(due, today)}`;
  const first = was === undefined ? '' : `; first promised for ${dayText(was, today)}`;
  return `${bold(`${party(from)} → ${party(to)}`)} · ${plain(state + first)}`;
}

function managerText({ book }: HoverRequest): string {
  const { manager } = book.settings;
  return `${bold('@me')} · ${plain(manager === undefined ? 'the product manager' : `the product manager, ${manager}`)}`;
}

/** How both sides have kept their word, and when they last spoke. */
function ledgerText(department: string, { book, today }: HoverRequest): string {
  const sides = openPromisesWith(book, today)
    .ledger.filter(({ from, to }) => [from, to].includes(department))
    .map(sideText);
  const last =
    department === salesDepartment ? salesContact(book, today) : departmentContact(department, book, today);
  const { cadence } = book.settings;
  const due = department === salesDepartment ? cadence.sales : cadence.department;
  const contact = last === undefined ? 'no contact in the log' : `last contact ${relativeDay(last, today)}`;
  return paragraphs([
    `${bold(`@${department}`)} · ${plain(contact)}, due every ${plural(due, 'day')}`,
    sides.length === 0
      ? `No promise was due in the last ${trustDays} days.`
      : `Promises of the last ${trustDays} days:\n\n${bullets(sides)}`,
  ]);
}

function sideText({ from, to, kept, all, reliability }: Trust): string {
  const share = reliability === null ? 'too few to judge' : reliabilityText(reliability);
  return plain(`${party(from)} → ${party(to)}: ${kept} of ${all} kept in time (${share})`);
}

/** What is still owed, the most urgent first. */
function openText(department: string, { book, today, links }: HoverRequest): string {
  const open = openPromisesWith(book, today).open.get(department);
  if (!open) return 'Nothing is open.';
  const items = open.first.map(({ page, commitment: { from, to, text, due } }) => {
    const day =
      due === undefined ? 'no day' : `${due < today ? 'was due' : 'due'} ${relativeDay(due, today)}`;
    const promise = `${party(from)} → ${party(to)}: ${shortened(text, maxText)}, ${day}`;
    return `${plain(promise)} (${link(page.title, links.page(page.path))})`;
  });
  const more = open.count - items.length;
  return `Open:\n\n${bullets([...items, ...(more > 0 ? [`and ${more} more`] : [])])}`;
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

function party(department: string): string {
  return department === 'me' ? 'you' : `@${department}`;
}
