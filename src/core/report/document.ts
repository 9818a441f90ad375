import type {
  AlignType,
  BlockContent,
  List,
  Literal,
  Node,
  PhrasingContent,
  RootContent,
  TableCell,
} from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { attempt, notComputed } from '../model/faults';
import { type Text, t } from '../model/message';
import type { Page } from '../model/page';

/** A wiki link that the report writes itself; links in texts of the user’s stay what they were, text. */
interface WikiLink extends Literal {
  type: 'wikiLink';
}

/** A text of which words are made where the document is printed. */
interface TextNode extends Node {
  type: 'words';
  words: Text;
}

declare module 'mdast' {
  interface PhrasingContentMap {
    wikiLink: WikiLink;
    words: TextNode;
  }
  interface RootContentMap {
    wikiLink: WikiLink;
    words: TextNode;
  }
}

/** A piece of a line: text as it is to be read, or a node. */
export type Inline = Text | PhrasingContent;
export type Block = BlockContent;

/** How a report names pages: `wiki` with links that work in a book, `plain` by their titles. */
export type PageNaming = 'wiki' | 'plain';

/** Makes words of a text, in the language of who reads the report. */
export type Say = (text: Text) => string;

export function strong(...inline: readonly Inline[]): PhrasingContent {
  return { type: 'strong', children: inline.map(node) };
}

export function heading(depth: 1 | 2 | 3, ...inline: readonly Inline[]): Block {
  return { type: 'heading', depth, children: inline.map(node) };
}

export function paragraph(...inline: readonly Inline[]): Block {
  return { type: 'paragraph', children: inline.map(node) };
}

/**
 * The blocks of a section; where they cannot be made, a line that says so.
 *
 * @param name for the log
 */
export function blocksOr(name: string, title: Text, make: () => readonly Block[]): readonly Block[] {
  return attempt(`the section “${name}” of a report`, make, () => [paragraph(notComputed(t`“${title}”`))]);
}

/** The same for a line of a summary. */
export function lineOr(name: string, make: () => Text): Text {
  return attempt(`the line “${name}” of a report`, make, () => notComputed(t`This`));
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

const processor = unified().use(remarkGfm).freeze();

/** Blocks as Markdown: user’s text is escaped, tables are aligned. Without a line ending at the end. */
export function markdownOf(blocks: readonly RootContent[], say: Say): string {
  const stringifier = processor().use(remarkStringify, {
    bullet: '-',
    emphasis: '*',
    rule: '-',
    listItemIndent: 'one',
    handlers: {
      wikiLink: ({ value }: WikiLink) => `[[${value}]]`,
      words: ({ words }: TextNode, _parent, state, info) => state.safe(say(words).replace(/\s+/g, ' '), info),
    },
  });
  return stringifier.stringify({ type: 'root', children: [...blocks] }).trimEnd();
}

function inlineOf(cell: Inline | readonly Inline[]): readonly Inline[] {
  return Array.isArray(cell) ? (cell as readonly Inline[]) : [cell as Inline];
}

function node(inline: Inline): PhrasingContent {
  return typeof inline === 'object' && 'type' in inline ? inline : { type: 'words', words: inline };
}
