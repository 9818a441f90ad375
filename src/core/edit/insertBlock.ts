import { type LineMap, lineEndingNear, lineRange, type TextEdit } from '../model/text';

/**
 * Inserts a block before a line, with one blank line on either side; at the end of the text where there is no such line.
 * Nothing that is there changes; new lines end as their neighbour does.
 */
export function insertBefore(map: LineMap, line: number, block: readonly string[]): TextEdit {
  if (line >= map.lineCount) return insertAtEnd(map, block);
  const ending = lineEndingNear(map, line - 1);
  const isBlankBefore = line === 0 || isBlank(map, line - 1);
  const lines = [...(isBlankBefore ? [] : ['']), ...block, ''];
  return { range: lineRange(line, 0, 0), newText: lines.map((text) => text + ending).join('') };
}

/** Inserts a block at the end of the text, behind a blank line. */
export function insertAtEnd(map: LineMap, block: readonly string[]): TextEdit {
  const last = map.lineCount - 1;
  const { length } = map.lineText(last);
  const ending = lineEndingNear(map, last);
  const isBlankBefore = isBlank(map, last) && (last === 0 || isBlank(map, last - 1));
  const lead = `${length > 0 ? ending : ''}${isBlankBefore ? '' : ending}`;
  const newText = lead + block.map((text) => text + ending).join('');
  return { range: lineRange(last, length, length), newText };
}

/**
 * Inserts a block behind a line, and a blank line behind the block where text follows.
 *
 * @param joins true where the block goes on with what stands in the line, false for a blank line between them
 */
export function insertBehind(map: LineMap, line: number, block: readonly string[], joins: boolean): TextEdit {
  const ending = lineEndingNear(map, line);
  const { length } = map.lineText(line);
  const isFollowed = line + 1 < map.lineCount && !isBlank(map, line + 1);
  const isLast = line + 1 >= map.lineCount;
  const lead = joins ? ending : ending + ending;
  const tail = isFollowed && !joins ? ending : isLast ? ending : '';
  return { range: lineRange(line, length, length), newText: `${lead}${block.join(ending)}${tail}` };
}

export function isBlank(map: LineMap, line: number): boolean {
  return map.lineText(line).trim() === '';
}
