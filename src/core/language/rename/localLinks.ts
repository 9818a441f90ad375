import type { Handles, Token } from 'mdast-util-from-markdown';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { LineMap, type Range } from '../../model/text';

/** A link to a heading of its own page: `[above](#our-answer)`. */
export interface LocalLink {
  /** What stands behind the `#`. */
  readonly anchor: string;
  readonly range: Range;
}

/**
 * The links of a page to its own headings, which are no references to a page.
 *
 * @param text without byte-order mark
 * @param bodyLine the first line of its body
 */
export function localLinks(text: string, bodyLine: number): LocalLink[] {
  const lines = new LineMap(text);
  const bodyStart =
    bodyLine < lines.lineCount ? lines.offsetAt({ line: bodyLine, character: 0 }) : text.length;
  const found: LocalLink[] = [];
  const note = (token: Token): void => {
    const margin = token.type.endsWith('Literal') ? 1 : 0;
    const start = bodyStart + token.start.offset + margin;
    const end = bodyStart + token.end.offset - margin;
    if (text[start] !== '#' || end - start < 2) return;
    found.push({ anchor: text.slice(start + 1, end), range: lines.rangeOf(start + 1, end) });
  };
  const enter: Handles = {
    definitionDestinationLiteral: note,
    definitionDestinationRaw: note,
    resourceDestinationLiteral: note,
    resourceDestinationRaw: note,
  };
  function readTokens(this: Processor): void {
    this.data('fromMarkdownExtensions', [{ enter }]);
  }
  unified().use(readTokens).use(remarkParse).parse(text.slice(bodyStart));
  return found;
}
