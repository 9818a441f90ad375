import type { Heading } from '../model/bodyScan';
import type { Page } from '../model/page';
import { LineMap, type TextEdit } from '../model/text';
import { pageType } from '../schema/schema';
import { endOfSection } from './headingLines';
import { insertBefore } from './insertBlock';
import { sectionLines } from './skeleton';
import { insertsBlock, verifyEdit } from './verifyEdit';

/**
 * Inserts required sections that the page lacks, each where the order of the page’s type has it: behind the nearest
 * section before it, else before the nearest one behind it, else at the end.
 *
 * @throws Refusal where they would not be read there
 */
export function insertSectionsEdits(page: Page, text: string, titles: readonly string[]): TextEdit[] {
  const { edits, blocks } = sectionInsertions(page, text, titles);
  verifyEdit(page, text, edits, {
    ...insertsBlock(blocks),
    again: (after, changed) => sectionInsertions(after, changed, titles).edits,
  });
  return edits;
}

/** The edits, and the lines that they insert in document order; lines behind a section’s hint may be added. */
export function sectionInsertions(
  page: Page,
  text: string,
  titles: readonly string[],
  more: readonly string[] = [],
): { edits: TextEdit[]; blocks: string[] } {
  const map = new LineMap(text);
  const blocks = new Map<number, string[]>();
  const all = pageType(page.type)?.sections ?? [];
  for (const section of all) {
    if (!titles.includes(section.title) || findHeading(page, section.title) >= 0) continue;
    const { line, level } = placeOf(page, map, all.indexOf(section));
    const before = blocks.get(line);
    const lines = [...sectionLines(section, level), ...(more.length > 0 ? ['', ...more] : [])];
    blocks.set(line, [...(before ? [...before, ''] : []), ...lines]);
  }
  const places = [...blocks].sort(([a], [b]) => a - b);
  return {
    edits: places.map(([line, block]) => insertBefore(map, line, block)),
    blocks: places.flatMap(([, block]) => [...block, '']),
  };
}

function placeOf(page: Page, map: LineMap, place: number): { line: number; level: number } {
  const sections = pageType(page.type)?.sections ?? [];
  const { headings } = page.body;
  const before = sections.slice(0, place).map(({ title }) => findHeading(page, title));
  const behind = sections.slice(place + 1).map(({ title }) => findHeading(page, title));
  const previous = before.filter((index) => index >= 0).pop();
  const next = behind.find((index) => index >= 0);
  const sibling = headings[previous ?? next ?? -1];
  const level =
    sibling?.level ?? Math.min(6, (headings.length === 1 ? (headings[0] as Heading).level : 1) + 1);
  if (previous !== undefined) return { line: endOfSection(headings, previous, map), level };
  const line = next === undefined ? map.lineCount : (headings[next] as Heading).range.start.line;
  return { line, level };
}

/** The place of a heading among those of the page, in capitals or not; -1 where it is missing. */
export function findHeading(page: Page, title: string): number {
  const wanted = title.trim().toLowerCase();
  return page.body.headings.findIndex(({ text }) => text.trim().toLowerCase() === wanted);
}
