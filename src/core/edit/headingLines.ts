import type { Heading } from '../model/bodyScan';
import type { LineMap } from '../model/text';

/** The last line of a heading, its underline included. */
export function lastLineOfHeading({ range }: Heading, map: LineMap): number {
  const isUnderlined = !/^ {0,3}#{1,6}(?:[ \t]|$)/.test(map.lineText(range.start.line));
  return isUnderlined ? range.end.line + 1 : range.end.line;
}

/** The line behind a section: the next heading of its level or above, else the end of the text. */
export function endOfSection(headings: readonly Heading[], index: number, map: LineMap): number {
  const { level } = headings[index] as Heading;
  const next = headings.slice(index + 1).find((heading) => heading.level <= level);
  return next ? next.range.start.line : map.lineCount;
}
