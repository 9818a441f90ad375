import type { Page } from '../model/page';
import { LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { pageType } from '../schema/schema';
import { insertAt, insertSectionEdits } from './insertSection';

/**
 * Adds lines at the end of a section, a list item behind the items that are there; the section is added where it is
 * missing. Without a section the lines go below the page’s first heading.
 */
export function insertLinesEdits(
  page: Page,
  text: string,
  section: string | undefined,
  lines: readonly string[],
): TextEdit[] {
  const map = new LineMap(text);
  const { headings } = page.body;
  if (section === undefined) {
    const title = headings[0];
    return title
      ? insertBehind(map, text, title.range.end.line, lines)
      : insertAt(map, text, Math.min(page.bodyLine, map.lineCount), lines);
  }
  const index = headings.findIndex((heading) => heading.text.trim().toLowerCase() === section.toLowerCase());
  const heading = headings[index];
  if (!heading) return withNewSection(page, text, map, section, lines);
  const next = headings[index + 1]?.range.start.line ?? map.lineCount;
  let last = next - 1;
  while (last > heading.range.end.line && map.lineText(last).trim() === '') last--;
  return insertBehind(map, text, last, lines);
}

function withNewSection(
  page: Page,
  text: string,
  map: LineMap,
  section: string,
  lines: readonly string[],
): TextEdit[] {
  const isOfType = pageType(page.type)?.sections.some(({ title }) => title === section);
  if (!isOfType) return insertAt(map, text, map.lineCount, [`## ${section}`, '', ...lines]);
  const ending = lineEndingOf(text);
  return insertSectionEdits(page, text, section).map(({ range, newText }) => {
    const block = newText.trimEnd();
    return {
      range,
      newText: `${block}${ending}${ending}${lines.join(ending)}${newText.slice(block.length)}`,
    };
  });
}

function insertBehind(map: LineMap, text: string, line: number, lines: readonly string[]): TextEdit[] {
  const ending = lineEndingOf(text);
  const isItem = (of: string): boolean => /^\s*(?:[-*+]|\d+[.)])\s/.test(of);
  const joins = isItem(map.lineText(line)) && isItem(lines[0] ?? '');
  const { length } = map.lineText(line);
  const isFollowed = line + 1 < map.lineCount && map.lineText(line + 1).trim() !== '';
  const newText = `${joins ? ending : ending + ending}${lines.join(ending)}${isFollowed ? ending : ''}`;
  return [{ range: lineRange(line, length, length), newText }];
}
