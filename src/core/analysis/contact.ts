import type { BookIndex } from '../index/bookIndex';
import type { DatedLog } from '../index/logCalendar';
import type { BookSettings } from '../model/bookSettings';
import { cadenceOf } from '../model/cadence';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf, textOf } from '../model/fields';
import { memoizeByPage } from '../model/memoizeByPage';
import type { Page } from '../model/page';
import { latestUntil, loggedOn } from './touched';

export type Contact =
  | { readonly path: string; readonly last: CalendarDate | null }
  | { readonly department: string; readonly last: CalendarDate | null };

/** The department whose contact `sales-silent` watches, sales teams included. */
export const salesDepartment = 'sales';

/** What the page of a partner says of it. */
export interface Partner {
  readonly kind?: string;
  readonly tier: string;
  readonly lastContact?: CalendarDate;
}

/** The kind of partner that has a cadence of its own. */
export const salesTeam = 'sales-team';

export const partnerOf = memoizeByPage((page): Partner => {
  const kind = textOf(page, 'kind');
  const lastContact = dateOf(page, 'lastContact');
  return {
    ...(kind === undefined ? {} : { kind }),
    tier: textOf(page, 'tier') ?? 'B',
    ...(lastContact === undefined ? {} : { lastContact }),
  };
});

/** The last contact with each partner and department, up to `today` (FORMAT §5, Contact). */
export function contactsOf(book: BookIndex, today: CalendarDate): Contact[] {
  const partners = book
    .pagesOfType('partner')
    .map((page) => ({ path: page.path, last: partnerContact(page, book, today) ?? null }));
  const mentioned = departmentContacts(book.settings.departments, book, today);
  const departments = book.settings.departments.map((department) => ({
    department,
    last: (department === salesDepartment ? salesContact(book, today) : mentioned.get(department)) ?? null,
  }));
  return [...partners, ...departments];
}

/** The later of `lastContact` and the latest log page that links to the partner. */
export function partnerContact(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  return latestUntil(today, [partnerOf(page).lastContact, loggedOn(page, book, today)]);
}

/** The latest log page that mentions the department. */
export function departmentContact(
  department: string,
  book: BookIndex,
  today: CalendarDate,
): CalendarDate | undefined {
  return departmentContacts([department], book, today).get(department);
}

/** The latest log page that mentions each of some departments, up to `today`; none for one never mentioned. */
export function departmentContacts(
  departments: readonly string[],
  book: BookIndex,
  today: CalendarDate,
): ReadonlyMap<string, CalendarDate> {
  const missing = new Set(departments);
  const contacts = new Map<string, CalendarDate>();
  const logs = book.logs();
  for (let at = logs.length - 1; at >= 0 && missing.size > 0; at--) {
    const { page, date } = logs[at] as DatedLog;
    if (date > today) continue;
    for (const name of mentionedIn(page)) if (missing.delete(name)) contacts.set(name, date);
  }
  return contacts;
}

const nobody: readonly string[] = [];

/** The names that a page mentions, each once. */
export const mentionedIn = memoizeByPage(({ body: { mentions } }): readonly string[] =>
  mentions.length === 0 ? nobody : [...new Set(mentions.map(({ name }) => name))],
);

/** The latest of `@sales` on a log page and the contact with any sales team. */
export function salesContact(book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  return latestUntil(today, [
    departmentContact(salesDepartment, book, today),
    ...salesTeams(book).map((page) => partnerContact(page, book, today)),
  ]);
}

export function salesTeams(book: BookIndex): readonly Page[] {
  return book.pagesOfType('partner').filter((page) => partnerOf(page).kind === salesTeam);
}

/** Days between contacts by the partner’s tier; sales teams have the cadence of sales. */
export function partnerCadence(page: Page, { cadence }: BookSettings): number | undefined {
  const { kind } = partnerOf(page);
  return kind === salesTeam ? cadence.sales : cadenceOf(page, cadence);
}
