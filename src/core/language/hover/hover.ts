import type { Page } from '../../model/page';
import { compareRanges } from '../../model/text';
import { destinationOf, targetPage } from '../navigation/definition';
import { placeAt } from '../navigation/place';
import { placeInText } from '../place';
import { departmentHover } from './departmentHover';
import { entryHover } from './entryHover';
import { fieldHover } from './fieldHover';
import { findingHovers } from './findingHover';
import type { Hover, HoverPart, HoverRequest } from './hoverRequest';
import { pageCard } from './pageCard';

export type { Hover, HoverLinks, HoverRequest } from './hoverRequest';

/** What is to be told of a place: of the page, duty, department or field that it names, then of what was found there. */
export async function hoverAt(request: HoverRequest): Promise<Hover | undefined> {
  const subject =
    (await referenceHover(request)) ??
    entryHover(request) ??
    departmentHover(request) ??
    hoverInFields(request);
  const parts = [...(subject ? [subject] : []), ...findingHovers(request)];
  const [first] = parts;
  return first && { range: first.range, markdown: parts.map(({ markdown }) => markdown).join('\n\n---\n\n') };
}

async function referenceHover(request: HoverRequest): Promise<HoverPart | undefined> {
  const { page, position, book, today, links } = request;
  const place = page && placeAt(page, position);
  if (!place || (place.kind !== 'reference' && place.kind !== 'headingName')) return undefined;
  const target = targetPage(place.placed.reference, page, book);
  if (!target) return undefined;
  const heading = destinationOf(place.placed, page, book)?.heading;
  const markdown = pageCard(target, {
    book,
    today,
    text: await textOf(target, request),
    findings: request.findingsOf(target.path),
    address: target.path === page.path ? undefined : links.page(target.path),
    heading: heading && target.body.headings.find(({ range }) => compareRanges(range, heading) === 0)?.text,
  });
  return { range: place.range, markdown };
}

async function textOf(target: Page, { path, text, textOf: read }: HoverRequest): Promise<string | undefined> {
  return target.path === path ? text : read(target.path);
}

function hoverInFields(request: HoverRequest): HoverPart | undefined {
  const { place, pageType } = placeInText(request.text, request.position);
  if (place?.kind !== 'fieldName' && place?.kind !== 'fieldValue') return undefined;
  return fieldHover(place, pageType ?? '', request);
}
