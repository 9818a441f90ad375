import type { BookIndex } from '../index/bookIndex';
import type { BookSettings } from '../model/bookSettings';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { commitmentKeys, isValidCommitment } from '../model/commitment';
import { isClosed } from '../model/lifecycle';
import { getOrMake } from '../model/maps';
import type { Commitment, Page } from '../model/page';
import { compareText } from '../model/text';
import { type Trust, trustOf } from './trust';

/** A valid commitment on a page that is not closed. */
export interface LedgerEntry {
  readonly page: Page;
  readonly commitment: Commitment;
  /** Tells it from the page's other commitments, whatever its dates and wherever it stands. */
  readonly key: string;
  /** Days since it was due: negative for days to come; undefined without a day and once it is done. */
  readonly overdue?: number;
}

/** What one department and the product manager owe each other. */
export interface DepartmentLedger {
  readonly department: string;
  /** What the department owes, open, by day. */
  readonly toMe: readonly LedgerEntry[];
  readonly fromMe: readonly LedgerEntry[];
  /** Reliability of the last 90 days, where a commitment counts for it. */
  readonly trustToMe?: Trust;
  readonly trustFromMe?: Trust;
}

export interface Ledger {
  /** Departments with an open commitment or a reliability: those that wait for us first, then those that are late. */
  readonly departments: readonly DepartmentLedger[];
  /** Between other departments, by day. */
  readonly others: readonly LedgerEntry[];
  /** From the product manager to herself or himself, by day. */
  readonly own: readonly LedgerEntry[];
}

/**
 * Who owes what to whom: the open commitments of pages that are not closed, by department and direction.
 *
 * @param isKept true for a commitment that is listed although it is done
 */
export function ledgerOf(
  book: BookIndex,
  today: CalendarDate,
  isKept: (page: Page, key: string) => boolean = () => false,
): Ledger {
  const lists = new Map<string, LedgerEntry[]>();
  const others: LedgerEntry[] = [];
  for (const entry of openCommitments(book.pages(), book, today, isKept)) {
    const { from, to } = entry.commitment;
    if (from !== 'me' && to !== 'me') others.push(entry);
    else getOrMake(lists, `${from}\n${to}`, (): LedgerEntry[] => []).push(entry);
  }
  const trust = new Map(trustOf(book, today).map((pair) => [`${pair.from}\n${pair.to}`, pair]));
  const pairs = [...lists.keys(), ...trust.keys()].map((pair) => pair.split('\n'));
  const names = new Set(pairs.filter((pair) => pair.includes('me')).flat());
  names.delete('me');
  const departments = [...names].map((department): DepartmentLedger => {
    const toMe = `${department}\nme`;
    const fromMe = `me\n${department}`;
    const trustToMe = trust.get(toMe);
    const trustFromMe = trust.get(fromMe);
    return {
      department,
      toMe: lists.get(toMe) ?? [],
      fromMe: lists.get(fromMe) ?? [],
      ...(trustToMe ? { trustToMe } : {}),
      ...(trustFromMe ? { trustFromMe } : {}),
    };
  });
  return {
    departments: departments.sort(
      (a, b) => urgency(a, today) - urgency(b, today) || compareText(a.department, b.department),
    ),
    others,
    own: lists.get('me\nme') ?? [],
  };
}

/** The open commitments of some pages, by day. */
export function openCommitments(
  pages: readonly Page[],
  { settings }: BookIndex,
  today: CalendarDate,
  isKept: (page: Page, key: string) => boolean = () => false,
): LedgerEntry[] {
  const open: LedgerEntry[] = [];
  for (const page of pages) {
    for (const entry of entriesOf(page, settings, today)) {
      if (!entry.commitment.done || isKept(page, entry.key)) open.push(entry);
    }
  }
  return open.sort(byDay);
}

interface Made {
  readonly today: CalendarDate;
  readonly settings: BookSettings;
  readonly entries: readonly LedgerEntry[];
}

const none: readonly LedgerEntry[] = [];

/** Kept for as long as the page stands. */
const entriesOfPages = new WeakMap<Page, Made>();

/** The valid commitments of a page, open or not; none of a page that is closed. */
export function entriesOf(page: Page, settings: BookSettings, today: CalendarDate): readonly LedgerEntry[] {
  const before = entriesOfPages.get(page);
  if (before?.today === today && before.settings === settings) return before.entries;
  const { commitments } = page;
  const keys = commitmentKeys(page);
  const isLeftInPeace = commitments.length > 0 && isClosed(page);
  const entries =
    commitments.length === 0
      ? none
      : commitments.flatMap((commitment, index): LedgerEntry[] => {
          if (isLeftInPeace || !isValidCommitment(commitment, settings)) return [];
          const { due, done } = commitment;
          const overdue = done || due === undefined ? {} : { overdue: daysBetween(due, today) };
          return [{ page, commitment, key: keys[index] as string, ...overdue }];
        });
  entriesOfPages.set(page, { today, settings, entries });
  return entries;
}

/** Those that are past their day. */
export function overdueAmong(entries: readonly LedgerEntry[]): LedgerEntry[] {
  return entries.filter(({ overdue }) => overdue !== undefined && overdue > 0);
}

const never = '9999-12-31';

function byDay(a: LedgerEntry, b: LedgerEntry): number {
  return compareText(a.commitment.due ?? never, b.commitment.due ?? never);
}

/**
 * 0 where the product manager is late, 1 where the department is, 2 for something open, 3 for nothing. What was done just
 * now counts as before, so that departments do not change places under the user’s hand.
 */
function urgency({ toMe, fromMe }: DepartmentLedger, today: CalendarDate): number {
  const isLate = ({ commitment: { due } }: LedgerEntry): boolean => due !== undefined && due < today;
  if (fromMe.some(isLate)) return 0;
  if (toMe.some(isLate)) return 1;
  return fromMe.length + toMe.length > 0 ? 2 : 3;
}
