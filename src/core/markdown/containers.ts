import type { MarkupSpan } from '../model/bodyScan';
import { lineRange, type Range } from '../model/text';
import { isThematicBreak, trimEnd } from './leafBlocks';
import type { LineCursor } from './lineCursor';
import { footnoteLabelEnd, normalizeLabel } from './linkSyntax';

/** Block quotes and lists nested deeper than this are read as text, so that the whole stays linear. */
const deepestNesting = 100;

export interface OpenListItem {
  text: string;
  range: Range;
  paragraph: string;
  markup: readonly MarkupSpan[];
  depth: number;
  quoted: boolean;
  firstLine: number;
  lastLine: number;
}

/** The mark of a block quote or list item that has just been passed. */
export interface ContainerStart {
  /** `>`, `[` of a footnote, or `-`, `+`, `*`, `.`, `)` of a list. */
  readonly mark: number;
  /** Columns that a list item's content is indented by. */
  readonly indent: number;
  /** Nothing stands in the line behind the marker of a list item. */
  readonly blank: boolean;
  /** The place behind the marker. */
  readonly markEnd: number;
}

/** An open block quote or footnote, or an open list with its open item. */
interface Container {
  readonly mark: number;
  readonly firstLine: number;
  item: OpenListItem | undefined;
  indent: number;
  /** The item's first line is blank behind its marker and nothing else has come yet. */
  blankStart: boolean;
  /** … and a blank line has followed: nothing can join the item any more. */
  blankFollowed: boolean;
  /** Nothing stands in the item or quote yet. */
  empty: boolean;
  /** A block quote holds a paragraph, a heading or code that is not empty. */
  holdsText: boolean;
}

const noMarkup: readonly MarkupSpan[] = [];
const quoteMark = 62;
const footnoteMark = 91;
/** Columns that the further lines of a footnote are indented by. */
const footnoteIndent = 4;
const nineDigits = 9;

/**
 * The open block quotes, footnotes and lists: one entry per quote, per footnote and per list (not per item), as remark's document tokenizer
 * has it.
 */
export class ContainerStack {
  readonly listItems: OpenListItem[] = [];
  readonly quoteLines: number[] = [];
  /** The labels of footnotes, as they are compared. */
  readonly footnotes = new Set<string>();
  /** The last line that held more than white space and quote marks. */
  lastTextLine = 0;
  private readonly open: Container[] = [];
  private quotes = 0;

  constructor(
    private readonly text: string,
    private readonly cursor: LineCursor,
  ) {}

  get depth(): number {
    return this.open.length;
  }

  get quoted(): boolean {
    return this.quotes > 0;
  }

  /**
   * Whether the container at `level` goes on in this line, its mark or indentation being passed; a `ContainerStart`
   * when its list goes on with a new item.
   */
  continue(level: number): boolean | ContainerStart {
    const container = this.open[level] as Container;
    const { cursor } = this;
    const { at, column, tabRest } = cursor;
    if (container.mark === quoteMark) {
      if (this.passQuoteMark()) return true;
    } else if (container.mark === footnoteMark) {
      if (cursor.restIsBlank() || cursor.skipSpaces(footnoteIndent) === footnoteIndent) return true;
    } else {
      if (this.staysInItem(container)) return true;
      cursor.back(at, column, tabRest);
      const start = this.passListMark(container.mark, false);
      if (start) return start;
    }
    cursor.back(at, column, tabRest);
    return false;
  }

  /** Passes the mark of a new block quote or list, if one begins at the place reached. */
  passNew(interrupting: boolean): ContainerStart | undefined {
    const { cursor } = this;
    if (!mayBeginContainer(cursor.code) || this.open.length >= deepestNesting) return undefined;
    const { at, column, tabRest } = cursor;
    if (this.passQuoteMark()) return { mark: quoteMark, indent: 0, blank: false, markEnd: cursor.at };
    cursor.back(at, column, tabRest);
    const start = this.passFootnoteMark() ?? this.passListMark(undefined, interrupting);
    if (!start) cursor.back(at, column, tabRest);
    return start;
  }

  enter(start: ContainerStart): void {
    const container: Container = {
      mark: start.mark,
      firstLine: this.cursor.line,
      item: undefined,
      indent: 0,
      blankStart: false,
      blankFollowed: false,
      empty: true,
      holdsText: false,
    };
    if (start.mark === quoteMark) this.quotes++;
    else if (start.mark !== footnoteMark) this.openItem(container, start, this.open.length - this.quotes);
    this.fillTop();
    this.open.push(container);
  }

  /** Leaves all containers but the outermost `depth`. */
  leave(depth: number): void {
    while (this.open.length > depth) {
      const container = this.open.pop() as Container;
      if (container.item) this.closeItem(container.item);
      else if (container.mark === quoteMark) this.quotes--;
    }
  }

  /** Closes the open item of the innermost list and opens the next one. */
  nextItem(start: ContainerStart): void {
    const list = this.open.at(-1) as Container;
    if (list.item) this.closeItem(list.item);
    this.openItem(list, start, this.open.length - 1 - this.quotes);
  }

  /** Tells the innermost container that something stands in it; returns its list item if that is the first thing. */
  fillTop(): OpenListItem | undefined {
    const top = this.open.at(-1);
    if (!top?.empty) return undefined;
    top.empty = false;
    return top.item;
  }

  /** Notes that the outermost block quote, if it stands at the root, holds text. */
  markText(): void {
    const quote = this.open.find(({ mark }) => mark === quoteMark);
    if (!quote || quote.holdsText) return;
    quote.holdsText = true;
    this.quoteLines.push(quote.firstLine);
  }

  /** Gives a list item its first paragraph, and the first line of that. */
  describeItem(
    item: OpenListItem,
    paragraph: string,
    line: number,
    lineStart: number,
    start: number,
    end: number,
  ): void {
    const last = trimEnd(this.text, start, end);
    item.paragraph = paragraph.slice(0, trimEnd(paragraph, 0, paragraph.length));
    item.text = this.text.slice(start, last);
    item.range = lineRange(line, start - lineStart, last - lineStart);
  }

  private openItem(list: Container, start: ContainerStart, depth: number): void {
    const { line, lineStart } = this.cursor;
    const character = start.markEnd - lineStart;
    list.item = {
      text: '',
      range: lineRange(line, character, character),
      paragraph: '',
      markup: noMarkup,
      depth,
      quoted: this.quoted,
      firstLine: line,
      lastLine: line,
    };
    list.indent = start.indent;
    list.blankStart = start.blank;
    list.blankFollowed = false;
    list.empty = true;
    this.listItems.push(list.item);
  }

  private closeItem(item: OpenListItem): void {
    item.lastLine = Math.max(item.firstLine, this.lastTextLine);
  }

  private passQuoteMark(): boolean {
    const { cursor } = this;
    cursor.skipSpaces(3);
    if (cursor.code !== quoteMark) return false;
    cursor.skipCharacters(1);
    cursor.skipSpaces(1);
    return true;
  }

  /** Passes `[^label]:`, which may interrupt a paragraph. */
  private passFootnoteMark(): ContainerStart | undefined {
    const { cursor, text } = this;
    const { at, column, tabRest } = cursor;
    cursor.skipSpaces(3);
    const start = cursor.at;
    const end = cursor.code === footnoteMark ? footnoteLabelEnd(text, start, cursor.lineEnd) : -1;
    if (end < 0 || end >= cursor.lineEnd || text.charCodeAt(end) !== 58) {
      cursor.back(at, column, tabRest);
      return undefined;
    }
    this.footnotes.add(normalizeLabel(text.slice(start + 2, end - 1)));
    cursor.skipCharacters(end + 1 - start);
    cursor.skipSpaces(Number.POSITIVE_INFINITY);
    return { mark: footnoteMark, indent: 0, blank: false, markEnd: end + 1 };
  }

  private staysInItem(list: Container): boolean {
    const { cursor } = this;
    if (cursor.restIsBlank()) {
      list.blankFollowed ||= list.blankStart;
      cursor.skipSpaces(list.indent);
      return true;
    }
    const closed = list.blankFollowed;
    list.blankFollowed = false;
    list.blankStart = false;
    return !closed && cursor.skipSpaces(list.indent) === list.indent;
  }

  /** Passes a list marker with its indentation; `mark` is that of the list to be continued. */
  private passListMark(mark: number | undefined, interrupting: boolean): ContainerStart | undefined {
    const { cursor, text } = this;
    const before = cursor.skipSpaces(3);
    const first = cursor.code;
    let width = 1;
    let found = first;
    if (first === 42 || first === 43 || first === 45) {
      if (first !== 43 && isThematicBreak(text, cursor.at, cursor.lineEnd)) return undefined;
    } else {
      while (width <= nineDigits && isDigit(text.charCodeAt(cursor.at + width))) width++;
      if (!isDigit(first) || (interrupting && (first !== 49 || width > 1))) return undefined;
      if (cursor.at + width >= cursor.lineEnd) return undefined;
      found = text.charCodeAt(cursor.at + width);
      if (found !== 41 && found !== 46) return undefined;
      width++;
    }
    if (mark !== undefined && found !== mark) return undefined;
    cursor.skipCharacters(width);
    return this.passMarkSpace(found, before + width, interrupting);
  }

  private passMarkSpace(mark: number, indent: number, interrupting: boolean): ContainerStart | undefined {
    const { cursor } = this;
    const { at, column, tabRest } = cursor;
    if (cursor.restIsBlank()) {
      return interrupting ? undefined : { mark, indent: indent + 1, blank: true, markEnd: at };
    }
    let spaces = cursor.skipSpaces(4);
    if (spaces === 0) return undefined;
    if (cursor.code === 32 || cursor.code === 9) {
      cursor.back(at, column, tabRest);
      spaces = cursor.skipSpaces(1);
    }
    return { mark, indent: indent + spaces, blank: false, markEnd: at };
  }
}

/** Whether a quote or list may begin in a line that goes on with this character. */
function mayBeginContainer(code: number): boolean {
  return (
    code <= footnoteMark &&
    (code === 32 ||
      code === 9 ||
      code === 62 ||
      code === 42 ||
      code === 43 ||
      code === 45 ||
      code === footnoteMark ||
      isDigit(code))
  );
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
