import { destinations } from '../../markdown';
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
  return destinations(text, bodyLine)
    .filter(({ start, end }) => text[start] === '#' && end - start > 1)
    .map(({ start, end }) => ({
      anchor: text.slice(start + 1, end),
      range: lines.rangeOf(start + 1, end),
    }));
}
