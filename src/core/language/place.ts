import { LineMap, type Position } from '../model/text';
import { bodyPlaceAt } from './place/bodyPlace';
import { fieldPlaceAt, typeIn } from './place/fieldPlace';
import type { Place } from './place/places';
import { type FrontMatterLines, frontMatterLines } from './place/yamlLines';

export type * from './place/places';

/** A place of a text, read from the text alone: it may be half typed, and no page at all yet. */
export interface PlaceInText {
  readonly lines: LineMap;
  /** Absent for a text that does not begin with a fence. */
  readonly frontMatter?: FrontMatterLines;
  /** The page type as it is written; absent without one. */
  readonly pageType?: string;
  /** Absent where nothing of the status book stands or may be typed. */
  readonly place?: Place;
}

/** What stands at a position, or may be typed there. */
export function placeInText(text: string, position: Position): PlaceInText {
  const lines = new LineMap(text);
  const frontMatter = frontMatterLines(lines);
  if (!frontMatter) return { lines };
  const pageType = typeIn(lines, frontMatter);
  const known = { lines, frontMatter, ...(pageType === undefined ? {} : { pageType }) };
  const place = findPlace(text, position, known);
  return { ...known, ...(place ? { place } : {}) };
}

function findPlace(
  text: string,
  position: Position,
  { lines, frontMatter, pageType }: PlaceInText,
): Place | undefined {
  if (!frontMatter || position.line < frontMatter.first) return undefined;
  if (position.line < frontMatter.end) return fieldPlaceAt(lines, frontMatter, position);
  const firstLine = frontMatter.end + (frontMatter.isClosed ? 1 : 0);
  if (pageType === undefined || position.line < firstLine) return undefined;
  return bodyPlaceAt({ text, lines, firstLine, pageType }, position);
}
