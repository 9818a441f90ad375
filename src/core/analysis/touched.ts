import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, objectsOf } from '../model/fields';
import { keptPerPage } from '../model/keptPerPage';
import type { Page } from '../model/page';
import { firstLogDate } from './logs';

const touchingFields = ['reviewed', 'observed', 'received', 'replied', 'resolved'];

/**
 * The last day, up to `today`, on which somebody cared for a page: the latest of its dates, those of its predictions,
 * and of the log pages that link to it (FORMAT §5, Touched).
 */
export function touchedOn(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  return laterOfBoth(latestUntil(today, touchingDates(page)), loggedOn(page, book, today));
}

/** The days on which somebody cared for a page, as far as they stand in it. */
export const touchingDates = keptPerPage((page): readonly CalendarDate[] => {
  const predictions = objectsOf(page, 'predictions').flatMap((prediction) => [
    dateOf(prediction, 'made'),
    dateOf(prediction, 'resolved'),
  ]);
  const own = touchingFields.map((name) => dateOf(page, name));
  return [...own, dateOf(page, 'made'), ...predictions].filter((date) => date !== undefined);
});

/**
 * Days since any page of some types was touched; without any such day since the book’s first log page. Undefined for a
 * book without log pages, whose clocks do not run yet.
 */
export function quietDays(
  types: readonly string[],
  book: BookIndex,
  today: CalendarDate,
): number | undefined {
  const first = firstLogDate(book, today);
  if (first === undefined) return undefined;
  let latest: CalendarDate | undefined;
  for (const type of types) {
    for (const page of book.pagesOfType(type)) latest = laterOfBoth(latest, touchedOn(page, book, today));
    if (latest === today) break;
  }
  return daysBetween(latest ?? first, today);
}

/** The latest log page, up to `today`, that links to a page. */
export function loggedOn(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  let latest: CalendarDate | undefined;
  for (const path of book.eachReferrerOf(page)) {
    const date = book.logDate(path);
    if (date !== undefined && date <= today) latest = laterOfBoth(latest, date);
  }
  return latest;
}

function laterOfBoth(a: CalendarDate | undefined, b: CalendarDate | undefined): CalendarDate | undefined {
  return b === undefined || (a !== undefined && a >= b) ? a : b;
}

/** The latest of some days that is not after `today`. */
export function latestUntil(
  today: CalendarDate,
  dates: readonly (CalendarDate | undefined)[],
): CalendarDate | undefined {
  let best: CalendarDate | undefined;
  for (const date of dates) {
    if (date !== undefined && date <= today && (best === undefined || date > best)) best = date;
  }
  return best;
}
