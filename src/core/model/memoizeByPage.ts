import type { Page } from './page';

/** A reading of pages of which each is done once, and kept for as long as the page stands. */
export function memoizeByPage<T>(read: (page: Page) => T): (page: Page) => T {
  const kept = new WeakMap<Page, { readonly value: T }>();
  return (page) => {
    let known = kept.get(page);
    if (!known) {
      known = { value: read(page) };
      kept.set(page, known);
    }
    return known.value;
  };
}
