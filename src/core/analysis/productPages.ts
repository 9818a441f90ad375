import type { BookIndex } from '../index/bookIndex';
import { referencesOf } from '../index/references';
import { daysBetween } from '../model/calendarDate';
import { dateOf, numberOf } from '../model/fields';
import { memoizeByPage } from '../model/memoizeByPage';
import type { Page } from '../model/page';

export interface ProductMargin {
  /** List price in the book’s currency. */
  readonly price: number;
  readonly cost: number;
  /** `price − cost` for one unit. */
  readonly margin: number;
  /** Margin over price, 0 to 1; null for a price of zero. */
  readonly share: number | null;
}

/** What one unit of a product brings; undefined without a price or a cost. */
export function productMargin(product: Page): ProductMargin | undefined {
  const price = numberOf(product, 'price');
  const cost = numberOf(product, 'cost');
  if (price === undefined || cost === undefined) return undefined;
  const margin = price - cost;
  return { price, cost, margin, share: price > 0 ? margin / price : null };
}

/** What a page names in its fields. */
const namedInFields = memoizeByPage((page) =>
  referencesOf(page)
    .filter(({ form }) => form === 'field')
    .map(({ target }) => target),
);

/** Works out ahead what is asked of each page to find those of a product. */
export function warmProductPages(page: Page): void {
  namedInFields(page);
}

/**
 * The pages that have to do with a product, by path: those that name it in a field (`products`, bundles), and those
 * that its own fields name (competitors, segments, regions). Links in bodies do not count: they mention.
 */
export function productPages(product: Page, book: BookIndex): Page[] {
  const related = new Set(eachProductPage(product, book));
  return book.pages().filter((page) => related.has(page));
}

/** Whether any page has to do with a product. */
export function hasProductPages(product: Page, book: BookIndex): boolean {
  return !eachProductPage(product, book).next().done;
}

/** In no order, some perhaps twice. */
function* eachProductPage(product: Page, book: BookIndex): Generator<Page, void> {
  for (const target of namedInFields(product)) {
    const page = book.resolve({ target });
    if (page && page !== product) yield page;
  }
  for (const path of book.eachReferrerOf(product)) {
    const page = book.page(path);
    if (!page || page === product) continue;
    if (namedInFields(page).some((target) => book.resolve({ target }) === product)) yield page;
  }
}

/** The voices among some pages, latest first, with their mean sentiment, -2 to 2; null without one. */
export function voicesAmong(pages: readonly Page[]): { voices: readonly Page[]; sentiment: number | null } {
  const voices = pages
    .filter(({ type }) => type === 'voice')
    .sort((a, b) =>
      daysBetween(dateOf(a, 'received') ?? '0001-01-01', dateOf(b, 'received') ?? '0001-01-01'),
    );
  const rated = voices.flatMap((page) => numberOf(page, 'sentiment') ?? []);
  const sentiment = rated.length === 0 ? null : rated.reduce((sum, value) => sum + value, 0) / rated.length;
  return { voices, sentiment };
}
