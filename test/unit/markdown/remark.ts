import type {
  Heading as MarkdownHeading,
  ListItem as MarkdownItem,
  Nodes,
  Paragraph,
  Root,
  RootContent,
  TableCell,
} from 'mdast';
import type { Handles, Token } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { visit } from 'unist-util-visit';
import {
  htmlComments,
  markdownLink,
  mentionAt,
  type RangeSource,
  wikiLink,
} from '../../../src/core/markdown/bodyLinks';
import { collapseWhitespace } from '../../../src/core/markdown/headingText';
import { isTaskText } from '../../../src/core/markdown/taskText';
import type {
  BodyLink,
  BodyScan,
  Comment,
  Heading,
  ListItem,
  MarkupSpan,
  Mention,
} from '../../../src/core/model/bodyScan';
import { comparable } from '../../../src/core/model/comparable';
import { compareRanges, LineMap, type Range } from '../../../src/core/model/text';

/**
 * The same as `scanBody`, drawn from remark's tree: the truth that the scanner is held against, several hundred times
 * slower.
 */
export function scanWithRemark(text: string, firstLine = 0): BodyScan {
  return new TreeReader(text, firstLine).read();
}

interface Place {
  readonly start: number;
  readonly end: number;
}

class TreeReader {
  private readonly lines: LineMap;
  /** What is read, without a byte order mark, and where it stands in the text. */
  private readonly body: string;
  private readonly offset: number;
  private readonly source: string;
  /** Places in which brackets are no text. */
  private readonly opaque: Place[] = [];
  private readonly escapes: number[] = [];
  /** What follows the label of a link or image: destination and title, or the label of a definition. */
  private readonly behindLabels: Place[] = [];
  /** Destinations, by the end of the inline link or the start of the definition that they belong to. */
  private readonly destinations = new Map<number, Place>();
  private readonly headings: Heading[] = [];
  private readonly listItems: ListItem[] = [];
  private readonly links: BodyLink[] = [];
  private readonly comments: Comment[] = [];
  private readonly mentions: Mention[] = [];
  private readonly quoteLines: number[] = [];
  private masked = '';

  constructor(text: string, firstLine: number) {
    this.lines = new LineMap(text);
    const start =
      firstLine < this.lines.lineCount ? this.lines.offsetAt({ line: firstLine, character: 0 }) : text.length;
    this.offset = text.charCodeAt(start) === 0xfeff ? start + 1 : start;
    this.body = text.slice(this.offset);
    this.source = text.slice(start);
  }

  read(): BodyScan {
    const root = this.parse();
    this.masked = this.mask(root);
    for (const node of root.children) this.readRootChild(node);
    this.visitNode(root, 0, false, Number.POSITIVE_INFINITY);
    this.links.sort((a, b) => compareRanges(a.range, b.range));
    this.comments.sort((a, b) => compareRanges(a.range, b.range));
    const { headings, listItems, links, comments, mentions, quoteLines } = this;
    return { headings, listItems, links, comments, mentions, quoteLines };
  }

  private parse(): Root {
    const enter = this.tokenHandlers();
    function readTokens(this: Processor): void {
      this.data('micromarkExtensions', [gfmFootnote(), gfmTable()]);
      this.data('fromMarkdownExtensions', [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), { enter }]);
    }
    return unified().use(readTokens).use(remarkParse).parse(this.source);
  }

  /** Notes what micromark's tokens tell and the tree does not. */
  private tokenHandlers(): Handles {
    const { opaque, destinations } = this;
    let open: Token | undefined;
    let definitionStart = 0;
    let resourceEnd = 0;
    const pair = (token: Token): void => {
      if (open) opaque.push({ start: open.start.offset, end: token.end.offset });
      open = open ? undefined : token;
    };
    const destination = (token: Token): void => {
      const margin = token.type.endsWith('Literal') ? 1 : 0;
      const place = { start: token.start.offset + margin, end: token.end.offset - margin };
      destinations.set(token.type.startsWith('definition') ? definitionStart : resourceEnd, place);
    };
    return {
      autolinkMarker: pair,
      codeTextSequence: pair,
      definitionDestinationLiteral: destination,
      definitionDestinationRaw: destination,
      definitionLabel: (token) => {
        definitionStart = token.start.offset;
      },
      escapeMarker: (token) => {
        this.escapes.push(token.start.offset);
      },
      reference: (token) => {
        this.behindLabels.push({ start: token.start.offset, end: token.end.offset });
      },
      // The label of a full reference; of the others the label is the text.
      referenceMarker: pair,
      resource: (token) => {
        resourceEnd = token.end.offset;
        this.behindLabels.push({ start: token.start.offset, end: resourceEnd });
        opaque.push({ start: token.start.offset, end: resourceEnd });
      },
      resourceDestinationLiteral: destination,
      resourceDestinationRaw: destination,
    };
  }

  private rangeOf(start: number, end: number): Range {
    return this.lines.rangeOf(this.offset + start, this.offset + end);
  }

  private lineOf(offset: number): number {
    return this.lines.positionAt(this.offset + offset).line;
  }

  /** The body in which everything is blanked out that is no text of a paragraph or heading. */
  private mask(root: Root): string {
    const characters = this.body.split('');
    const blank = ({ start, end }: Place): void => {
      characters.fill('\n', start, end);
    };
    for (const start of this.escapes) characters.fill('-', start, start + 2);
    this.opaque.forEach(blank);
    visit(root, ['html', 'image', 'imageReference', 'footnoteReference'], (node) => blank(placeOf(node)));
    return characters.join('');
  }

  /** Places of the text and of what remark was given differ by what stands before the body. */
  private get ranges(): RangeSource {
    return {
      positionAt: (offset) => this.lines.positionAt(this.offset + offset),
      rangeOf: (start, end) => this.rangeOf(start, end),
    };
  }

  private readRootChild(node: RootContent): void {
    if (node.type === 'heading') this.addHeading(node);
  }

  private addHeading(node: MarkdownHeading): void {
    const { start, end } = placeOfChildren(node);
    const range = node.children.length > 0 ? this.rangeOf(start, end) : this.emptyHeadingRange(node);
    this.headings.push({ level: node.depth, text: collapseWhitespace(plainText(node)), range });
  }

  private emptyHeadingRange(node: MarkdownHeading): Range {
    const end = placeOf(node).start + node.depth;
    return this.rangeOf(end, end);
  }

  private visitNode(node: Nodes, depth: number, quoted: boolean, lineLimit: number, inline = false): void {
    switch (node.type) {
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.addWikiLinks(placeOfChildren(node));
        this.addMentions(placeOfChildren(node));
        break;
      case 'blockquote':
        if (!quoted && holdsText(node)) this.quoteLines.push(this.lineOf(placeOf(node).start));
        break;
      case 'link':
        this.addLink(this.destinations.get(placeOf(node).end), placeOf(node));
        break;
      case 'definition':
        this.addDefinition(placeOf(node));
        break;
      case 'html':
        this.addComments(node.value, placeOf(node), inline);
        break;
    }
    if (!('children' in node)) return;
    const isText = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
    this.visitChildren(
      node.children,
      depth,
      quoted || node.type === 'blockquote',
      lineLimit,
      inline || isText,
    );
  }

  /**
   * `lineLimit` is the last line that the children can reach; remark lets a fence that the start of another block
   * cuts off, and with it the list item around it, end in the line of that start.
   */
  private visitChildren(
    children: readonly Nodes[],
    depth: number,
    quoted: boolean,
    lineLimit: number,
    inline: boolean,
  ): void {
    children.forEach((child, index) => {
      const next = children[index + 1];
      const limit = next && !inline ? Math.min(lineLimit, this.lineOf(placeOf(next).start) - 1) : lineLimit;
      if (child.type === 'listItem') this.listItems.push(this.listItem(child, depth, quoted, limit));
      const isDeeper = child.type === 'listItem' || child.type === 'footnoteDefinition';
      this.visitNode(child, isDeeper ? depth + 1 : depth, quoted, limit, inline);
    });
  }

  private listItem(item: MarkdownItem, depth: number, quoted: boolean, lineLimit: number): ListItem {
    const place = placeOf(item);
    const firstLine = this.lineOf(place.start);
    let lastLine = Math.min(this.lineOf(place.end), lineLimit);
    while (lastLine > firstLine && /^[ \t>]*$/.test(this.lines.lineText(lastLine))) lastLine--;
    const first = item.children[0];
    const marker = /^(?:[-+*]|\d+[.)])/.exec(this.body.slice(place.start, place.start + 12))?.[0] ?? '';
    let start = place.start + marker.length;
    let text = '';
    let paragraph = '';
    let markup: readonly MarkupSpan[] = [];
    if (first?.type === 'paragraph') {
      start = placeOf(first).start;
      text = (this.body.slice(start).split(/[\r\n]/, 1)[0] ?? '').replace(/(?<![ \t])[ \t]+$/, '');
      if (!quoted) {
        paragraph = this.body.slice(start, placeOf(first).end).replace(/(?<![ \t])[ \t]+$/, '');
        if (isTaskText(paragraph)) markup = this.markupOf(first);
      }
    }
    const range = this.rangeOf(start, start + text.length);
    return { text, range, paragraph, markup, depth, quoted, firstLine, lastLine };
  }

  private markupOf(paragraph: Paragraph): MarkupSpan[] {
    const place = placeOf(paragraph);
    const spans: MarkupSpan[] = [];
    const add = (kind: MarkupSpan['kind'], { start, end }: Place): void => {
      spans.push({ kind, start: start - place.start, end: end - place.start });
    };
    const images: Place[] = [];
    const isInside = (outer: Place, inner: Place): boolean =>
      inner.start >= outer.start && inner.end <= outer.end;
    visit(paragraph, (node) => {
      const here = placeOf(node);
      if (node.type === 'inlineCode') add('code', here);
      if (node.type === 'html') add('html', here);
      if (node.type === 'footnoteReference') add('destination', here);
      if (node.type === 'link' && this.body[here.start] === '<') add('destination', here);
      if (node.type !== 'image' && node.type !== 'imageReference') return;
      images.push(here);
      add('destination', here);
    });
    for (const behind of this.behindLabels) {
      if (isInside(place, behind) && !images.some((image) => isInside(image, behind)))
        add('destination', behind);
    }
    for (const { start, end } of this.wikiLinksIn(place)) add('destination', { start, end });
    return spans.sort((a, b) => a.start - b.start);
  }

  private wikiLinksIn(place: Place): Place[] {
    const found = this.masked.slice(place.start, place.end).matchAll(/\[\[([^[\]\r\n]*)\]\]/g);
    return [...found]
      .map(({ index, 0: { length } }) => ({
        start: place.start + index,
        end: place.start + index + length,
      }))
      .filter(({ end }) => !this.behindLabels.some(({ start }) => start === end));
  }

  private addLink(destination: Place | undefined, { start, end }: Place): void {
    if (!destination) return;
    const raw = this.body.slice(destination.start, destination.end);
    const link = markdownLink(raw, destination.start, start, end, this.ranges);
    if (link) this.links.push(link);
  }

  private addDefinition({ start, end }: Place): void {
    const source = this.body.slice(start, end).replace(/(?<![ \t])[ \t]+$/, '');
    this.addLink(this.destinations.get(start), { start, end: start + source.length });
  }

  /** Inline, only a comment itself counts: attributes of other tags may hold the marks of one. */
  private addComments(value: string, place: Place, inline: boolean): void {
    if (inline && !value.startsWith('<!--')) return;
    this.comments.push(...htmlComments(this.body, place.start, place.end, this.ranges));
  }

  private addMentions({ start, end }: Place): void {
    for (
      let at = this.masked.indexOf('@', start);
      at >= 0 && at < end;
      at = this.masked.indexOf('@', at + 1)
    ) {
      const name = mentionAt(this.body, at);
      if (name !== undefined)
        this.mentions.push({ name: comparable(name), range: this.rangeOf(at, at + 1 + name.length) });
    }
  }

  private addWikiLinks(place: Place): void {
    for (const { start, end } of this.wikiLinksIn(place)) {
      const content = this.body.slice(start + 2, end - 2);
      const link = wikiLink(content, start + 2, this.ranges);
      if (link) this.links.push(link);
    }
  }
}

function placeOf(node: Nodes): Place {
  return { start: node.position?.start.offset ?? 0, end: node.position?.end.offset ?? 0 };
}

/** remark counts definitions before a heading underlined by `===` as part of it. */
function placeOfChildren(node: Paragraph | MarkdownHeading | TableCell): Place {
  const first = node.children[0] ?? node;
  const last = node.children.at(-1) ?? node;
  return { start: placeOf(first).start, end: placeOf(last).end };
}

function holdsText(node: Nodes): boolean {
  if (node.type === 'paragraph') return true;
  if (node.type === 'heading' || node.type === 'tableCell') return node.children.length > 0;
  if (node.type === 'code') return /[^ \t\r\n]/.test(node.value);
  return 'children' in node && node.children.some(holdsText);
}

function plainText(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  return 'children' in node ? node.children.map(plainText).join('') : '';
}
