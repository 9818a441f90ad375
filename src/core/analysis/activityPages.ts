import type { BookIndex } from '../index/bookIndex';
import { memoizeByPage } from '../model/memoizeByPage';
import type { Page } from '../model/page';
import { compareText } from '../model/text';
import { isDaily, pageType, pageTypes } from '../schema/schema';

/**
 * The activities that a page belongs to, its main one first: by the table of page types; competitors with predictions
 * also under `competitor-response`, every page with commitments also under `liaison`. None for unknown page types.
 */
export const activitiesOfPage = memoizeByPage((page): readonly string[] => {
  const type = pageType(page.type);
  if (!type) return [];
  return [
    ...(type.activity === undefined ? [] : [type.activity]),
    ...(type.alsoUnder?.where(page) ? [type.alsoUnder.activity] : []),
    ...(page.commitments.length > 0 ? ['liaison'] : []),
  ];
});

/** The one activity under which a finding of a page is to be settled: that of its subject, else that of the page. */
export function activityOfFinding(page: Page, rule: string): string | undefined {
  if (rule.startsWith('prediction-')) return 'competitor-response';
  if (rule.startsWith('commitment-')) return 'liaison';
  return activitiesOfPage(page)[0];
}

/** The pages of each activity, by activity id: in the order of the table of page types, then by path, logs latest first. */
export function pagesByActivity(book: BookIndex): ReadonlyMap<string, readonly Page[]> {
  const byActivity = new Map<string, Page[]>();
  for (const page of book.pages()) {
    for (const activity of activitiesOfPage(page)) {
      const pages = byActivity.get(activity);
      if (pages) pages.push(page);
      else byActivity.set(activity, [page]);
    }
  }
  for (const pages of byActivity.values()) pages.sort(comparePages);
  return byActivity;
}

/** The activities that have pages, without putting these in order. */
export function activitiesInUse(book: BookIndex): ReadonlySet<string> {
  const inUse = new Set<string>();
  for (const page of book.pages()) for (const activity of activitiesOfPage(page)) inUse.add(activity);
  return inUse;
}

const typeOrder = new Map(pageTypes.map(({ id }, index) => [id, index]));
/** Logs come last: there is one of them for every day. */
const orderOf = ({ type }: Page): number => (isDaily(type) ? pageTypes.length : (typeOrder.get(type) ?? 0));

function comparePages(a: Page, b: Page): number {
  const byPath = compareText(a.path, b.path);
  return orderOf(a) - orderOf(b) || (isDaily(a.type) ? -byPath : byPath);
}
