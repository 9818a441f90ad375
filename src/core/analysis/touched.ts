import type { BookIndex } from '../index/bookIndex';
import type { DatedLog } from '../index/logCalendar';
import { referencesOf } from '../index/references';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, objectsOf } from '../model/fields';
import { memoizeByPage } from '../model/memoizeByPage';
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
export const touchingDates = memoizeByPage((page): readonly CalendarDate[] => {
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
  const pages = types.flatMap((type) => book.pagesOfType(type));
  const own = latestUntil(
    today,
    pages.map((page) => latestUntil(today, touchingDates(page))),
  );
  const lately = latelyLogged(types, book, today, own);
  const logged =
    lately === 'unknown'
      ? latestUntil(
          today,
          pages.map((page) => loggedOn(page, book, today)),
        )
      : lately;
  return daysBetween(laterOfBoth(own, logged) ?? first, today);
}

/** So many of the newest log pages are asked first: nearly always one of them tells. */
const logsAskedFirst = 50;

/**
 * The latest log page, up to `today`, that links to any page of some types, as far as the newest ones tell; undefined
 * where none is later than `after`.
 */
function latelyLogged(
  types: readonly string[],
  book: BookIndex,
  today: CalendarDate,
  after: CalendarDate | undefined,
): CalendarDate | undefined | 'unknown' {
  const logs = book.logs();
  let asked = 0;
  for (let at = logs.length - 1; at >= 0; at--) {
    const { page, date } = logs[at] as DatedLog;
    if (date > today) continue;
    if (after !== undefined && date <= after) return undefined;
    if (++asked > logsAskedFirst) return 'unknown';
    const isNamed = namedBy(page).some((target) => types.includes(book.resolve({ target })?.type ?? ''));
    if (isNamed) return date;
  }
  return undefined;
}

/** What a log page refers to. */
const namedBy = memoizeByPage((page) => referencesOf(page).map(({ target }) => target));

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
