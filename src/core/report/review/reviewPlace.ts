import { lastLineOfHeading } from '../../edit/headingLines';
import type { Heading } from '../../model/bodyScan';
import type { Page } from '../../model/page';
import { LineMap } from '../../model/text';
import type { ReviewSection } from './reviewSection';

export interface SectionPlace {
  /** The line behind which the section goes; -1 for the start of the body. */
  readonly line: number;
  /** True where the page has no such heading yet. */
  readonly needsHeading: boolean;
}

/**
 * Where a section without marks goes in a page: under its heading; without one, behind the nearest section before it,
 * else before the nearest behind it, else at the end. The summary goes under the page’s title.
 */
export function placeForSection(
  page: Page,
  text: string,
  sections: readonly ReviewSection[],
  index: number,
): SectionPlace {
  const map = new LineMap(text);
  const { headings } = page.body;
  const { heading } = sections[index] as ReviewSection;
  if (heading === undefined) {
    const title = headings[0]?.level === 1 ? headings[0] : undefined;
    return { line: title ? lastLineOfHeading(title, map) : -1, needsHeading: false };
  }
  const own = headingOf(headings, heading);
  if (own) return { line: lastLineOfHeading(own, map), needsHeading: false };
  const before = sections.slice(0, index).flatMap((section) => headingOf(headings, section.heading) ?? []);
  const previous = before[before.length - 1];
  if (previous) return { line: lastLineOfSection(headings, previous, map), needsHeading: true };
  const next = sections.slice(index + 1).flatMap((section) => headingOf(headings, section.heading) ?? [])[0];
  const line = next ? next.range.start.line - 1 : map.lineCount - 1;
  return { line: lastTextLine(line, page, map), needsHeading: true };
}

function headingOf(headings: readonly Heading[], wanted: string | undefined): Heading | undefined {
  return headings.find(({ text }) => text.trim().toLowerCase() === wanted?.toLowerCase());
}

/** The last line of text before the next heading of the section’s level or above. */
function lastLineOfSection(headings: readonly Heading[], heading: Heading, map: LineMap): number {
  const behind = headings.slice(headings.indexOf(heading) + 1);
  const next = behind.find(({ level }) => level <= heading.level);
  let line = (next ? next.range.start.line : map.lineCount) - 1;
  while (line > heading.range.end.line && map.lineText(line).trim() === '') line--;
  return Math.max(line, lastLineOfHeading(heading, map));
}

function lastTextLine(from: number, page: Page, map: LineMap): number {
  let line = from;
  while (line >= page.bodyLine && map.lineText(line).trim() === '') line--;
  return line < page.bodyLine ? -1 : line;
}
