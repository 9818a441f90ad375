import type { BookIndex } from '../../index/bookIndex';
import { targetKey } from '../../index/references';
import type { Page } from '../../model/page';
import { compareRanges, type Position, type Range } from '../../model/text';
import { targetPage } from './definition';
import { placeAt, placedReferences } from './targetPlace';

/** The occurrences on a page of the page that is named at a place; its own id counts as written. */
export interface Highlight {
  readonly range: Range;
  readonly kind: 'read' | 'write';
}

export function highlightsAt(page: Page, position: Position, book: BookIndex): Highlight[] {
  const place = placeAt(page, position);
  if (!place || place.kind === 'heading' || place.kind === 'type') return [];
  const named = place.kind === 'ownId' ? page : targetPage(place.placed.reference, page, book);
  const isSame = (candidate: Page | undefined, key: string): boolean => {
    if (named) return candidate?.path === named.path;
    return place.kind !== 'ownId' && key === targetKey(place.placed.reference.target);
  };
  const highlights = placedReferences(page)
    .filter(({ link }) => link?.target !== '')
    .map(({ reference }) => reference)
    .filter((reference) => isSame(targetPage(reference, page, book), targetKey(reference.target)))
    .map(({ range }): Highlight => ({ range, kind: 'read' }));
  if (named?.path === page.path && page.idRange) highlights.push({ range: page.idRange, kind: 'write' });
  return highlights.sort((a, b) => compareRanges(a.range, b.range));
}
