import type { TextEdit } from '../model/text';

/**
 * True where every line of a text that its edits do not replace is still there, in order and with its line ending. Counts
 * lines by itself, so that a fault in how edits are placed cannot hide.
 */
export function keepsOtherLines(before: string, after: string, edits: readonly TextEdit[]): boolean {
  const replaced = new Set<number>();
  const extended = new Set<number>();
  for (const { range } of edits) {
    const { start, end } = range;
    const isInsertion = start.line === end.line && start.character === end.character;
    // A range that ends at the start of a line takes nothing of it.
    const last = end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
    for (let line = start.line; line <= last; line++) (isInsertion ? extended : replaced).add(line);
  }
  const left = linesOf(after);
  let at = 0;
  for (const [index, line] of linesOf(before).entries()) {
    if (replaced.has(index)) continue;
    const wanted = extended.has(index) ? withoutEnding(line) : line;
    while (
      at < left.length &&
      (extended.has(index) ? withoutEnding(left[at] as string) : left[at]) !== wanted
    )
      at++;
    if (at++ >= left.length) return false;
  }
  return true;
}

/** The lines of a text with their endings. */
function linesOf(text: string): string[] {
  return text.match(/[^\r\n]+(?:\r\n?|\n)?|\r\n?|\n/g) ?? [];
}

function withoutEnding(line: string): string {
  return line.replace(/(?:\r\n|[\r\n])$/, '');
}
