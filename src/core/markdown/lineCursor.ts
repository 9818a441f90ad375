import type { Position, Range } from '../model/text';
import type { RangeSource } from './bodyLinks';
import { isSpaceOrTab } from './htmlBlocks';

const byteOrderMark = 0xfeff;

/** Walks over the lines of a text from a given one on; LF, CRLF and CR end a line. */
export class LineCursor implements RangeSource {
  /** The line reached, and where it starts and ends, without its line ending. */
  line = -1;
  lineStart = 0;
  lineEnd = 0;
  /** The place reached in the line. */
  at = 0;
  /** Columns passed, a tab counted up to the next multiple of four. */
  column = 0;
  /** Columns of a tab before `at` that have not been passed yet. */
  tabRest = 0;
  private nextStart = 0;
  private readonly bodyStart: number;
  private readonly starts: number[] = [];
  private lineFeedAt = -1;
  private carriageReturnAt = -1;
  private lastIndex = 0;

  constructor(
    private readonly text: string,
    private readonly firstLine: number,
  ) {
    while (this.line < firstLine - 1 && this.toNextLine());
    this.starts.length = 0;
    this.bodyStart = this.nextStart;
  }

  toNextLine(): boolean {
    const start = this.nextStart;
    if (start >= this.text.length) return false;
    this.line++;
    this.starts.push(start);
    this.lineStart = start;
    this.at = start === this.bodyStart && this.text.charCodeAt(start) === byteOrderMark ? start + 1 : start;
    this.column = 0;
    this.tabRest = 0;
    if (this.lineFeedAt < start) this.lineFeedAt = placeOf('\n', this.text, start);
    if (this.carriageReturnAt < start) this.carriageReturnAt = placeOf('\r', this.text, start);
    this.lineEnd = Math.min(this.lineFeedAt, this.carriageReturnAt);
    this.nextStart = this.lineEnd + (this.lineFeedAt === this.carriageReturnAt + 1 ? 2 : 1);
    return true;
  }

  /** Whether there is more in the line than white space and marks of block quotes. */
  lineHoldsText(): boolean {
    for (let at = this.lineStart; at < this.lineEnd; at++) {
      const code = this.text.charCodeAt(at);
      if (code !== 62 && !isSpaceOrTab(code)) return true;
    }
    return false;
  }

  /** The character reached; -1 at the end of the line, a space within a tab. */
  get code(): number {
    if (this.tabRest > 0) return 32;
    return this.at < this.lineEnd ? this.text.charCodeAt(this.at) : -1;
  }

  /** Passes up to `limit` columns of white space; returns how many. */
  skipSpaces(limit: number): number {
    if (this.tabRest === 0 && !isSpaceOrTab(this.text.charCodeAt(this.at))) return 0;
    let passed = 0;
    while (passed < limit) {
      if (this.tabRest > 0) {
        this.tabRest--;
      } else {
        const code = this.at < this.lineEnd ? this.text.charCodeAt(this.at) : -1;
        if (code === 9) this.tabRest = 3 - (this.column & 3);
        else if (code !== 32) break;
        this.at++;
      }
      this.column++;
      passed++;
    }
    return passed;
  }

  skipCharacters(count: number): void {
    this.at += count;
    this.column += count;
  }

  /** Goes back to a place of the line passed before. */
  back(at: number, column: number, tabRest: number): void {
    this.at = at;
    this.column = column;
    this.tabRest = tabRest;
  }

  /** Whether nothing but white space is left in the line. */
  restIsBlank(): boolean {
    let at = this.at;
    while (at < this.lineEnd && isSpaceOrTab(this.text.charCodeAt(at))) at++;
    return at >= this.lineEnd;
  }

  positionAt(offset: number): Position {
    const index = this.lineIndexAt(offset);
    return { line: index + this.firstLine, character: offset - (this.starts[index] ?? 0) };
  }

  rangeOf(start: number, end: number): Range {
    const index = this.lineIndexAt(start);
    const lineStart = this.starts[index] ?? 0;
    const next = this.starts[index + 1];
    const from = { line: index + this.firstLine, character: start - lineStart };
    if (next !== undefined && end >= next) return { start: from, end: this.positionAt(end) };
    return { start: from, end: { line: from.line, character: end - lineStart } };
  }

  /** The index of the line last asked for is kept, since places are mostly asked for in order. */
  private lineIndexAt(offset: number): number {
    const { starts } = this;
    const known = this.lastIndex;
    if (offset >= (starts[known] ?? 0) && offset < (starts[known + 1] ?? Number.POSITIVE_INFINITY))
      return known;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    this.lastIndex = low;
    return low;
  }
}

/** The first place of a character from a given one on, or the end of the text. */
function placeOf(character: string, text: string, from: number): number {
  const at = text.indexOf(character, from);
  return at < 0 ? text.length : at;
}
