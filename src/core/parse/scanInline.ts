import type { BodyLink, Comment } from '../model/bodyScan';
import { htmlComments, isAsciiPunctuation, markdownLink, type RangeSource, wikiLink } from './bodyLinks';
import { HeadingText } from './headingText';
import { autolinkEnd, InlineHtmlReader } from './inlineHtml';
import { LinkReader, normalizeLabel } from './linkSyntax';
import type { InlinePiece } from './scanBlocks';

export interface InlineResult {
  readonly links: BodyLink[];
  readonly comments: Comment[];
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
}

/** Reads the inline constructs of one paragraph or heading; use it once. */
export class InlineScanner {
  private readonly source: string;
  private readonly end: number;
  private readonly reader: LinkReader;
  private readonly html: InlineHtmlReader;
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

  constructor(
    private readonly piece: InlinePiece,
    private readonly definitions: ReadonlySet<string>,
    private readonly ranges: RangeSource,
    private readonly result: InlineResult,
  ) {
    this.source = piece.source;
    this.end = piece.source.length;
    this.reader = new LinkReader(this.source, this.end);
    this.html = new InlineHtmlReader(this.source, this.end);
    this.heading = piece.headingLevel > 0 ? new HeadingText(this.source) : undefined;
  }

  /** Adds links and comments to the result; returns the plain text of a heading. */
  scan(): string {
    const { source, end } = this;
    let at = 0;
    while (at < end) {
      switch (source.charCodeAt(at)) {
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
          at = this.heading ? this.heading.run(at, end) : at + 1;
          break;
        case 60:
          at = this.angleBracket(at);
          break;
        case 91:
          this.openBracket(at, at, false);
          at++;
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
    for (const { link, comment } of this.found) {
      if (link) this.result.links.push(link);
      if (comment) this.result.comments.push(comment);
    }
    return this.heading ? this.heading.plain(0, end) : '';
  }

  private backslash(at: number): number {
    const next = this.source.charCodeAt(at + 1);
    const escape = isAsciiPunctuation(next);
    if (escape || next === 10 || next === 13) this.heading?.cut(at, at + 1);
    return escape ? at + 2 : at + 1;
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
    const alive = open.image || this.brackets.length >= this.inactive;
    this.inactive = Math.min(this.inactive, this.brackets.length);
    const after = alive ? this.afterLabel(open, at) : -1;
    if (after < 0) return at + 1;
    if (open.image) this.dropFrom(open.start);
    else this.inactive = this.brackets.length;
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
    const { reader } = this;
    const next = this.source.charCodeAt(at + 1);
    if (next === 40) {
      const after = reader.resource(at + 1);
      if (after >= 0) {
        if (!open.image) this.addMarkdownLink(open.start, after);
        return after;
      }
    }
    if (this.definitions.size === 0) return -1;
    const defined = !open.nested && this.isDefined(open.labelStart, at);
    if (next === 91) {
      const after = reader.label(at + 1);
      if (after >= 0 && this.isDefined(at + 2, after - 1)) return after;
      return defined && this.source.charCodeAt(at + 2) === 93 ? at + 3 : -1;
    }
    return defined ? at + 1 : -1;
  }

  private isDefined(start: number, end: number): boolean {
    return this.definitions.has(normalizeLabel(this.source.slice(start, end)));
  }

  private addMarkdownLink(start: number, end: number): void {
    const { destinationStart, destinationEnd } = this.reader;
    const { offset } = this.piece;
    const raw = this.source.slice(destinationStart, destinationEnd);
    const link = markdownLink(raw, offset + destinationStart, offset + start, offset + end, this.ranges);
    this.found.push({ start, link });
  }

  /** What an image's label holds is its alternative text. */
  private dropFrom(start: number): void {
    const { found } = this;
    while (found.length > 0 && (found.at(-1)?.start ?? -1) >= start) found.pop();
  }

  private addWikiLink(contentEnd: number): void {
    const contentStart = this.wikiStart + 2;
    const content = this.source.slice(contentStart, contentEnd);
    const link = wikiLink(content, this.piece.offset + contentStart, this.ranges);
    this.found.push({ start: this.wikiStart, link });
  }

  private angleBracket(at: number): number {
    let after = autolinkEnd(this.source, at, this.end);
    if (after >= 0) {
      this.heading?.cut(at, at + 1);
      this.heading?.cut(after - 1, after);
    } else {
      after = this.html.read(at);
      if (after < 0) return at + 1;
      this.heading?.cut(at, after);
      if (this.source.startsWith('<!--', at)) this.addComment(at, after);
    }
    this.wikiStart = -1;
    return after;
  }

  private addComment(start: number, end: number): void {
    const { source, ranges } = this;
    const { offset } = this.piece;
    for (const comment of htmlComments(source, start, end, offset, ranges))
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
    return after;
  }

  private findBackticks(length: number, from: number): number {
    const { source, end } = this;
    const known = this.backtickRuns;
    if (known && (known.get(length) ?? -1) < from) return -1;
    const runs = known ?? new Map<number, number>();
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
