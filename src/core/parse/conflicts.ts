import type { Conflict } from '../model/page';
import { inSlices, type SlicedWork } from '../model/slices';
import { type LineMap, lineRange } from '../model/text';

/** A conflict before it is known where the front matter ends. */
export type TextConflict = Omit<Conflict, 'inFrontMatter'>;

/** So many marks are looked at in one slice of work. */
const marksPerSlice = 512;
const marks = /<{7}|>{7}/g;

/**
 * The places of a text between the marks of a merge that was not finished: `<<<<<<<` and `>>>>>>>`, seven at the start
 * of a line, behind them a blank or nothing. Inner pairs belong to the outer one; one that is never closed reaches to
 * the end.
 */
export function* conflictsIn(text: string, lines: LineMap): SlicedWork<TextConflict[]> {
  const conflicts: TextConflict[] = [];
  let depth = 0;
  let firstLine = 0;
  const end = (lastLine: number, closed: boolean): void => {
    const range = lineRange(firstLine, 0, lines.lineText(firstLine).length);
    conflicts.push({ range, firstLine, lastLine, closed });
  };
  const found = text.includes('<<<<<<<') ? text.matchAll(marks) : [];
  yield* inSlices(found, marksPerSlice, ({ index }) => {
    if (!isMark(text, index)) return;
    const { line } = lines.positionAt(index);
    if (text[index] === '<') {
      if (depth++ === 0) firstLine = line;
    } else if (depth > 0 && --depth === 0) {
      end(line, true);
    }
  });
  if (depth > 0) end(lines.lineCount - 1, false);
  return conflicts;
}

export function beginsWithConflict(text: string): boolean {
  return text.startsWith('<<<<<<<') && isMark(text, 0);
}

function isMark(text: string, at: number): boolean {
  const before = text[at - 1] ?? '\n';
  const after = text[at + 7] ?? '\n';
  return /[\r\n]/.test(before) && /[ \t\r\n]/.test(after);
}

/** What stands outside of conflicts, of things in document order: which side of a conflict is true is not known. */
export function outsideConflicts<T extends { readonly firstLine: number }>(
  items: readonly T[],
  conflicts: readonly TextConflict[],
): readonly T[] {
  if (conflicts.length === 0) return items;
  let next = 0;
  return items.filter(({ firstLine }) => {
    while (next < conflicts.length && (conflicts[next] as TextConflict).lastLine < firstLine) next++;
    const conflict = conflicts[next];
    return !conflict || firstLine < conflict.firstLine;
  });
}
