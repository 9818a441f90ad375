import type { BookIndex } from '../../index/bookIndex';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import { pageType } from '../../schema/schema';

/** A page as the search for symbols lists it. */
export interface PageSymbol {
  readonly page: Page;
  /** The title, and the id where the title does not show it: what is typed is looked for in it. */
  readonly name: string;
  /** What kind of page it is. */
  readonly container: string;
}

/** More than these nobody reads; VS Code asks again with each letter. */
const most = 500;

/**
 * The pages whose title or id hold the letters of a query in their order, the best matches first: those that begin
 * with it, those that hold it as it is, all others; each by name.
 */
export function pageSymbols(book: BookIndex, query: string): PageSymbol[] {
  const wanted = query.replace(/\s+/g, '').toLowerCase();
  const ranks: Page[][] = [[], [], []];
  for (const page of book.pages()) {
    const rank = rankOf(page, wanted);
    if (rank >= 0) (ranks[rank] as Page[]).push(page);
  }
  const found: PageSymbol[] = [];
  for (const pages of ranks) {
    const symbols = pages.map(symbolOf).sort((a, b) => compareText(a.name, b.name));
    found.push(...symbols.slice(0, most - found.length));
  }
  return found;
}

function symbolOf(page: Page): PageSymbol {
  const { title, id, type } = page;
  return { page, name: title === id ? id : `${title} · ${id}`, container: pageType(type)?.title ?? type };
}

function rankOf({ title, id }: Page, wanted: string): number {
  const names = [title, id].map((name) => name.replace(/\s+/g, '').toLowerCase());
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  return holdsInOrder(names.join(''), wanted) ? 2 : -1;
}

function holdsInOrder(text: string, letters: string): boolean {
  let from = 0;
  for (const letter of letters) {
    const at = text.indexOf(letter, from);
    if (at < 0) return false;
    from = at + letter.length;
  }
  return true;
}
