import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, objectsOf } from '../model/fields';
import type { Page } from '../model/page';
import { firstLogDate } from './logs';

const touchingFields = ['reviewed', 'observed', 'received', 'replied', 'resolved'];

/**
 * The last day, up to `today`, on which somebody cared for a page: the latest of its dates, those of its predictions,
 * and of the log pages that link to it (FORMAT §5, Touched).
 */
export function touchedOn(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  const own = touchingFields.map((name) => dateOf(page, name));
  const predictions = objectsOf(page, 'predictions').flatMap((prediction) => [
    dateOf(prediction, 'made'),
    dateOf(prediction, 'resolved'),
  ]);
  return latestUntil(today, [...own, dateOf(page, 'made'), ...predictions, loggedOn(page, book, today)]);
}

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
  const touched = types.flatMap((type) => book.pagesOfType(type).map((page) => touchedOn(page, book, today)));
  return daysBetween(latestUntil(today, touched) ?? first, today);
}

/** The latest log page, up to `today`, that links to a page. */
export function loggedOn(page: Page, book: BookIndex, today: CalendarDate): CalendarDate | undefined {
  const logs = new Set(book.referencesTo(page).map(({ from }) => from));
  return latestUntil(
    today,
    [...logs].map((path) => logDate(book.page(path))),
  );
}

export function logDate(page: Page | undefined): CalendarDate | undefined {
  return page?.type === 'log' ? dateOf(page, 'date') : undefined;
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
