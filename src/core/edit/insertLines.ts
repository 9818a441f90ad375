import type { Page } from '../model/page';
import { LineMap, type TextEdit } from '../model/text';
import { pageType } from '../schema/schema';
import { lastLineOfHeading } from './headingLines';
import { insertAtEnd, insertBefore, insertBehind, isBlank } from './insertBlock';
import { findHeading, sectionInsertions } from './insertSection';
import { insertsBlock, verifyEdit } from './verifyEdit';

/**
 * Adds lines at the end of a section, a list item behind the items that are there; the section is added where it is
 * missing. Without a section the lines go below the page’s first heading.
 *
 * @throws Refusal where they would not be read there
 */
export function insertLinesEdits(
  page: Page,
  text: string,
  section: string | undefined,
  lines: readonly string[],
): TextEdit[] {
  const { edits, blocks } = insertions(page, text, section, lines);
  verifyEdit(page, text, edits, insertsBlock(blocks));
  return edits;
}

function insertions(
  page: Page,
  text: string,
  section: string | undefined,
  lines: readonly string[],
): { edits: TextEdit[]; blocks: readonly string[] } {
  const map = new LineMap(text);
  const { headings } = page.body;
  const index = section === undefined ? 0 : findHeading(page, section);
  const heading = headings[index];
  if (!heading) {
    if (section === undefined) return { edits: [insertBefore(map, page.bodyLine, lines)], blocks: lines };
    const isOfType = pageType(page.type)?.sections.some(({ title }) => title === section);
    if (isOfType) return sectionInsertions(page, text, [section], lines);
    const block = [`## ${section}`, '', ...lines];
    return { edits: [insertAtEnd(map, block)], blocks: block };
  }
  const own = lastLineOfHeading(heading, map);
  let last = own;
  if (section !== undefined) {
    last = (headings[index + 1]?.range.start.line ?? map.lineCount) - 1;
    while (last > own && isBlank(map, last)) last--;
  }
  const joins = last > own && isItem(map.lineText(last)) && isItem(lines[0] ?? '');
  return { edits: [insertBehind(map, last, lines, joins)], blocks: lines };
}

function isItem(line: string): boolean {
  return /^\s*(?:[-*+]|\d+[.)])\s/.test(line);
}
