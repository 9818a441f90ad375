import type { AlignType, BlockContent, List, Literal, PhrasingContent, RootContent, TableCell } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { attempt, notComputed } from '../model/faults';
import type { Page } from '../model/page';

/** A wiki link that the report writes itself; links in texts of the user’s stay what they were, text. */
interface WikiLink extends Literal {
  type: 'wikiLink';
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
  }
}

/** A piece of a line: text as it is to be read, or a node. */
export type Inline = string | PhrasingContent;
export type Block = BlockContent;

/** How a report names pages: `wiki` with links that work in a book, `plain` by their titles. */
export type PageNaming = 'wiki' | 'plain';

export function strong(...inline: readonly Inline[]): PhrasingContent {
  return { type: 'strong', children: inline.map(node) };
}

export function heading(depth: 1 | 2 | 3, ...inline: readonly Inline[]): Block {
  return { type: 'heading', depth, children: inline.map(node) };
}

export function paragraph(...inline: readonly Inline[]): Block {
  return { type: 'paragraph', children: inline.map(node) };
}

/** The blocks of a section; where they cannot be made, a line that says so. */
export function blocksOr(title: string, make: () => readonly Block[]): readonly Block[] {
  return attempt(`the section “${title}” of a report`, make, () => [paragraph(notComputed(`“${title}”`))]);
}

/** The same for a line of a summary. */
export function lineOr(title: string, make: () => string): string {
  return attempt(`the line “${title}” of a report`, make, () => notComputed('This'));
}

export function bullets(items: readonly (readonly Inline[])[]): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: items.map((item) => ({ type: 'listItem', spread: false, children: [paragraph(...item)] })),
  };
}

/** `r` aligns a column to the right; other letters to the left. */
export function table(align: string, rows: readonly (readonly (Inline | readonly Inline[])[])[]): Block {
  return {
    type: 'table',
    align: [...align].map((side): AlignType => (side === 'r' ? 'right' : 'left')),
    children: rows.map((cells) => ({
      type: 'tableRow',
      children: cells.map((cell): TableCell => ({ type: 'tableCell', children: inlineOf(cell).map(node) })),
    })),
  };
}

/**
 * A link to a page of the book, labelled with its title. Where the page cannot be named in a wiki link, or its id is
 * another page’s, it is named by its title alone.
 *
 * @param isInTable a label’s bar would end the cell: the link stands there without
 */
export function pageLink(page: Page, isNamedByItsId: boolean, isInTable = false): Inline {
  if (!isNamedByItsId || /[[\]|#\n\r\\<`]/.test(page.id)) return page.title;
  if (page.title === page.id || isInTable) return wikiLink(page.id);
  // Brackets and bars would end the label; comments, tags and code begin with the others.
  const label = page.title
    .replace(/[[\]|\\<`]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return wikiLink(label === '' ? page.id : `${page.id}|${label}`);
}

function wikiLink(value: string): WikiLink {
  return { type: 'wikiLink', value };
}

const stringifier = unified()
  .use(remarkGfm)
  .use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: { wikiLink: ({ value }: WikiLink) => `[[${value}]]` },
  })
  .freeze();

/** Blocks as Markdown: user’s text is escaped, tables are aligned. Without a line ending at the end. */
export function markdownOf(blocks: readonly RootContent[]): string {
  return stringifier.stringify({ type: 'root', children: [...blocks] }).trimEnd();
}

function inlineOf(cell: Inline | readonly Inline[]): readonly Inline[] {
  return Array.isArray(cell) ? (cell as readonly Inline[]) : [cell as Inline];
}

function node(inline: Inline): PhrasingContent {
  return typeof inline === 'string' ? { type: 'text', value: inline.replace(/\s+/g, ' ') } : inline;
}
