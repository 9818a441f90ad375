import { keptPerPage } from './keptPerPage';
import type { Page } from './page';
import type { Range } from './text';

/** Finds things of a page by where they stand, without looking at all of them each time; the first of several. */
export function byRange<T>(
  itemsOf: (page: Page) => readonly T[],
  rangeOf: (item: T) => Range,
): (page: Page, range: Range) => T | undefined {
  const itemsAt = keptPerPage((page) => {
    const items = new Map<string, T>();
    for (const item of itemsOf(page)) {
      const key = keyOf(rangeOf(item));
      if (!items.has(key)) items.set(key, item);
    }
    return items;
  });
  return (page, range) => itemsAt(page).get(keyOf(range));
}

function keyOf({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
