import type { Heading } from '../model/bodyScan';
import type { Page } from '../model/page';
import { applyEdits, LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { pageType } from '../schema/schema';
import { sectionLines } from './skeleton';

/** Inserts several required sections, each where the order of the page’s type has it. */
export function insertSectionsEdits(page: Page, text: string, titles: readonly string[]): TextEdit[] {
  if (titles.length === 1) return insertSectionEdits(page, text, titles[0] as string);
  let current = page;
  let changed = text;
  for (const title of titles) {
    changed = applyEdits(changed, insertSectionEdits(current, changed, title));
    current = parsePage(page.path, changed) ?? current;
  }
  return insertedLines(text, changed);
}

/** The edits that lead from one text to another that has more lines; what was there stays but for the end. */
function insertedLines(before: string, after: string): TextEdit[] {
  const old = before.split(/(?<=\n)/);
  const edits: TextEdit[] = [];
  let at = 0;
  let added = '';
  for (const line of after.split(/(?<=\n)/)) {
    if (line !== old[at]) added += line;
    else {
      if (added !== '') edits.push({ range: lineRange(at, 0, 0), newText: added });
      added = '';
      at++;
    }
  }
  // The last line may have got its line ending, and blank lines at the end may have gone.
  const map = new LineMap(before);
  const end = map.positionAt(before.length);
  const start = at < old.length ? { line: at, character: 0 } : end;
  return added === '' && at === old.length ? edits : [...edits, { range: { start, end }, newText: added }];
}

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
export function endOfSection(headings: readonly Heading[], index: number, map: LineMap): number {
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
