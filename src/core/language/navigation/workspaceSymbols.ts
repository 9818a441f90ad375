import type { BookIndex } from '../../index/bookIndex';
import { textsOf } from '../../model/fields';
import { memoizeByPage } from '../../model/memoizeByPage';
import { ours, type Text } from '../../model/message';
import type { Page } from '../../model/page';
import { compareText } from '../../model/text';
import { pageType } from '../../schema/schema';

/** A page as the search for symbols lists it. */
export interface PageSymbol {
  readonly page: Page;
  /**
   * The title, the id where the title does not show it, and the field that was found: the editor looks for what is typed
   * in it once more.
   */
  readonly name: string;
  /** What kind of page it is. */
  readonly container: Text;
}

/** Fields that name people, organisations and places: a page is looked for by them, too. */
const namingFields = [
  'customer',
  'owner',
  'manager',
  'company',
  'partner',
  'agency',
  'competitor',
  'competitors',
  'winner',
  'team',
  'departments',
  'line',
  'venue',
  'segments',
  'regions',
  'tags',
];

interface NamedBy {
  readonly field: string;
  readonly value: string;
  /** As it is compared. */
  readonly squeezed: string;
}

/** More than these nobody reads; VS Code asks again with each letter. */
const most = 500;

/**
 * The pages that a query names, the best matches first: those whose title or id begins with it, those whose title or id
 * holds it, those of which a naming field holds it, and those whose title and id hold its letters in their order; each
 * by name.
 */
export function pageSymbols(book: BookIndex, query: string): PageSymbol[] {
  const wanted = squeezed(query);
  const ranks: PageSymbol[][] = [[], [], [], []];
  for (const page of book.pages()) {
    const rank = rankOf(page, wanted);
    const named = rank < 2 ? undefined : namedBy(page).find(({ squeezed: value }) => value.includes(wanted));
    const place = named ? 2 : rank;
    if (place < ranks.length) (ranks[place] as PageSymbol[]).push(symbolOf(page, named));
  }
  const found: PageSymbol[] = [];
  for (const symbols of ranks) {
    symbols.sort((a, b) => compareText(a.name, b.name));
    found.push(...symbols.slice(0, most - found.length));
  }
  return found;
}

function symbolOf(page: Page, named: NamedBy | undefined): PageSymbol {
  const { title, id, type } = page;
  const parts = [title, ...(title === id ? [] : [id]), ...(named ? [`${named.field}: ${named.value}`] : [])];
  const known = pageType(type);
  return { page, name: parts.join(' · '), container: known ? ours(known.title) : type };
}

const namedBy = memoizeByPage((page): readonly NamedBy[] =>
  namingFields.flatMap((field) =>
    textsOf(page, field).map((value) => ({ field, value, squeezed: squeezed(value) })),
  ),
);

/** 0 for the best match of title and id; 4 for none. */
function rankOf({ title, id }: Page, wanted: string): number {
  const names = [title, id].map(squeezed);
  if (names.some((name) => name.startsWith(wanted))) return 0;
  if (names.some((name) => name.includes(wanted))) return 1;
  return holdsInOrder(names.join(''), wanted) ? 3 : 4;
}

function squeezed(text: string): string {
  return text.replace(/\s+/g, '').normalize('NFC').toLowerCase();
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
