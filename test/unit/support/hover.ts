import { type Hover, type HoverRequest, hoverAt } from '../../../src/core/language/hover/hover';
import type { Spoken } from '../../../src/core/model/message';
import type { Position } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, today } from './books';
import { atCursor } from './cursor';
import { english } from './english';

export interface HoverOptions extends Partial<Pick<HoverRequest, 'links' | 'textOf'>> {
  readonly files?: Files;
  readonly path?: string;
  /** False for a page that the book does not hold. */
  readonly isInBook?: boolean;
}

/** What is told at the cursor of a page that stands in a small book. */
export function hovered(marked: string, options: HoverOptions = {}): Promise<Spoken<Hover> | undefined> {
  const { text, position } = atCursor(marked);
  return hoveredAt(text, position, options);
}

/** The same for a text with bars of its own. */
export async function hoveredAt(
  text: string,
  position: Position,
  options: HoverOptions = {},
): Promise<Spoken<Hover> | undefined> {
  const { files = {}, path = 'page.md', isInBook = true, ...rest } = options;
  const all = { ...files, ...(isInBook ? { [path]: text } : {}) };
  const book = bookOf(all);
  const checker = new BookChecker(book, { today });
  const hover = await hoverAt({
    book,
    path,
    text,
    page: book.page(path) ?? parsePage(path, text),
    position,
    today,
    findingsOf: (of) => checker.findingsOf(of),
    textOf: async (of) => all[of],
    links: { page: (of) => `file:///${of}`, rule: (id) => `file:///rules/${id}.md` },
    ...rest,
  });
  return english.spoken(hover);
}

/** The text of a hover as it reads: without the backslashes before marks. */
export async function told(marked: string, options: HoverOptions = {}): Promise<string> {
  const hover = await hovered(marked, options);
  return (hover?.markdown ?? '').replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
