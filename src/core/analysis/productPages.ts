import type { BookIndex } from '../index/bookIndex';
import { referencesOf } from '../index/references';
import { daysBetween } from '../model/calendarDate';
import { dateOf, numberOf } from '../model/fields';
import { keptPerPage } from '../model/keptPerPage';
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

/**
 * The pages that have to do with a product, by path: those that name it in a field (`products`, bundles), and those
 * that its own fields name (competitors, segments, regions). Links in bodies do not count: they mention.
 */
export function productPages(product: Page, book: BookIndex): Page[] {
  const named = book
    .referencesFrom(product.path)
    .filter(({ form }) => form === 'field')
    .flatMap((reference) => book.resolve(reference) ?? []);
  const naming = book
    .referencesTo(product)
    .filter(({ form }) => form === 'field')
    .flatMap(({ from }) => book.page(from) ?? []);
  const related = new Set([...named, ...naming].map(({ path }) => path));
  related.delete(product.path);
  return book.pages().filter(({ path }) => related.has(path));
}

/** What a page names in its fields. */
const namedInFields = keptPerPage((page) =>
  referencesOf(page)
    .filter(({ form }) => form === 'field')
    .map(({ target }) => target),
);

/** Works out ahead what `hasProductPages` asks of each page. */
export function prepareProductPages(page: Page): void {
  namedInFields(page);
}

/** Whether any page has to do with a product, as `productPages` tells. */
export function hasProductPages(product: Page, book: BookIndex): boolean {
  const isOther = (page: Page | undefined): boolean => page !== undefined && page !== product;
  if (namedInFields(product).some((target) => isOther(book.resolve({ target })))) return true;
  for (const path of book.eachReferrerOf(product)) {
    const page = book.page(path);
    if (!page || page === product) continue;
    if (namedInFields(page).some((target) => book.resolve({ target }) === product)) return true;
  }
  return false;
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
