import type { BookIndex } from '../../index/bookIndex';
import type { Page } from '../../model/page';
import { compareRanges, compareText, type Position, type Range } from '../../model/text';
import { targetPage, wholeHeading } from './definition';
import { HeadingNames } from './headings';
import { ownHeadingLinks, type PlacedReference, placeAt, placedReferences, wholeRange } from './targetPlace';

/** A place in a file of the book. */
export interface PageLocation {
  readonly path: string;
  readonly range: Range;
}

/**
 * All references to what stands at a place: to the page that a reference names, to the page itself on its id, its type
 * or its first heading, to a heading on that or on a link to it. A name that no page has is looked for all the same.
 * By path and place.
 *
 * @param includeDeclaration whether the page's own id, or the heading, is one of them
 */
export function referencesAt(
  page: Page,
  position: Position,
  book: BookIndex,
  includeDeclaration: boolean,
): PageLocation[] {
  const place = placeAt(page, position);
  if (!place) return [];
  let found: PageLocation[];
  if (place.kind === 'ownId' || place.kind === 'type') found = ofPage(page, book, includeDeclaration);
  else if (place.kind === 'heading') {
    const ofHeading = toHeading(page, place.index, book, includeDeclaration);
    found = place.index === 0 ? [...ofHeading, ...ofPage(page, book, includeDeclaration)] : ofHeading;
  } else {
    const { reference } = place.placed;
    const target = targetPage(reference, page, book);
    const index =
      target && place.kind === 'headingName'
        ? new HeadingNames(target.body.headings).indexOf(place.name)
        : -1;
    if (!target) found = locate(book.referencesToTarget(reference.target), page, book);
    else if (index >= 0) found = toHeading(target, index, book, includeDeclaration);
    else found = ofPage(target, book, includeDeclaration);
  }
  return unique(found);
}

/** Every reference to a heading of a page, with the link that holds it. */
export function linksToHeading(
  page: Page,
  index: number,
  book: BookIndex,
): { readonly path: string; readonly placed: PlacedReference }[] {
  const names = new HeadingNames(page.body.headings);
  const own = ownHeadingLinks(page).map((placed) => ({ path: page.path, placed }));
  return [...linksTo(page, book), ...own].filter(
    ({ placed: { link } }) => link?.heading !== undefined && names.indexOf(link.heading) === index,
  );
}

/** Every reference to a page, with the link that holds it. */
export function linksTo(
  page: Page,
  book: BookIndex,
): { readonly path: string; readonly placed: PlacedReference }[] {
  return book.referrersOf(page).flatMap((path) => {
    const from = path === page.path ? page : (book.page(path) as Page);
    return placedReferences(from)
      .filter(
        ({ reference, link }) => link?.target !== '' && targetPage(reference, from, book)?.path === page.path,
      )
      .map((placed) => ({ path, placed }));
  });
}

function ofPage(page: Page, book: BookIndex, includeDeclaration: boolean): PageLocation[] {
  const locations = linksTo(page, book).map(({ path, placed }) => ({ path, range: wholeRange(placed) }));
  return includeDeclaration
    ? [{ path: page.path, range: page.idRange ?? page.typeRange }, ...locations]
    : locations;
}

function toHeading(page: Page, index: number, book: BookIndex, includeDeclaration: boolean): PageLocation[] {
  const locations = linksToHeading(page, index, book).map(({ path, placed }) => ({
    path,
    range: wholeRange(placed),
  }));
  const heading = page.body.headings[index];
  return includeDeclaration && heading
    ? [{ path: page.path, range: wholeHeading(heading.range) }, ...locations]
    : locations;
}

/** References with the whole of their links as place. */
function locate(
  references: readonly PlacedReference['reference'][],
  page: Page,
  book: BookIndex,
): PageLocation[] {
  return references.map((reference) => {
    const from = reference.from === page.path ? page : book.page(reference.from);
    const link = from?.body.links.find(
      ({ targetRange }) => compareRanges(targetRange, reference.range) === 0,
    );
    return { path: reference.from, range: wholeRange(link ? { reference, link } : { reference }) };
  });
}

function unique(locations: readonly PageLocation[]): PageLocation[] {
  const sorted = [...locations].sort(
    (a, b) => compareText(a.path, b.path) || compareRanges(a.range, b.range),
  );
  return sorted.filter(({ path, range }, index) => {
    const before = sorted[index - 1];
    return !before || before.path !== path || compareRanges(before.range, range) !== 0;
  });
}
