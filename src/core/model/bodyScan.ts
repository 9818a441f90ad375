import type { Range } from './text';

/** A heading at the root of the page (not in a quote or a list). */
export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Plain text: markup characters of emphasis, code, links and closing `#` removed. */
  readonly text: string;
  /** The heading's text without its `#` marks. */
  readonly range: Range;
}

/** A part of a text, `end` not included, in UTF-16 units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** What of a list item’s first paragraph is no text: inline code, HTML with its comments, destinations and titles of links. */
export interface MarkupSpan extends Span {
  readonly kind: 'code' | 'html' | 'destination';
}

/** A list item; its text is the first line of its first paragraph. */
export interface ListItem {
  /** First line of the item's first paragraph, without list marker, trailing white space removed; empty for an item without a paragraph. */
  readonly text: string;
  /** Where `text` stands. */
  readonly range: Range;
  /**
   * The whole first paragraph from `text` on, with its line endings and the indentation of its later lines; empty in a
   * block quote.
   */
  readonly paragraph: string;
  /** Of a task item outside of block quotes: what of `paragraph` is no text, in order. */
  readonly markup: readonly MarkupSpan[];
  /** 0 for an item of a list at the page's root; 1 and more for nested ones. */
  readonly depth: number;
  /** True inside a block quote. */
  readonly quoted: boolean;
  /** The line of the item's marker and the last line that belongs to the item (nested items included). */
  readonly firstLine: number;
  readonly lastLine: number;
}

/** A line of a paragraph that stands in no list or quote by marks of its own. */
export interface PlainLine {
  readonly text: string;
  readonly range: Range;
}

/** One reference of a body to another page. */
export interface BodyLink {
  /** `wiki` for `[[target#heading|label]]`, `markdown` for inline links `[label](target)` and for definitions `[label]: target`. */
  readonly form: 'wiki' | 'markdown';
  /** wiki: the part before `#` or `|`, empty in `[[#Heading]]`; markdown: the destination as written, escapes and character references resolved, still percent-encoded, without `#…`/`?…`. */
  readonly target: string;
  /** Where `target` stands (without `#heading`). */
  readonly targetRange: Range;
  /** The part after `#`, if any. */
  readonly heading?: string;
  readonly headingRange?: Range;
  /** wiki: the part after `|`. */
  readonly label?: string;
  /** The whole link. */
  readonly range: Range;
}

/** An HTML comment, block or inline. */
export interface Comment {
  /** What stands between `<!--` and `-->`. */
  readonly text: string;
  readonly range: Range;
}

/** `@department` anywhere in the text, commitments included. */
export interface Mention {
  /** Without the `@`, in NFC. */
  readonly name: string;
  readonly range: Range;
}

/** What the line scanner finds in a body; everything in document order. */
export interface BodyScan {
  readonly headings: readonly Heading[];
  readonly listItems: readonly ListItem[];
  readonly links: readonly BodyLink[];
  readonly comments: readonly Comment[];
  readonly mentions: readonly Mention[];
  /** First line of each block quote that holds some text and stands in no other one. */
  readonly quoteLines: readonly number[];
}
