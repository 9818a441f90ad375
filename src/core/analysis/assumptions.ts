import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf, numberOf } from '../model/fields';
import type { Page } from '../model/page';
import { seenOn } from './freshness';

/** Impact of a trend from which on it matters to strategies and wants an answer. */
export const weightyImpact = 4;

/** True where a weighty trend was seen after a strategy’s review (FORMAT §6, strategy-outdated). */
export function outdates(trend: Page, strategyReviewed: CalendarDate, seen = seenOn(trend)): boolean {
  const impact = numberOf(trend, 'impact');
  return seen !== undefined && impact !== undefined && impact >= weightyImpact && seen > strategyReviewed;
}

/** The strategies that assume a trend and hold today, but would be outdated by a review of the trend on a day. */
export function strategiesOutdatedBy(trend: Page, day: CalendarDate, book: BookIndex): Page[] {
  const strategies = new Set(
    book
      .referencesTo(trend, ['strategy'])
      .filter(({ field }) => field === 'assumes')
      .flatMap(({ from }) => book.page(from) ?? []),
  );
  return [...strategies].filter((strategy) => {
    const reviewed = strategy.type === 'strategy' ? dateOf(strategy, 'reviewed') : undefined;
    return reviewed !== undefined && !outdates(trend, reviewed) && outdates(trend, reviewed, day);
  });
}
