import { pageFreshness } from '../../analysis/freshness';
import { pageFact } from '../../analysis/pageFact';
import { referencesOf } from '../../index/references';
import type { Page } from '../../model/page';
import { pageAt } from '../../parse/lazyPage';
import type { PreviewContext } from './previewLink';

/**
 * All that a rendered page shows of its book, as one text: where it has changed, what is shown is out of date. What
 * the page itself says is not part of it.
 *
 * @param page as it was rendered
 */
export function previewDigest(page: Page, { index, path, today }: PreviewContext): string {
  const { currency, departments, activities } = index.settings;
  const targets = referencesOf(pageAt(page, path)).map((reference) => {
    const target = index.resolve(reference);
    if (!target) return null;
    const headings = target.body.headings.map(({ text }) => text);
    return [target.path, target.type, target.title, pageFact(target, today, index.settings), headings];
  });
  const own = [path, today, pageFreshness(page, index, today)];
  return JSON.stringify([own, currency, departments, [...activities.values()], targets]);
}
