import { notComputed, reportFault } from '../../model/faults';
import { joined, t } from '../../model/message';
import type { Page } from '../../model/page';
import { compareRanges } from '../../model/text';
import { destinationOf, targetPage } from '../navigation/definition';
import { placeAt } from '../navigation/targetPlace';
import { placeInText } from '../place';
import { departmentHover } from './departmentHover';
import { entryHover } from './entryHover';
import { fieldHover } from './fieldHover';
import { findingHovers } from './findingHover';
import { hoverCard } from './hoverCard';
import type { Hover, HoverPart, HoverRequest } from './hoverRequest';

export type { Hover, HoverLinks, HoverRequest } from './hoverRequest';

/** Has something to tell of a place, or not. */
type Contributor = (request: HoverRequest) => HoverResult | Promise<HoverResult>;
type HoverResult = HoverPart | readonly HoverPart[] | undefined;

/** By name; of the subjects only the first that has something to tell is asked. */
export interface HoverContributors {
  readonly subjects: Readonly<Record<string, Contributor>>;
  readonly others: Readonly<Record<string, Contributor>>;
}

const contributors: HoverContributors = {
  subjects: { page: referenceHover, duty: entryHover, department: departmentHover, field: hoverInFields },
  others: { findings: findingHovers },
};

/** What one contributor tells; where it fails, a line that says so. */
async function partFrom(
  name: string,
  contribute: Contributor,
  request: HoverRequest,
): Promise<readonly HoverPart[]> {
  try {
    const result = await contribute(request);
    return result === undefined ? [] : [result].flat();
  } catch (error) {
    reportFault(`the hover “${name}” on page ${request.path}`, error);
    const { position } = request;
    return [{ range: { start: position, end: position }, markdown: notComputed(t`“${name}”`) }];
  }
}

/** What is to be told of a place: of the page, duty, department or field that it names, then of what was found there. */
export async function hoverAt(
  request: HoverRequest,
  from: HoverContributors = contributors,
): Promise<Hover | undefined> {
  const parts: HoverPart[] = [];
  for (const [name, contribute] of Object.entries(from.subjects)) {
    const subject = await partFrom(name, contribute, request);
    parts.push(...subject);
    if (subject.length > 0) break;
  }
  for (const [name, contribute] of Object.entries(from.others))
    parts.push(...(await partFrom(name, contribute, request)));
  const [first] = parts;
  if (!first) return undefined;
  const markdown = joined(
    parts.map((part) => part.markdown),
    '\n\n---\n\n',
  );
  return { range: first.range, markdown };
}

async function referenceHover(request: HoverRequest): Promise<HoverPart | undefined> {
  const { page, position, book, today, links } = request;
  const place = page && placeAt(page, position);
  if (!place || (place.kind !== 'reference' && place.kind !== 'headingName')) return undefined;
  const target = targetPage(place.placed.reference, page, book);
  if (!target) return undefined;
  const heading = destinationOf(place.placed, page, book)?.heading;
  const markdown = hoverCard(target, {
    book,
    today,
    text: await targetText(target, request),
    findings: request.findingsOf(target.path),
    address: target.path === page.path ? undefined : links.page(target.path),
    heading: heading && target.body.headings.find(({ range }) => compareRanges(range, heading) === 0)?.text,
  });
  return { range: place.range, markdown };
}

async function targetText(
  target: Page,
  { path, text, textOf: read }: HoverRequest,
): Promise<string | undefined> {
  return target.path === path ? text : read(target.path);
}

function hoverInFields(request: HoverRequest): HoverPart | undefined {
  const { place, pageType } = placeInText(request.text, request.position);
  if (place?.kind !== 'fieldName' && place?.kind !== 'fieldValue') return undefined;
  return fieldHover(place, pageType ?? '', request);
}
