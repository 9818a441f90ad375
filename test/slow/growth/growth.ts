import { join } from 'node:path';
import { logsBetween } from '../../../src/core/analysis/logs';
import { BookIndex } from '../../../src/core/index/bookIndex';
import { Library } from '../../../src/core/index/library';
import { randomNumbers } from '../../bench/generateBook';
import type { WorkCounter } from './workCounter';

export type FileTexts = ReadonlyMap<string, string>;

/** The same work counted on a smaller and on a larger book. */
export interface Growth {
  /** What the book is made of. */
  readonly material: string;
  /** How many times larger the larger book is. */
  readonly factor: number;
  readonly small: number;
  readonly large: number;
  /** For rules: their findings in the larger book. */
  readonly found?: number;
}

/** By the name of the work. */
export type Growths = Record<string, Growth[]>;

export interface Measuring {
  readonly counter: WorkCounter;
  readonly growths: Growths;
}

export const projectFolder = join(__dirname, '../../..');

export function libraryOf(files: FileTexts): Library {
  const library = new Library();
  for (const [path, text] of shuffled(files)) library.setFile(path, text);
  return library;
}

/** The files in an order without order, the book's own first: sorting what is sorted in part takes less than n log n. */
function shuffled(files: FileTexts): [path: string, text: string][] {
  const random = randomNumbers(1);
  const placed = [...files].map((file) => ({ file, place: isBook(file) ? -1 : random() }));
  return placed.sort((a, b) => a.place - b.place).map(({ file }) => file);
}

function isBook([path]: [path: string, text: string]): boolean {
  return path === 'book.md';
}

export function indexOf(files: FileTexts): BookIndex {
  return rootIndex(libraryOf(files));
}

export function rootIndex(library: Library): BookIndex {
  const book = library.book('');
  if (!book) throw new Error('These files hold no book at their root.');
  listPages(book.index);
  return book.index;
}

/**
 * The same book as if it had just been read: nothing is left that the index and its lists keep, which are in order
 * again. Reading and ordering the pages is counted apart.
 */
export function freshCopy(book: BookIndex): BookIndex {
  const copy = new BookIndex();
  for (const page of book.pages()) copy.set(page.path, page);
  listPages(copy);
  return copy;
}

/** Asks for all lists of pages and days, which may be put in order only when they are asked for. */
function listPages(book: BookIndex): void {
  logsBetween(book, '0001-01-01', '9999-12-31');
  for (const { type } of book.pages()) book.pagesOfType(type);
}

export function addGrowth(growths: Growths, name: string, growth: Growth): void {
  growths[name] = [...(growths[name] ?? []), growth];
}
