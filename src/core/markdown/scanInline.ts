import type { BodyLink, Comment, MarkupSpan, Mention } from '../model/bodyScan';
import { comparable } from '../model/comparable';
import {
  htmlComments,
  isAsciiPunctuation,
  markdownLink,
  mentionAt,
  type RangeSource,
  wikiLink,
} from './bodyLinks';
import { HeadingText } from './headingText';
import { autolinkEnd, InlineHtmlReader } from './inlineHtml';
import type { InlinePiece } from './inlinePiece';
import { footnoteLabelEnd, LinkReader, normalizeLabel } from './linkSyntax';

/** What is known of the page, and the lists that what is found is added to. */
export interface InlineContext {
  readonly text: string;
  readonly cursor: RangeSource;
  readonly definitions: ReadonlySet<string>;
  /** The labels of the page's footnotes. */
  readonly footnotes: ReadonlySet<string>;
  readonly links: BodyLink[];
  readonly comments: Comment[];
  readonly mentions: Mention[];
}

/** An opening `[` or `![` that may still begin a link or image. */
interface Bracket {
  readonly start: number;
  readonly labelStart: number;
  readonly image: boolean;
  readonly runCount: number;
  /** Another bracket stands between this one and the place reached. */
  nested: boolean;
}

interface Found {
  /** Where it starts in the source. */
  readonly start: number;
  readonly link?: BodyLink | undefined;
  readonly comment?: Comment;
  readonly mention?: Mention;
}

/** Of the characters up to the backtick, 1 for those that are always text. */
const isPlain = new Uint8Array(97).fill(1);
for (const mark of '\n\r!&*<@[\\]_`') isPlain[mark.charCodeAt(0)] = 0;

/** Reads the inline constructs of one paragraph or heading; use it once. */
export class InlineScanner {
  private readonly source: string;
  /** The place reached. */
  private at = 0;
  private readonly end: number;
  private linkReader: LinkReader | undefined;
  private htmlReader: InlineHtmlReader | undefined;
  private readonly heading: HeadingText | undefined;
  private readonly brackets: Bracket[] = [];
  /** Brackets below this one cannot begin a link any more, because a link stands inside them. */
  private inactive = 0;
  /** Where the last `[[` began; -1 when something behind it keeps it from being a wiki link. */
  private wikiStart = -1;
  private lastOpenBracket = -2;
  /** Places of the last run of backticks per length, once all of the text has been looked at for them. */
  private backtickRuns: Map<number, number> | undefined;
  private readonly found: Found[] = [];
  private readonly markup: MarkupSpan[] | undefined;

  constructor(
    private readonly piece: InlinePiece,
    private readonly page: InlineContext,
  ) {
    this.source = piece.source;
    this.end = piece.source.length;
    this.markup = piece.task ? [] : undefined;
    this.heading = piece.headingLevel > 0 ? new HeadingText(this.source) : undefined;
  }

  /** Reads on until `limit` is reached or passed, or until the end; returns how far. */
  scanTo(limit: number): number {
    const { source } = this;
    const end = Math.min(limit, this.end);
    let { at } = this;
    while (at < end) {
      const code = source.charCodeAt(at);
      if (code > 96 || isPlain[code] === 1) {
        at++;
        continue;
      }
      switch (code) {
        case 10:
        case 13:
          this.wikiStart = -1;
          at++;
          break;
        case 33:
          at = this.openImage(at);
          break;
        case 38:
          at = this.heading ? this.heading.reference(at) : at + 1;
          break;
        case 42:
        case 95:
          at = this.heading ? this.heading.run(at, this.end) : at + 1;
          break;
        case 60:
          at = this.angleBracket(at);
          break;
        case 64:
          at = this.mention(at);
          break;
        case 91:
          at = this.squareBracket(at);
          break;
        case 92:
          at = this.backslash(at);
          break;
        case 93:
          at = this.closeBracket(at);
          break;
        case 96:
          at = this.backticks(at);
          break;
        default:
          at++;
      }
    }
    this.at = at;
    return at;
  }

  /** Adds links and comments to the result; returns the plain text of a heading. */
  finish(): string {
    for (const { link, comment, mention } of this.found) {
      if (link) this.page.links.push(link);
      if (comment) this.page.comments.push(comment);
      if (mention) this.page.mentions.push(mention);
    }
    const { task } = this.piece;
    if (task && this.markup) task.markup = this.markup.sort((a, b) => a.start - b.start);
    return this.heading ? this.heading.plain(0, this.end) : '';
  }

  private get reader(): LinkReader {
    this.linkReader ??= new LinkReader(this.source, this.end);
    return this.linkReader;
  }

  private get html(): InlineHtmlReader {
    this.htmlReader ??= new InlineHtmlReader(this.source, this.end);
    return this.htmlReader;
  }

  private backslash(at: number): number {
    const next = this.source.charCodeAt(at + 1);
    const isEscape = isAsciiPunctuation(next);
    if (isEscape || next === 10 || next === 13) this.heading?.cut(at, at + 1);
    return isEscape ? at + 2 : at + 1;
  }

  private mention(at: number): number {
    const name = mentionAt(this.source, at);
    if (name === undefined) return at + 1;
    const start = this.piece.offset + at;
    this.found.push({
      start: at,
      mention: { name: comparable(name), range: this.page.cursor.rangeOf(start, start + 1 + name.length) },
    });
    return at + 1;
  }

  private squareBracket(at: number): number {
    const after = this.footnoteCall(at);
    if (after < 0) {
      this.openBracket(at, at, false);
      return at + 1;
    }
    const below = this.brackets.at(-1);
    if (below) below.nested = true;
    this.wikiStart = -1;
    this.heading?.cut(at, after);
    this.markup?.push({ kind: 'destination', start: at, end: after });
    return after;
  }

  /** The place after a `[^label]` that names a footnote of the page, or -1. */
  private footnoteCall(at: number): number {
    const { footnotes } = this.page;
    if (footnotes.size === 0) return -1;
    const after = footnoteLabelEnd(this.source, at, this.end);
    return after >= 0 && footnotes.has(normalizeLabel(this.source.slice(at + 2, after - 1))) ? after : -1;
  }

  private openImage(at: number): number {
    if (this.source.charCodeAt(at + 1) !== 91) return at + 1;
    this.openBracket(at, at + 1, true);
    return at + 2;
  }

  private openBracket(start: number, bracketAt: number, image: boolean): void {
    this.wikiStart = this.lastOpenBracket === bracketAt - 1 ? bracketAt - 1 : -1;
    this.lastOpenBracket = bracketAt;
    const below = this.brackets.at(-1);
    if (below) below.nested = true;
    this.brackets.push({
      start,
      labelStart: bracketAt + 1,
      image,
      runCount: this.heading?.runCount ?? 0,
      nested: false,
    });
  }

  private closeBracket(at: number): number {
    if (this.wikiStart >= 0 && this.source.charCodeAt(at + 1) === 93) this.addWikiLink(at);
    this.wikiStart = -1;
    const open = this.brackets.pop();
    if (!open) return at + 1;
    const last = this.found.at(-1);
    const citation = last?.link?.form === 'wiki' && last.start === open.start ? last : undefined;
    const alive = open.image || this.brackets.length >= this.inactive;
    this.inactive = Math.min(this.inactive, this.brackets.length);
    const after = alive ? this.afterLabel(open, at) : -1;
    if (after < 0) {
      // Behind a `!`, too, a footnote may be named.
      if (open.image && this.footnoteCall(open.start + 1) === at + 1) {
        this.dropFrom(open.start);
        this.heading?.cut(open.start + 1, at + 1);
        this.markup?.push({ kind: 'destination', start: open.start + 1, end: at + 1 });
      }
      return at + 1;
    }
    if (open.image) this.dropFrom(open.start);
    else this.inactive = this.brackets.length;
    if (citation && !open.image) this.dropCitation(citation);
    const start = open.image ? open.start : at + 1;
    if (after > start) this.markup?.push({ kind: 'destination', start, end: after });
    if (this.heading) this.cutLink(this.heading, open, at, after);
    return after;
  }

  private cutLink(heading: HeadingText, open: Bracket, labelEnd: number, after: number): void {
    heading.matchRuns(open.runCount);
    if (open.image) {
      heading.cut(open.start, after);
    } else {
      heading.cut(open.start, open.labelStart);
      heading.cut(labelEnd, after);
    }
  }

  /** The place after the link or image whose label ends at `at`, or -1 when it is none. */
  private afterLabel(open: Bracket, at: number): number {
    const next = this.source.charCodeAt(at + 1);
    if (next === 40) {
      const after = this.reader.resource(at + 1);
      if (after >= 0) {
        if (!open.image) this.addMarkdownLink(open.start, after);
        return after;
      }
    }
    if (this.page.definitions.size === 0) return -1;
    const defined = !open.nested && this.isDefined(open.labelStart, at);
    if (next === 91) {
      const after = this.reader.label(at + 1);
      if (after >= 0 && this.isDefined(at + 2, after - 1)) return after;
      return defined && this.source.charCodeAt(at + 2) === 93 ? at + 3 : -1;
    }
    return defined ? at + 1 : -1;
  }

  private isDefined(start: number, end: number): boolean {
    return this.page.definitions.has(normalizeLabel(this.source.slice(start, end)));
  }

  private addMarkdownLink(start: number, end: number): void {
    const { destinationStart, destinationEnd } = this.reader;
    const { offset } = this.piece;
    const raw = this.source.slice(destinationStart, destinationEnd);
    const link = markdownLink(raw, offset + destinationStart, offset + start, offset + end, this.page.cursor);
    this.found.push({ start, link });
  }

  /** What an image's label holds is its alternative text. */
  private dropFrom(start: number): void {
    const { found } = this;
    while (found.length > 0 && (found.at(-1)?.start ?? -1) >= start) found.pop();
    while (this.markup?.length && (this.markup.at(-1)?.start ?? -1) >= start) this.markup.pop();
  }

  /** `[[1]](…)` is a link whose text is `[1]`. */
  private dropCitation(citation: Found): void {
    this.found.splice(this.found.indexOf(citation), 1);
    if (this.markup?.at(-1)?.start === citation.start) this.markup.pop();
  }

  private addWikiLink(contentEnd: number): void {
    const contentStart = this.wikiStart + 2;
    const content = this.source.slice(contentStart, contentEnd);
    const link = wikiLink(content, this.piece.offset + contentStart, this.page.cursor);
    this.markup?.push({ kind: 'destination', start: this.wikiStart, end: contentEnd + 2 });
    this.found.push({ start: this.wikiStart, link });
  }

  private angleBracket(at: number): number {
    let after = autolinkEnd(this.source, at, this.end);
    if (after >= 0) {
      this.heading?.cut(at, at + 1);
      this.heading?.cut(after - 1, after);
      this.markup?.push({ kind: 'destination', start: at, end: after });
    } else {
      after = this.html.read(at);
      if (after < 0) return at + 1;
      this.heading?.cut(at, after);
      this.markup?.push({ kind: 'html', start: at, end: after });
      if (this.source.startsWith('<!--', at)) this.addComment(at, after);
    }
    this.wikiStart = -1;
    return after;
  }

  private addComment(start: number, end: number): void {
    const { text, cursor } = this.page;
    const { offset } = this.piece;
    for (const comment of htmlComments(text, offset + start, offset + end, cursor))
      this.found.push({ start, comment });
  }

  /** Reads a code span, or the run of backticks that begins none. */
  private backticks(at: number): number {
    const { source, end } = this;
    let open = at + 1;
    while (open < end && source.charCodeAt(open) === 96) open++;
    const close = this.findBackticks(open - at, open);
    if (close < 0) return open;
    this.wikiStart = -1;
    const after = close + open - at;
    this.heading?.code(at, open, close, after);
    this.markup?.push({ kind: 'code', start: at, end: after });
    return after;
  }

  private findBackticks(length: number, from: number): number {
    const { source, end } = this;
    const lastRuns = this.backtickRuns;
    if (lastRuns && (lastRuns.get(length) ?? -1) < from) return -1;
    const runs = new Map<number, number>();
    let at = source.indexOf('`', from);
    while (at >= 0) {
      let after = at + 1;
      while (after < end && source.charCodeAt(after) === 96) after++;
      if (after - at === length) return at;
      runs.set(after - at, at);
      at = source.indexOf('`', after);
    }
    this.backtickRuns = runs;
    return -1;
  }
}
