import type { BookIndex } from '../../index/bookIndex';
import { namesOtherFile } from '../../index/references';
import type { Page } from '../../model/page';
import type { Position, Range } from '../../model/text';
import { targetPage } from '../navigation/definition';
import { HeadingNames } from '../navigation/headings';
import { placeAt } from '../navigation/targetPlace';

/** What can be renamed at a place. */
export type RenameTarget = { readonly range: Range } & (
  | { readonly kind: 'page'; readonly page: Page }
  /** An id that no page has: all references that name it. */
  | { readonly kind: 'brokenId'; readonly id: string }
  | { readonly kind: 'heading'; readonly page: Page; readonly index: number }
);

/**
 * What is renamed at a place: a page on its id and on every reference to it, a heading on itself and on links to it.
 * Where no field gives the page an id, its `type` line stands for it. Undefined for links to files that are no pages.
 */
export function renameTargetAt(page: Page, position: Position, book: BookIndex): RenameTarget | undefined {
  const place = placeAt(page, position);
  if (!place) return undefined;
  const { range } = place;
  switch (place.kind) {
    case 'heading':
      return { kind: 'heading', range, page, index: place.index };
    case 'ownId':
      return { kind: 'page', range, page };
    case 'type':
      return page.idRange || !page.isReadable ? undefined : { kind: 'page', range, page };
    case 'reference':
    case 'headingName': {
      const { reference } = place.placed;
      const target = targetPage(reference, page, book);
      if (!target) {
        return 'id' in reference.target && !namesOtherFile(reference)
          ? { kind: 'brokenId', range: reference.range, id: reference.target.id }
          : undefined;
      }
      const index =
        place.kind === 'headingName' ? new HeadingNames(target.body.headings).indexOf(place.name) : -1;
      if (index < 0 && place.placed.link?.target === '') return undefined;
      return index < 0
        ? { kind: 'page', range: reference.range, page: target }
        : { kind: 'heading', range, page: target, index };
    }
  }
}
