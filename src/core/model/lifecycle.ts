import { isPlan, pageType } from '../schema/schema';
import { dateOf, textOf } from './fields';
import type { Page } from './page';

/**
 * True for a page that clocks skip: plans done or dropped, retired products, decisions taken, voices
 * resolved.
 */
export function isClosed(page: Page): boolean {
  if (isPlan(page.type)) return ['done', 'dropped'].includes(textOf(page, 'status') ?? '');
  switch (page.type) {
    case 'product':
      return textOf(page, 'stage') === 'retired';
    case 'decision':
      return dateOf(page, 'decided') !== undefined;
    case 'voice':
      return dateOf(page, 'resolved') !== undefined;
    default:
      return false;
  }
}

/** True for a page on which the day of the last review means something. */
export function isReviewable({ type }: Page): boolean {
  return pageType(type) !== undefined && !['book', 'log', 'review'].includes(type);
}
