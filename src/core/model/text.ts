/** A place in a text: line and UTF-16 column, both from 0, as in the language-server protocol. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` (inclusive) to `end` (exclusive). */
export interface Range {
  readonly start: Position;
  readonly end: Position;
}

/** Replaces what `range` covers by `newText`. */
export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}

export function range(
  startLine: number,
  startCharacter: number,
  endLine: number,
  endCharacter: number,
): Range {
  return {
    start: { line: startLine, character: startCharacter },
    end: { line: endLine, character: endCharacter },
  };
}

/** A range within one line. */
export function lineRange(line: number, startCharacter: number, endCharacter: number): Range {
  return range(line, startCharacter, line, endCharacter);
}

export function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.character - b.character;
}

export function compareRanges(a: Range, b: Range): number {
  return comparePositions(a.start, b.start) || comparePositions(a.end, b.end);
}

export function contains(outer: Range, position: Position): boolean {
  return comparePositions(outer.start, position) <= 0 && comparePositions(position, outer.end) <= 0;
}

/** True where one ends behind the start of the other, or at it. */
export function touches(one: Range, other: Range): boolean {
  return comparePositions(one.start, other.end) <= 0 && comparePositions(other.start, one.end) <= 0;
}

/** Order by UTF-16 code units: the order of paths everywhere, independent of any locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export type LineEnding = '\n' | '\r\n' | '\r';

/** Turns offsets into positions and back. Lines end with LF, CRLF or CR, as VS Code and CommonMark have it. */
export class LineMap {
  private readonly starts: number[] = [0];

  constructor(private readonly text: string) {
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code === 10 || (code === 13 && text.charCodeAt(i + 1) !== 10)) this.starts.push(i + 1);
    }
  }

  get lineCount(): number {
    return this.starts.length;
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
    return { line: low, character: Math.min(offset - (starts[low] as number), this.lineLength(low)) };
  }

  rangeOf(startOffset: number, endOffset: number): Range {
    return { start: this.positionAt(startOffset), end: this.positionAt(endOffset) };
  }

  offsetAt(position: Position): number {
    const line = Math.min(position.line, this.starts.length - 1);
    return (this.starts[line] as number) + Math.min(position.character, this.lineLength(line));
  }

  /** The text of a line without its line ending. */
  lineText(line: number): string {
    const start = this.starts[line];
    return start === undefined ? '' : this.text.slice(start, start + this.lineLength(line));
  }

  /** How a line ends; empty for the last one. */
  endingOf(line: number): LineEnding | '' {
    const start = this.starts[line];
    if (start === undefined) return '';
    return this.text.slice(start + this.lineLength(line), this.starts[line + 1]) as LineEnding | '';
  }

  private lineLength(line: number): number {
    const start = this.starts[line] as number;
    let end = this.starts[line + 1] ?? this.text.length;
    if (line + 1 < this.starts.length) {
      end--;
      if (end > start && this.text.charCodeAt(end) === 10 && this.text.charCodeAt(end - 1) === 13) end--;
    }
    return end - start;
  }
}

/** Applies edits that do not overlap; positions refer to the text before any of them. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const map = new LineMap(text);
  const ordered = [...edits].sort((a, b) => compareRanges(a.range, b.range));
  let result = '';
  let from = 0;
  for (const edit of ordered) {
    const start = map.offsetAt(edit.range.start);
    if (start < from) throw new RangeError('Overlapping edits');
    result += text.slice(from, start) + edit.newText;
    from = map.offsetAt(edit.range.end);
  }
  return result + text.slice(from);
}

/** How new lines beside a line end: as that line does, or the one before where it is the last. */
export function lineEndingNear(map: LineMap, line: number): LineEnding {
  return map.endingOf(line) || map.endingOf(Math.min(line, map.lineCount) - 1) || '\n';
}

/** How the first line of a text ends, for texts that are written as a whole. */
export function lineEndingOf(text: string): LineEnding {
  return lineEndingNear(new LineMap(text.slice(0, text.search(/[\r\n]/) + 2)), 0);
}
