import type { ListItem } from '../model/bodyScan';
import { LineMap, lineRange, type Position, type Range } from '../model/text';

/** Turns places in the first paragraph of a list item into places of the page. */
export class ParagraphPlaces {
  private readonly lines: LineMap;

  constructor(private readonly item: Pick<ListItem, 'paragraph' | 'range'>) {
    this.lines = new LineMap(item.paragraph);
  }

  positionAt(offset: number): Position {
    const { line, character } = this.lines.positionAt(offset);
    const { start } = this.item.range;
    return { line: start.line + line, character: line === 0 ? start.character + character : character };
  }

  rangeOf(start: number, end: number): Range {
    const from = this.positionAt(start);
    const to = this.positionAt(end);
    return from.line === to.line
      ? lineRange(from.line, from.character, to.character)
      : { start: from, end: to };
  }
}
