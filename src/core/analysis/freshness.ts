import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, textOf } from '../model/fields';
import { isClosed } from '../model/lifecycle';
import { ownValue } from '../model/ownValue';
import type { Page } from '../model/page';
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
  const { cadence } = book.settings;
  const clock = (since: CalendarDate | undefined, days: number | undefined): Clock | undefined =>
    since === undefined || days === undefined ? undefined : { since, cadence: days };
  switch (page.type) {
    case 'competitor':
      return clock(dateOf(page, 'reviewed'), ownValue(cadence.competitor, textOf(page, 'threat') ?? ''));
    case 'product':
      return clock(dateOf(page, 'updated'), cadence.product);
    case 'trend':
      return clock(trendSeen(page), cadence.trend);
    case 'strategy':
      return clock(dateOf(page, 'reviewed'), cadence.strategy);
    case 'opportunity':
      return isOpenOpportunity(page) ? clock(touchedOn(page, book, today), cadence.opportunity) : undefined;
    case 'partner':
      return clock(partnerContact(page, book, today), partnerCadence(page, book.settings));
    default:
      return undefined;
  }
}

/** The day from which a trend’s age counts: the later of `observed` and `reviewed`. */
export function trendSeen(page: Page): CalendarDate | undefined {
  const observed = dateOf(page, 'observed');
  const reviewed = dateOf(page, 'reviewed');
  return reviewed !== undefined && (observed === undefined || reviewed > observed) ? reviewed : observed;
}

export function isOpenOpportunity(page: Page): boolean {
  return (textOf(page, 'status') ?? 'open') === 'open';
}
