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
  private readonly hasCarriageReturn: boolean;
  private carriageReturnAt = -1;

  constructor(
    private readonly text: string,
    private readonly firstLine: number,
  ) {
    this.hasCarriageReturn = text.includes('\r');
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
    const lineFeed = this.text.indexOf('\n', start);
    this.lineEnd = lineFeed < 0 ? this.text.length : lineFeed;
    this.nextStart = this.lineEnd + 1;
    if (this.hasCarriageReturn) this.endAtCarriageReturn(start);
    return true;
  }

  private endAtCarriageReturn(start: number): void {
    if (this.carriageReturnAt < start) {
      const at = this.text.indexOf('\r', start);
      this.carriageReturnAt = at < 0 ? Number.POSITIVE_INFINITY : at;
    }
    const at = this.carriageReturnAt;
    if (at >= this.lineEnd) return;
    this.lineEnd = at;
    this.nextStart = at + (this.text.charCodeAt(at + 1) === 10 ? 2 : 1);
  }

  /** The character reached; -1 at the end of the line, a space within a tab. */
  get code(): number {
    if (this.tabRest > 0) return 32;
    return this.at < this.lineEnd ? this.text.charCodeAt(this.at) : -1;
  }

  /** Passes up to `limit` columns of white space; returns how many. */
  skipSpaces(limit: number): number {
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
    const { starts } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + this.firstLine, character: offset - (starts[low] ?? 0) };
  }

  rangeOf(start: number, end: number): Range {
    return { start: this.positionAt(start), end: this.positionAt(end) };
  }
}
