import { pageFact } from '../../analysis/pageFact';
import type { BookIndex } from '../../index/bookIndex';
import { isClosed } from '../../model/lifecycle';
import type { Page } from '../../model/page';
import { isDaily } from '../../schema/schema';
import { behindLabel, type CompletionContext, type CompletionItem } from './completionItem';

/** More pages than that are narrowed down by what is typed, and asked for again as typing goes on. */
export const maxPages = 400;

/** How well a page matches what is typed; lower is better. */
type Rank = number;

/** The pages that may be meant by what is typed, likeliest first; pages whose id means another page are left out. */
export interface FoundPages {
  readonly pages: readonly Page[];
  /** True where there are more. */
  readonly isIncomplete: boolean;
}

/**
 * Looks for pages by id and title. What is typed need not be all of it nor in one piece: `aqro` finds `aquelle-ro300`.
 *
 * @param types the page types that are wanted
 */
export function findPages(
  book: BookIndex,
  types: readonly string[] | 'any',
  typed: string,
  except: (page: Page) => boolean,
): FoundPages {
  const wanted = types === 'any' ? [book.pages()] : types.map((type) => book.pagesOfType(type));
  const count = wanted.reduce((sum, pages) => sum + pages.length, 0);
  const needle = typed.trim().toLowerCase();
  const narrowed = count > maxPages;
  const byRank: Page[][] = [[], [], [], []];
  for (const pages of wanted) {
    for (const page of pages) {
      const rank = narrowed ? rankOf(page, needle) : 0;
      if (rank !== undefined) byRank[rank]?.push(page);
    }
  }
  const found: Page[] = [];
  for (const pages of byRank) {
    if (found.length >= maxPages) break;
    take(pages, found, (page) => !except(page) && book.pageWithId(page.id) === page);
  }
  return { pages: found.slice(0, maxPages), isIncomplete: narrowed };
}

/** Adds pages until there are enough, settled ones last. */
function take(pages: readonly Page[], found: Page[], isWanted: (page: Page) => boolean): void {
  const settled: Page[] = [];
  for (const page of pages) {
    if (found.length >= maxPages) return;
    if (!isWanted(page)) continue;
    if (isSettled(page)) settled.push(page);
    else found.push(page);
  }
  found.push(...settled.slice(0, maxPages - found.length));
}

/** A page to be referred to by its id: title and state stand beside the id, and both id and title find it. */
export function pageItem(
  page: Page,
  { book, today }: Pick<CompletionContext, 'book' | 'today'>,
  newText: string,
): CompletionItem {
  const { id, title, path } = page;
  const fact = pageFact(page, today, book.settings);
  const hasTitle = title !== '' && title !== id;
  return {
    label: id,
    ...(hasTitle ? { labelDetail: behindLabel(title) } : {}),
    ...(fact === '' ? {} : { description: fact }),
    kind: 'page',
    path,
    filterText: hasTitle ? `${id} ${title}` : id,
    newText,
  };
}

/** What is rarely referred to any more: closed pages, and the many log pages. */
function isSettled(page: Page): boolean {
  return isDaily(page.type) || isClosed(page);
}

function rankOf(page: Page, needle: string): Rank | undefined {
  if (needle === '') return 0;
  const text = searchText(page);
  const at = text.indexOf(needle);
  if (at === 0) return 0;
  if (at > 0) return /[\s-]/.test(text[at - 1] as string) ? 1 : 2;
  return isSubsequence(needle, text) ? 3 : undefined;
}

const searchTexts = new WeakMap<Page, string>();

function searchText(page: Page): string {
  let text = searchTexts.get(page);
  if (text === undefined) {
    text = `${page.id} ${page.title}`.toLowerCase();
    searchTexts.set(page, text);
  }
  return text;
}

function isSubsequence(needle: string, text: string): boolean {
  let at = 0;
  for (const character of needle) {
    if (character === ' ') continue;
    at = text.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
