import type { BookIndex } from '../index/bookIndex';
import type { BookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf, textOf } from '../model/fields';
import { ownValue } from '../model/ownValue';
import type { Page } from '../model/page';
import { latestUntil, logDate, loggedOn } from './touched';

export type Contact =
  | { readonly path: string; readonly last: CalendarDate | null }
  | { readonly department: string; readonly last: CalendarDate | null };

/** The department whose contact `sales-silent` watches, sales teams included. */
export const salesDepartment = 'sales';

/** The last contact with each partner and department, up to `today` (FORMAT §5, Contact). */
export function contactsOf(book: BookIndex, today: CalendarDate): Contact[] {
  const partners = book
    .pagesOfType('partner')
    .map((page) => ({ path: page.path, last: partnerContact(page, book, today) ?? null }));
  const departments = book.settings.departments.map((department) => ({
    department,
    last:
      (department === salesDepartment
        ? salesContact(book, today)
        : departmentContact(department, book, today)) ?? null,
  }));
  return [...partners, ...departments];
}

/** The later of `lastContact` and the latest log page that links to the partner. */
export function partnerContact(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  return latestUntil(today, [dateOf(page, 'lastContact'), loggedOn(page, book, today)]);
}

/** The latest log page that mentions the department. */
export function departmentContact(
  department: string,
  book: BookIndex,
  today: CalendarDate,
): CalendarDate | undefined {
  const mentioning = book
    .pagesOfType('log')
    .filter((page) => page.body.mentions.some(({ name }) => name === department));
  return latestUntil(today, mentioning.map(logDate));
}

/** The latest of `@sales` on a log page and the contact with any sales team. */
export function salesContact(book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  return latestUntil(today, [
    departmentContact(salesDepartment, book, today),
    ...salesTeams(book).map((page) => partnerContact(page, book, today)),
  ]);
}

export function salesTeams(book: BookIndex): readonly Page[] {
  return book.pagesOfType('partner').filter((page) => textOf(page, 'kind') === 'sales-team');
}

/** Days between contacts by the partner’s tier; sales teams have the cadence of sales. */
export function partnerCadence(page: Page, { cadence }: BookSettings): number | undefined {
  if (textOf(page, 'kind') === 'sales-team') return cadence.sales;
  return ownValue(cadence.partner, textOf(page, 'tier') ?? 'B');
}
