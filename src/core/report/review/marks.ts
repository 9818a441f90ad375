import type { Page } from '../../model/page';
import { LineMap, type Position } from '../../model/text';

/** What stands between the marks of a section in a review page. */
export interface MarkedBlock {
  /** Behind the opening mark. */
  readonly start: Position;
  /** Behind the closing mark. */
  readonly end: Position;
  /** From behind the opening mark through the closing one. */
  readonly text: string;
  /** True where the text is not what was written between the marks. */
  readonly isChanged: boolean;
}

/** `damaged`: one mark is gone, they stand twice, in the wrong order, or around another’s. */
export type BlockState = MarkedBlock | 'missing' | 'damaged';

const markPattern = /^\s*status-book:(begin|end) ([a-z-]+)(?: ([0-9a-f]{8}))?\s*$/;

/**
 * A section with its marks. The closing one carries a checksum, which tells whether somebody has changed what stands
 * between them.
 */
export function markedBlock(name: string, markdown: string, lineEnding: string): string {
  const lines = [
    `<!-- status-book:begin ${name} -->`,
    '',
    markdown,
    '',
    `<!-- status-book:end ${name} ${checksum(markdown)} -->`,
  ];
  return lines.join('\n').replaceAll('\n', lineEnding);
}

/** Finds the marks of a section. Marks in code are text. */
export function findBlock(page: Page, text: string, name: string): BlockState {
  const marks = page.body.comments.flatMap(({ text: comment, range }) => {
    const [, side, owner, sum] = markPattern.exec(comment) ?? [];
    return side === undefined ? [] : [{ side, owner, sum, range }];
  });
  const own = marks.filter(({ owner }) => owner === name);
  if (own.length === 0) return 'missing';
  const [begin, end] = own;
  const areNeighbours = begin && end && marks.indexOf(end) === marks.indexOf(begin) + 1;
  if (own.length !== 2 || !areNeighbours || begin.side !== 'begin' || end.side !== 'end') return 'damaged';
  const map = new LineMap(text);
  const content = text.slice(map.offsetAt(begin.range.end), map.offsetAt(end.range.start));
  return {
    start: begin.range.end,
    end: end.range.end,
    text: text.slice(map.offsetAt(begin.range.end), map.offsetAt(end.range.end)),
    isChanged: content.trim() !== '' && checksum(content) !== end.sum,
  };
}

/** FNV-1a of 32 bits over the text without line endings' kind and white space at the ends of lines. */
function checksum(text: string): string {
  const plain = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trim();
  let hash = 0x811c9dc5;
  for (let index = 0; index < plain.length; index++) {
    hash = Math.imul(hash ^ plain.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
