import type { Handles, Token } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { LineMap } from '../model/text';

/** Where a link leads, as it is written; offsets of the text, without `<` and `>`. */
export interface Destination {
  readonly start: number;
  readonly end: number;
}

/**
 * The destinations of all inline links, images and definitions of a text, in its order.
 *
 * @param text without byte-order mark
 * @param bodyLine the first line of its body
 */
export function destinations(text: string, bodyLine: number): Destination[] {
  const lines = new LineMap(text);
  const bodyStart =
    bodyLine < lines.lineCount ? lines.offsetAt({ line: bodyLine, character: 0 }) : text.length;
  const found: Destination[] = [];
  const note = (token: Token): void => {
    const margin = token.type.endsWith('Literal') ? 1 : 0;
    const start = bodyStart + token.start.offset + margin;
    const end = bodyStart + token.end.offset - margin;
    if (end > start) found.push({ start, end });
  };
  const enter: Handles = {
    definitionDestinationLiteral: note,
    definitionDestinationRaw: note,
    resourceDestinationLiteral: note,
    resourceDestinationRaw: note,
  };
  function readTokens(this: Processor): void {
    this.data('micromarkExtensions', [gfmFootnote(), gfmTable()]);
    this.data('fromMarkdownExtensions', [gfmFootnoteFromMarkdown(), gfmTableFromMarkdown(), { enter }]);
  }
  unified().use(readTokens).use(remarkParse).parse(text.slice(bodyStart));
  return found.sort((a, b) => a.start - b.start);
}
