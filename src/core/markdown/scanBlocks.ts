import type { BodyLink, Comment, Mention, PlainLine } from '../model/bodyScan';
import type { SlicedWork } from '../model/slices';
import { lineRange } from '../model/text';
import { htmlComments, markdownLink } from './bodyLinks';
import { ContainerStack, type OpenListItem } from './containers';
import { type HtmlBlockKind, htmlBlockEndsIn } from './htmlBlocks';
import type { InlinePiece } from './inlinePiece';
import {
  closesFence,
  endOfLineBefore,
  type LeafStart,
  leafAt,
  setextLevel,
  trimEnd,
  type UnclosedBlock,
} from './leafBlocks';
import { LineCursor } from './lineCursor';
import { LinkReader, normalizeLabel } from './linkSyntax';
import { MarkFinder } from './markFinder';
import { cellsOf, delimiterColumns, headColumns } from './tables';
import { isTaskText } from './taskText';

/** So many lines are read in one slice of work. */
const linesPerSlice = 256;

/** Reads the block structure of a page line by line, in the order of remark's document and flow tokenizers. */
export class BlockScanner {
  readonly cursor: LineCursor;
  readonly containers: ContainerStack;
  readonly pieces: InlinePiece[] = [];
  readonly definitions = new Set<string>();
  readonly links: BodyLink[] = [];
  readonly comments: Comment[] = [];
  readonly mentions: Mention[] = [];
  /** The block at the root of the page that reaches to its end because nothing closes it. */
  neverClosed: UnclosedBlock | undefined;
  private leaf: 'none' | 'paragraph' | 'fence' | 'html' | 'indented' | 'table' = 'none';
  /** The open paragraph; its lines start behind their white space. */
  private paragraphStart = 0;
  private firstLineEnd = 0;
  private paragraphEnd = 0;
  /** Where the last line of the open paragraph starts; -1 for one that cannot be the head of a table. */
  private tableHead = -1;
  /** In block quotes: where each line but the last ends, and the next one starts. */
  private paragraphBreaks: number[] = [];
  /** The list item whose first child the open paragraph is. */
  private paragraphItem: OpenListItem | undefined;
  private paragraphLine = 0;
  private paragraphLineStart = 0;
  /** The line that the open fence or HTML block begins on. */
  private leafLine = 0;
  private fenceMark = 0;
  private fenceSize = 0;
  private htmlKind: HtmlBlockKind = 1;
  private htmlStart = 0;
  private htmlEnd = 0;
  private readonly marks: Readonly<Record<'wiki' | 'link' | 'comment' | 'mention', MarkFinder>>;

  get footnotes(): ReadonlySet<string> {
    return this.containers.footnotes;
  }

  constructor(
    readonly text: string,
    firstLine: number,
    private readonly onPlainLine?: (line: PlainLine) => void,
  ) {
    this.cursor = new LineCursor(text, firstLine);
    this.containers = new ContainerStack(text, this.cursor);
    this.marks = {
      wiki: new MarkFinder(text, '[['),
      link: new MarkFinder(text, ']('),
      comment: new MarkFinder(text, '<!--'),
      mention: new MarkFinder(text, '@'),
    };
  }

  *scan(): SlicedWork<void> {
    while (this.cursor.toNextLine()) {
      this.scanLine();
      if (this.cursor.lineHoldsText()) this.containers.lastTextLine = this.cursor.line;
      if (this.cursor.line % linesPerSlice === 0) yield;
    }
    this.neverClosed = this.unclosedBlock();
    this.closeLeaf();
    this.containers.leave(0);
  }

  private unclosedBlock(): UnclosedBlock | undefined {
    if (this.containers.depth > 0) return undefined;
    if (this.leaf === 'fence') return { kind: 'fence', line: this.leafLine };
    return this.leaf === 'html' && this.htmlKind < 6
      ? { kind: 'html', line: this.leafLine, offset: this.htmlStart }
      : undefined;
  }

  private scanLine(): void {
    const { containers } = this;
    let continued = 0;
    while (continued < containers.depth) {
      const goesOn = containers.continue(continued);
      if (goesOn === false) break;
      continued++;
      if (goesOn !== true) {
        this.closeLeaf();
        containers.leave(continued);
        containers.nextItem(goesOn);
        break;
      }
    }
    const innermost = continued === containers.depth;
    const closed = innermost && (this.leaf === 'fence' || this.leaf === 'html');
    const interrupting = innermost && (this.leaf === 'paragraph' || this.leaf === 'indented');
    let start = closed ? undefined : containers.passNew(interrupting);
    if (start) {
      this.closeLeaf();
      containers.leave(continued);
    }
    while (start) {
      containers.enter(start);
      continued++;
      start = containers.passNew(interrupting);
    }
    this.scanFlow(continued);
  }

  /** Reads what is left of the line; it may be a lazy one, that is not in the innermost of the open containers. */
  private scanFlow(continued: number): void {
    const { containers, cursor, text } = this;
    const lazy = continued < containers.depth;
    const blank = cursor.restIsBlank();
    if (this.continuesCode(lazy, blank)) return;
    if (blank) {
      this.closeLeaf();
      containers.leave(continued);
      return;
    }
    const indentation = cursor.skipSpaces(4);
    if (indentation === 4 && this.leaf !== 'paragraph') {
      containers.leave(continued);
      containers.fillTop();
      containers.markText();
      // remark lets indented code that begins on a lazy line end with that line.
      this.leaf = lazy ? 'none' : 'indented';
      return;
    }
    cursor.skipSpaces(Number.POSITIVE_INFINITY);
    const start = indentation < 4 ? leafAt(text, cursor.at, cursor.lineEnd) : undefined;
    if (this.leaf === 'table') {
      if (!start && !lazy) {
        this.addRow(cursor.at, cursor.lineEnd);
        return;
      }
      this.closeLeaf();
    }
    if (this.leaf === 'paragraph') {
      if (this.continuesParagraph(start, indentation, lazy)) return;
      // remark lets a complete tag on a lazy line end the paragraph, but not the quote or list around it, unless it
      // is the last of the page.
      const last = cursor.lineEnd === text.length;
      if (start?.type !== 'html' || start.kind !== 7 || last) containers.leave(continued);
    } else {
      containers.leave(continued);
    }
    this.openLeaf(start);
  }

  private continuesCode(lazy: boolean, blank: boolean): boolean {
    const { cursor, text } = this;
    if (lazy) {
      if (this.leaf !== 'paragraph') this.closeLeaf();
      return false;
    }
    switch (this.leaf) {
      case 'fence':
        cursor.skipSpaces(3);
        if (
          cursor.tabRest === 0 &&
          closesFence(text, cursor.at, cursor.lineEnd, this.fenceMark, this.fenceSize)
        ) {
          this.leaf = 'none';
        } else if (!blank) {
          this.containers.markText();
        }
        return true;
      case 'html':
        if (blank && this.htmlKind >= 6) {
          this.closeLeaf();
        } else {
          this.htmlEnd = cursor.lineEnd;
          if (htmlBlockEndsIn(this.htmlKind, text, cursor.at, cursor.lineEnd, false)) this.closeLeaf();
        }
        return true;
      case 'indented': {
        if (blank) return true;
        const { at, column, tabRest } = cursor;
        if (cursor.skipSpaces(4) === 4) {
          this.containers.markText();
          return true;
        }
        cursor.back(at, column, tabRest);
        this.leaf = 'none';
        return false;
      }
      default:
        return false;
    }
  }

  /** Adds the line to the open paragraph, or closes the paragraph and returns false when another block begins. */
  private continuesParagraph(start: LeafStart | undefined, indentation: number, lazy: boolean): boolean {
    const { cursor, text } = this;
    if (!lazy && indentation < 4 && this.beginsTable()) return true;
    const level = lazy || indentation >= 4 ? 0 : setextLevel(text, cursor.at, cursor.lineEnd);
    if (level > 0) return this.closeParagraph(level);
    if (!start || (start.type === 'html' && start.kind === 7 && !lazy)) {
      if (this.containers.quoted) this.paragraphBreaks.push(this.paragraphEnd, cursor.at);
      this.paragraphEnd = cursor.lineEnd;
      if (lazy || this.containers.depth === 0) this.notePlainLine();
      this.tableHead = indentation < 4 ? cursor.at : -1;
      return true;
    }
    this.closeParagraph(0);
    return false;
  }

  private notePlainLine(): void {
    const { at, line, lineStart, lineEnd } = this.cursor;
    const end = this.onPlainLine ? trimEnd(this.text, at, lineEnd) : at;
    const range = lineRange(line, at - lineStart, end - lineStart);
    this.onPlainLine?.({ text: this.text.slice(at, end), range });
  }

  /** Makes the last line of the open paragraph the head of a table if this line is the one below it. */
  private beginsTable(): boolean {
    const { cursor, tableHead, paragraphBreaks: breaks, text } = this;
    if (tableHead < 0) return false;
    const columns = delimiterColumns(text, cursor.at, cursor.lineEnd);
    const headEnd = this.paragraphEnd;
    if (columns === 0 || headColumns(text, tableHead, headEnd) !== columns) return false;
    if (tableHead > this.paragraphStart) {
      if (breaks.length > 0) {
        this.paragraphEnd = breaks.at(-2) as number;
        breaks.length -= 2;
      } else {
        this.paragraphEnd = endOfLineBefore(text, tableHead);
      }
      this.closeParagraph(0);
      // remark looks at the line again, now that the paragraph above it has ended.
      if (leafAt(text, tableHead, headEnd)?.type === 'html') {
        this.beginHtml(7, tableHead, cursor.line - 1);
        return true;
      }
    } else {
      this.paragraphBreaks = [];
    }
    this.leaf = 'table';
    this.addRow(tableHead, headEnd);
    return true;
  }

  /** Each cell of a table is read by itself. */
  private addRow(start: number, end: number): void {
    for (const cell of cellsOf(this.text, start, end)) {
      this.containers.markText();
      this.addPiece(this.text.slice(cell.start, cell.end), cell.start, 0);
    }
  }

  private openLeaf(start: LeafStart | undefined): void {
    const { containers, cursor } = this;
    const item = containers.fillTop();
    switch (start?.type) {
      case undefined:
        this.leaf = 'paragraph';
        this.paragraphItem = item;
        this.paragraphLine = cursor.line;
        this.paragraphLineStart = cursor.lineStart;
        this.paragraphStart = cursor.at;
        this.firstLineEnd = cursor.lineEnd;
        this.paragraphEnd = cursor.lineEnd;
        this.tableHead = cursor.at;
        if (containers.depth === 0) this.notePlainLine();
        break;
      case 'heading':
        if (start.end > start.start) containers.markText();
        this.addPiece(this.text.slice(start.start, start.end), start.start, start.level);
        break;
      case 'fence':
        this.leaf = 'fence';
        this.leafLine = cursor.line;
        this.fenceMark = start.mark;
        this.fenceSize = start.size;
        break;
      case 'html':
        this.beginHtml(start.kind, cursor.at, cursor.line);
        if (htmlBlockEndsIn(start.kind, this.text, cursor.at, cursor.lineEnd, true)) this.closeLeaf();
        break;
    }
  }

  private beginHtml(kind: HtmlBlockKind, start: number, line: number): void {
    this.leaf = 'html';
    this.leafLine = line;
    this.htmlKind = kind;
    this.htmlStart = start;
    this.htmlEnd = this.cursor.lineEnd;
  }

  private closeLeaf(): void {
    if (this.leaf === 'paragraph') {
      this.closeParagraph(0);
    } else if (this.leaf === 'html' && this.marks.comment.standsIn(this.htmlStart, this.htmlEnd)) {
      const { text, htmlStart, htmlEnd, cursor } = this;
      for (const comment of htmlComments(text, htmlStart, htmlEnd, cursor)) this.comments.push(comment);
    }
    this.leaf = 'none';
  }

  /**
   * Closes the open paragraph, as a heading if `level` is not 0; returns false when it held nothing but definitions.
   */
  private closeParagraph(level: number): boolean {
    const { containers, text, paragraphItem } = this;
    const start = this.paragraphStart;
    this.leaf = 'none';
    const source = this.paragraphSource();
    const definitionsEnd = text.charCodeAt(start) === 91 ? this.takeDefinitions(source, start) : 0;
    let task: OpenListItem | undefined;
    if (paragraphItem && definitionsEnd === 0 && level === 0) {
      if (!paragraphItem.quoted && isTaskText(source)) task = paragraphItem;
      containers.describeItem(
        paragraphItem,
        paragraphItem.quoted ? '' : source,
        this.paragraphLine,
        this.paragraphLineStart,
        start,
        this.firstLineEnd,
      );
    }
    if (definitionsEnd >= source.length) return false;
    containers.markText();
    this.addPiece(source.slice(definitionsEnd), start + definitionsEnd, level, task);
    return true;
  }

  /** The lines of the open paragraph; marks of block quotes between them are replaced by spaces. */
  private paragraphSource(): string {
    const { paragraphBreaks: breaks, text } = this;
    if (breaks.length === 0) return text.slice(this.paragraphStart, this.paragraphEnd);
    let source = '';
    let from = this.paragraphStart;
    for (let i = 0; i < breaks.length; i += 2) {
      const lineEnd = breaks[i] as number;
      const next = breaks[i + 1] as number;
      source += text.slice(from, lineEnd) + '\n'.padEnd(next - lineEnd);
      from = next;
    }
    this.paragraphBreaks = [];
    return source + text.slice(from, this.paragraphEnd);
  }

  /** Reads the definitions that a paragraph begins with; returns where they end in it. */
  private takeDefinitions(source: string, offset: number): number {
    const reader = new LinkReader(source, source.length);
    let at = 0;
    while (source.charCodeAt(at) === 91) {
      const labelEnd = reader.label(at);
      if (labelEnd < 0 || source.charCodeAt(labelEnd) !== 58) break;
      const end = reader.definition(labelEnd + 1);
      if (end < 0) break;
      this.definitions.add(normalizeLabel(source.slice(at + 1, labelEnd - 1)));
      const { destinationStart } = reader;
      const destination = source.slice(destinationStart, reader.destinationEnd);
      const last = offset + trimEnd(source, at, end);
      const link = markdownLink(destination, offset + destinationStart, offset + at, last, this.cursor);
      if (link) this.links.push(link);
      at = reader.whitespace(end);
    }
    return at;
  }

  private addPiece(source: string, offset: number, level: number, task?: OpenListItem): void {
    const headingLevel = this.containers.depth === 0 ? level : 0;
    const end = offset + source.length;
    if (headingLevel > 0) {
      const trimmed = source.slice(0, trimEnd(source, 0, source.length));
      this.pieces.push({ source: trimmed, offset, headingLevel });
    } else if (
      task !== undefined ||
      this.marks.wiki.standsIn(offset, end) ||
      this.marks.link.standsIn(offset, end) ||
      this.marks.comment.standsIn(offset, end) ||
      this.marks.mention.standsIn(offset, end)
    ) {
      this.pieces.push({ source, offset, headingLevel, task });
    }
  }
}
