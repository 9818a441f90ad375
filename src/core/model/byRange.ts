import { keptPerPage } from './keptPerPage';
import { getOrMake } from './maps';
import type { Page } from './page';
import type { Range } from './text';

/** Finds things of a page by where they stand, without looking at all of them each time; the first of several. */
export function byRange<T>(
  itemsOf: (page: Page) => readonly T[],
  rangeOf: (item: T) => Range,
): (page: Page, range: Range) => T | undefined {
  const itemsAt = listByRange(itemsOf, rangeOf);
  return (page, range) => itemsAt(page, range)[0];
}

/** The same, all that stand in one place. */
export function listByRange<T>(
  itemsOf: (page: Page) => readonly T[],
  rangeOf: (item: T) => Range,
): (page: Page, range: Range) => readonly T[] {
  const itemsAt = keptPerPage((page) => {
    const items = new Map<string, T[]>();
    for (const item of itemsOf(page)) getOrMake(items, keyOf(rangeOf(item)), (): T[] => []).push(item);
    return items;
  });
  return (page, range) => itemsAt(page).get(keyOf(range)) ?? [];
}

function keyOf({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
