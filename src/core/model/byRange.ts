import { getOrMake } from './maps';
import { memoizeByPage } from './memoizeByPage';
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
  const itemsAt = memoizeByPage((page) => {
    const items = new Map<string, T[]>();
    for (const item of itemsOf(page)) getOrMake(items, rangeKey(rangeOf(item)), (): T[] => []).push(item);
    return items;
  });
  return (page, range) => itemsAt(page).get(rangeKey(range)) ?? [];
}

function rangeKey({ start, end }: Range): string {
  return `${start.line}:${start.character}-${end.line}:${end.character}`;
}
