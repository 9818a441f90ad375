import type { BodyScan, Heading, PlainLine } from '../model/bodyScan';
import { runAll, type SlicedWork } from '../model/slices';
import { compareRanges } from '../model/text';
import { BlockScanner } from './scanBlocks';
import { InlineScanner } from './scanInline';

/**
 * Reads what a page's body holds, from the line `firstLine` (from 0) of the whole text on: headings, list items,
 * references to other pages, comments, block quotes. Follows CommonMark with GFM's tables and footnotes as remark
 * reads them, in time linear in the length of the text; never throws. Positions are lines of the whole text and UTF-16 columns, from 0.
 *
 * Where it means to differ from a Markdown reader:
 * - `[[target#heading|label]]` is a reference wherever text may stand (also in a link's text and behind `!`), and its
 *   bar may be written `\|`. `[[x]](y.md)` makes both references.
 * - A bar in a wiki link belongs to the link, also in a table.
 * - The lines of a footnote in a footnote need the indentation of both.
 * - Character references are resolved in headings only. A heading's text holds no images and no HTML.
 * - An HTML comment counts when it is closed; its text holds the quote marks of its later lines.
 * - An item's lines end with the last one that holds more than white space and quote marks.
 * - Block quotes and lists nested more than 100 deep are text.
 *
 * @param onPlainLine is handed each line of a paragraph that stands in no list or quote by marks of its own
 */
export function scanBody(text: string, firstLine = 0, onPlainLine?: (line: PlainLine) => void): BodyScan {
  return runAll(scanBodyInSlices(text, firstLine, onPlainLine));
}

/** So many characters of paragraphs and headings are read in one slice of work. */
const charactersPerSlice = 8192;
/** What a paragraph costs whatever its length. */
const charactersPerPiece = 32;

/** The same as `scanBody`, in slices. */
export function* scanBodyInSlices(
  text: string,
  firstLine: number,
  onPlainLine?: (line: PlainLine) => void,
): SlicedWork<BodyScan> {
  const blocks = new BlockScanner(text, firstLine, onPlainLine);
  yield* blocks.scan();
  const { cursor, containers, links, comments, mentions } = blocks;
  const headings: Heading[] = [];
  let left = charactersPerSlice;
  for (const piece of blocks.pieces) {
    const scanner = new InlineScanner(piece, blocks);
    left -= charactersPerPiece;
    for (let from = 0; from < piece.source.length; ) {
      const after = scanner.scanTo(from + left);
      left -= after - from;
      from = after;
      if (left > 0) continue;
      yield;
      left = charactersPerSlice;
    }
    const plain = scanner.finish();
    if (piece.headingLevel === 0) continue;
    const range = cursor.rangeOf(piece.offset, piece.offset + piece.source.length);
    headings.push({ level: piece.headingLevel, text: plain, range });
  }
  if (links.length > 1) links.sort((a, b) => compareRanges(a.range, b.range));
  if (comments.length > 1) comments.sort((a, b) => compareRanges(a.range, b.range));
  return {
    headings,
    listItems: containers.listItems,
    links,
    comments,
    mentions,
    quoteLines: containers.quoteLines,
  };
}
