import type { BookIndex } from '../../index/bookIndex';
import type { Reference } from '../../index/references';
import type { Page } from '../../model/page';
import { lineRange, type Position, type Range } from '../../model/text';
import { headingNamed } from './headings';
import { type PlacedReference, placeAt } from './targetPlace';

/** Where something is defined. */
export interface Definition {
  /** What one points at to get there. */
  readonly origin: Range;
  readonly path: string;
  /** The heading’s whole line, or the start of the file. */
  readonly range: Range;
  /** What the cursor is put on. */
  readonly selection: Range;
}

const top = lineRange(0, 0, 0);

/**
 * What the reference at a place leads to: a page, a heading of it, or a file of the book that is no page. A page's own
 * id and headings lead to themselves, from where VS Code offers their references.
 */
export function definitionAt(page: Page, position: Position, book: BookIndex): Definition | undefined {
  const place = placeAt(page, position);
  if (!place || place.kind === 'type') return undefined;
  if (place.kind === 'ownId') {
    return { origin: place.range, path: page.path, range: place.range, selection: place.range };
  }
  if (place.kind === 'heading') {
    const { range } = place;
    return { origin: range, path: page.path, range: wholeHeading(range), selection: range };
  }
  const destination = destinationOf(place.placed, page, book);
  if (!destination) return undefined;
  const { path, heading } = destination;
  const origin = originOf(place.placed);
  return heading
    ? { origin, path, range: wholeHeading(heading), selection: heading }
    : { origin, path, range: top, selection: top };
}

/** The file that a reference leads to, and the heading in it where the reference names one that is there. */
export function destinationOf(
  { reference, link }: PlacedReference,
  page: Page,
  book: BookIndex,
): { readonly path: string; readonly heading?: Range } | undefined {
  const path = pathOf(reference.target, page, book);
  if (path === undefined) return undefined;
  const target = path === page.path ? page : book.page(path);
  const heading =
    target && link?.heading !== undefined ? headingNamed(target, link.heading)?.range : undefined;
  return heading ? { path, heading } : { path };
}

/** The page that a reference of a page means; the page itself may not be in the book yet. */
export function targetPage(reference: Reference, page: Page, book: BookIndex): Page | undefined {
  const path = pathOf(reference.target, page, book);
  return path === page.path ? page : path === undefined ? undefined : book.page(path);
}

function pathOf(target: Reference['target'], page: Page, book: BookIndex): string | undefined {
  const found = book.locate({ target });
  if (found && 'path' in found) return found.path;
  // The page itself may not be in the book yet.
  return ('id' in target ? target.id === page.id : target.path === page.path) ? page.path : undefined;
}

/** The line of a heading from its start, as VS Code's own Markdown support has it: equal places are shown once. */
export function wholeHeading({ start, end }: Range): Range {
  return { start: { line: start.line, character: 0 }, end };
}

function originOf({ reference, link }: PlacedReference): Range {
  const { start, end } = reference.range;
  return { start, end: link?.headingRange?.end ?? end };
}
