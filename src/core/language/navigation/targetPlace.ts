import { type Reference, referencesOf } from '../../index/references';
import type { BodyLink, Heading } from '../../model/bodyScan';
import { fieldNamed } from '../../model/frontMatter';
import type { Page } from '../../model/page';
import { comparePositions, contains, type Position, type Range } from '../../model/text';

/** A reference with the link that it stands in; a field's has none. */
export interface PlacedReference {
  readonly reference: Reference;
  readonly link?: BodyLink;
}

/** What stands at a place of a page, as far as one can go somewhere from it. */
export type TargetPlace =
  /** A name of a page: in a field, a wiki link or a Markdown link. */
  | { readonly kind: 'reference'; readonly range: Range; readonly placed: PlacedReference }
  /** The part of a link that names a heading. */
  | {
      readonly kind: 'headingName';
      readonly range: Range;
      readonly placed: PlacedReference;
      readonly name: string;
    }
  /** The page's own `id` field. */
  | { readonly kind: 'ownId'; readonly range: Range }
  /** The page's `type` line. */
  | { readonly kind: 'type'; readonly range: Range }
  | { readonly kind: 'heading'; readonly range: Range; readonly heading: Heading; readonly index: number };

/** All references of a page with their links, and its links to its own headings. */
export function placedReferences(page: Page): PlacedReference[] {
  const links = new Map(page.body.links.map((link) => [link.targetRange, link]));
  const placed = referencesOf(page).map((reference): PlacedReference => {
    const link = links.get(reference.range);
    return link ? { reference, link } : { reference };
  });
  return [...placed, ...ownHeadingLinks(page)];
}

/** The links `[[#Heading]]` of a page; they are no references to it. */
export function ownHeadingLinks(page: Page): PlacedReference[] {
  return page.body.links
    .filter(({ form, target }) => form === 'wiki' && target === '')
    .map((link) => ({
      reference: { form: 'wiki', from: page.path, target: { path: page.path }, range: link.targetRange },
      link,
    }));
}

export function placeAt(page: Page, position: Position): TargetPlace | undefined {
  return position.line < page.bodyLine ? placeInFields(page, position) : placeInBody(page, position);
}

/** All that a link consists of between its brackets; the path and the heading of a Markdown link; a field's value. */
export function wholeRange({ reference, link }: PlacedReference): Range {
  if (!link) return reference.range;
  if (link.form === 'markdown') {
    return { start: link.targetRange.start, end: (link.headingRange ?? link.targetRange).end };
  }
  const { start, end } = link.range;
  return {
    start: { line: start.line, character: start.character + 2 },
    end: { line: end.line, character: end.character - 2 },
  };
}

function placeInFields(page: Page, position: Position): TargetPlace | undefined {
  const placed = placedReferences(page).find(
    ({ reference, link }) => !link && contains(reference.range, position),
  );
  if (placed) return { kind: 'reference', range: placed.reference.range, placed };
  const id = fieldNamed(page.fields, 'id');
  if (id && page.idRange && (contains(page.idRange, position) || contains(id.nameRange, position))) {
    return { kind: 'ownId', range: page.idRange };
  }
  return contains(page.typeLine, position) ? { kind: 'type', range: page.typeRange } : undefined;
}

function placeInBody(page: Page, position: Position): TargetPlace | undefined {
  for (const placed of placedReferences(page)) {
    const { link, reference } = placed;
    if (!link || !isIn(placed, link, position)) continue;
    const { heading, headingRange } = link;
    return heading !== undefined && headingRange && contains(headingRange, position)
      ? { kind: 'headingName', range: headingRange, placed, name: heading }
      : { kind: 'reference', range: reference.range, placed };
  }
  const index = page.body.headings.findIndex(({ range: { start, end } }) => {
    return start.line <= position.line && position.line <= end.line;
  });
  const heading = page.body.headings[index];
  return heading && { kind: 'heading', range: heading.range, heading, index };
}

/** The end of a wiki link does not belong to it, so that of two adjacent ones the second is meant. */
function isIn(placed: PlacedReference, link: BodyLink, position: Position): boolean {
  if (contains(wholeRange(placed), position)) return true;
  const { start, end } = link.range;
  return (
    link.form === 'wiki' && comparePositions(start, position) <= 0 && comparePositions(position, end) < 0
  );
}
