import type { BookIndex } from '../index/bookIndex';
import { cadenceOf } from '../model/cadence';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import { isClosed } from '../model/lifecycle';
import type { Page } from '../model/page';
import { pageType } from '../schema/schema';
import { partnerCadence, partnerContact } from './contact';
import { touchedOn } from './touched';

export type FreshnessState = 'fresh' | 'due' | 'stale';

export interface Freshness {
  readonly path: string;
  /** Days since the page was last brought up to date. */
  readonly age: number;
  /** Days that it may be old; due exactly on that day is still fresh. */
  readonly cadence: number;
  /** `due` beyond the cadence, `stale` beyond twice of it. */
  readonly state: FreshnessState;
}

/** How old each page is that has a cadence; skipped pages and pages without a date are left out. */
export function freshnessOf(book: BookIndex, today: CalendarDate): Freshness[] {
  return book.pages().flatMap((page) => pageFreshness(page, book, today) ?? []);
}

export function pageFreshness(page: Page, book: BookIndex, today: CalendarDate): Freshness | undefined {
  const clock = isClosed(page) ? undefined : clockOf(page, book, today);
  if (!clock || clock.since > today) return undefined;
  const age = daysBetween(clock.since, today);
  return { path: page.path, age, cadence: clock.cadence, state: freshnessState(age, clock.cadence) };
}

export function freshnessState(age: number, cadence: number): FreshnessState {
  return age > 2 * cadence ? 'stale' : age > cadence ? 'due' : 'fresh';
}

interface Clock {
  readonly since: CalendarDate;
  readonly cadence: number;
}

function clockOf(page: Page, book: BookIndex, today: CalendarDate): Clock | undefined {
  const clock = pageType(page.type)?.clock;
  if (!clock || clock.isRunning?.(page) === false) return undefined;
  const isContact = clock.since === 'contact';
  const cadence = isContact ? partnerCadence(page, book.settings) : cadenceOf(page, book.settings.cadence);
  if (cadence === undefined) return undefined;
  const since = isContact
    ? partnerContact(page, book, today)
    : clock.since === 'touched'
      ? touchedOn(page, book, today)
      : seenOn(page);
  return since === undefined ? undefined : { since, cadence };
}

/** The latest of the days that a page’s clock counts from. */
export function seenOn(page: Page): CalendarDate | undefined {
  const since = pageType(page.type)?.clock?.since;
  if (typeof since !== 'object') return undefined;
  return since
    .flatMap((field) => dateOf(page, field) ?? [])
    .sort()
    .at(-1);
}
