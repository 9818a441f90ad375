import type { PageChange } from '../index/bookIndex';
import type { Page } from '../model/page';
import { sameData } from '../model/sameData';

/**
 * What other pages and the book may look at in a page: `names`, its id, its type and whether it is there at all;
 * `fields`, its title and front matter; and of its body `headings`, `links`, `mentions`, time `entries`, `promises` and
 * `suppressions`, the comments that hide findings; and `conflicts`, the places of unfinished merges.
 */
export type PagePart =
  | 'names'
  | 'fields'
  | 'headings'
  | 'links'
  | 'mentions'
  | 'entries'
  | 'promises'
  | 'suppressions'
  | 'conflicts';

const readings: Readonly<Record<PagePart, (page: Page) => unknown>> = {
  names: ({ id, type }) => [id, type],
  fields: ({ title, typeRange, typeLine, idRange, fields, isReadable }) => [
    title,
    typeRange,
    typeLine,
    idRange,
    fields,
    isReadable,
  ],
  headings: ({ body }) => body.headings,
  links: ({ body }) => body.links,
  mentions: ({ body }) => body.mentions,
  entries: ({ entries, invalidEntries }) => [entries, invalidEntries],
  promises: ({ commitments, tasks }) => [commitments, tasks],
  suppressions: ({ bodyLine, suppressions }) => [bodyLine, suppressions],
  conflicts: ({ conflicts }) => conflicts,
};

const allParts = new Set(Object.keys(readings) as PagePart[]);

/** What a change left different, places included; everything for a page or a file that came or went. */
export function changedParts({ before, after, existence }: PageChange): ReadonlySet<PagePart> {
  if (!before || !after || existence) return allParts;
  const parts = [...allParts].filter((part) => !sameData(readings[part](before), readings[part](after)));
  return new Set(parts);
}
