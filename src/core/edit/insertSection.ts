import type { Heading } from '../model/bodyScan';
import type { Page } from '../model/page';
import { LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { pageType } from '../schema/schema';
import { sectionLines } from './skeleton';

/**
 * Inserts a required section where the order of the page’s type has it: behind the nearest section before it, else
 * before the nearest one behind it, else at the end.
 */
export function insertSectionEdits(page: Page, text: string, title: string): TextEdit[] {
  const sections = pageType(page.type)?.sections ?? [];
  const place = sections.findIndex((section) => section.title === title);
  const section = sections[place];
  if (!section) return [];
  const { headings } = page.body;
  const find = (wanted: string): number =>
    headings.findIndex((heading) => heading.text.trim().toLowerCase() === wanted.toLowerCase());
  const before = sections.slice(0, place).map((other) => find(other.title));
  const behind = sections.slice(place + 1).map((other) => find(other.title));
  const previous = before.filter((index) => index >= 0).pop();
  const next = behind.find((index) => index >= 0);
  const sibling = headings[previous ?? next ?? -1];
  const level =
    sibling?.level ?? Math.min(6, (headings.length === 1 ? (headings[0] as Heading).level : 1) + 1);
  const map = new LineMap(text);
  if (previous !== undefined)
    return insertAt(map, text, endOfSection(headings, previous, map), sectionLines(section, level));
  if (next !== undefined) {
    return insertAt(map, text, (headings[next] as Heading).range.start.line, sectionLines(section, level));
  }
  return insertAt(map, text, map.lineCount, sectionLines(section, level));
}

/** The line behind a section: the next heading of its level or above, else the end of the text. */
function endOfSection(headings: readonly Heading[], index: number, map: LineMap): number {
  const { level } = headings[index] as Heading;
  const next = headings.slice(index + 1).find((heading) => heading.level <= level);
  return next ? next.range.start.line : map.lineCount;
}

/** Inserts a block before a line, with one blank line on either side. */
export function insertAt(map: LineMap, text: string, line: number, block: readonly string[]): TextEdit[] {
  const ending = lineEndingOf(text);
  const joined = block.join(ending);
  let last = line - 1;
  while (last >= 0 && map.lineText(last).trim() === '') last--;
  const atEnd = line >= map.lineCount;
  if (atEnd) {
    const finalLine = map.lineCount - 1;
    const endOfText = lineRange(finalLine, 0, map.lineText(finalLine).length).end;
    const lastText =
      last < 0 ? { line: 0, character: 0 } : { line: last, character: map.lineText(last).length };
    const lead = last < 0 ? '' : ending + ending;
    return [{ range: { start: lastText, end: endOfText }, newText: `${lead}${joined}${ending}` }];
  }
  const blankBefore = last < line - 1 || last < 0;
  return [
    { range: lineRange(line, 0, 0), newText: `${blankBefore ? '' : ending}${joined}${ending}${ending}` },
  ];
}
