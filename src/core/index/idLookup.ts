import { comparable } from '../model/comparable';
import { getOrMake } from '../model/maps';
import { NameIndex } from '../model/nameIndex';
import type { BookIndex } from './bookIndex';

/** What is looked up among the ids of a book again and again, for one state of them. */
interface Lookup {
  readonly state: number;
  /** By the page types that may be meant. */
  readonly names: Map<string, NameIndex>;
  readonly freeIds: Map<string, string>;
}

const lookups = new WeakMap<BookIndex, Lookup>();

function lookupOf(book: BookIndex): Lookup {
  const known = lookups.get(book);
  if (known?.state === book.idState) return known;
  const lookup = { state: book.idState, names: new Map(), freeIds: new Map() };
  lookups.set(book, lookup);
  return lookup;
}

/** The ids of pages of some types that a text most likely means, nearest first, at most three. */
export function nearestIds(
  text: string,
  book: BookIndex,
  types: readonly string[] | 'any' = 'any',
): readonly string[] {
  const { names } = lookupOf(book);
  const index = getOrMake(names, JSON.stringify(types), () => {
    const isWanted = (id: string): boolean =>
      types === 'any' || types.includes(book.pageWithId(id)?.type ?? '');
    return new NameIndex([...book.ids()].filter(isWanted));
  });
  return index.nearest(comparable(text));
}

/** The id itself, or with the first number behind it that no page of the book has. */
export function freeIdIn(book: BookIndex, id: string): string {
  return getOrMake(lookupOf(book).freeIds, comparable(id), () => {
    let free = id;
    for (let number = 2; book.pageWithId(free); number++) free = `${id}-${number}`;
    return free;
  });
}
