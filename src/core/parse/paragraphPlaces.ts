import type { ListItem } from '../model/bodyScan';
import { lineRange, type Position, type Range } from '../model/text';

/** Turns places in the first paragraph of a list item into places of the page. */
export class ParagraphPlaces {
  /** Where each line of the paragraph begins in it. */
  private readonly starts: number[] = [0];

  constructor(private readonly item: Pick<ListItem, 'paragraph' | 'range'>) {
    for (const { index, 0: ending } of item.paragraph.matchAll(/\r\n?|\n/g))
      this.starts.push(index + ending.length);
  }

  positionAt(offset: number): Position {
    const { starts, item } = this;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    const { line, character } = item.range.start;
    return { line: line + low, character: low === 0 ? character + offset : offset - (starts[low] as number) };
  }

  rangeOf(start: number, end: number): Range {
    const from = this.positionAt(start);
    const to = this.positionAt(end);
    return from.line === to.line
      ? lineRange(from.line, from.character, to.character)
      : { start: from, end: to };
  }
}
