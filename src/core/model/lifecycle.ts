import { pageType } from '../schema/schema';
import type { Page } from './page';

/** True for a page that is settled, such as a plan that is done: clocks skip it. */
export function isClosed(page: Page): boolean {
  return pageType(page.type)?.isClosed?.(page) ?? false;
}

/** True for a page on which the day of the last review means something. */
export function isReviewable({ type }: Page): boolean {
  const spec = pageType(type);
  return spec !== undefined && !spec.root && !spec.record;
}

/** The field that tells when a page was last gone through. */
export function reviewField({ type }: Page): string {
  const since = pageType(type)?.clock?.since;
  return (typeof since === 'object' ? since.at(-1) : undefined) ?? 'reviewed';
}
