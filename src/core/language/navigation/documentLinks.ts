import type { BookIndex } from '../../index/bookIndex';
import { wikiPaths } from '../../index/fileNames';
import { namesOtherFile } from '../../index/references';
import { type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { compareRanges, type Range } from '../../model/text';
import { pageType, typeName } from '../../schema/schema';
import { destinationOf } from './definition';
import { placedReferences } from './targetPlace';

/** A name of a page that can be clicked. */
export interface DocumentLink {
  readonly range: Range;
  readonly path: string;
  /** The heading’s place, where the link names one. */
  readonly heading?: Range;
  readonly tooltip: Text;
}

/** A wiki link that names a picture or another file. */
export interface AttachmentLink {
  readonly range: Range;
  /** Where the file may lie, from the book’s root: the first that is there is meant. */
  readonly paths: readonly string[];
  /** The file’s name, where it may lie in any folder of the book. */
  readonly name?: string;
}

/** The wiki links of a page that name another kind of file; whether it is there only the host can tell. */
export function attachmentLinks(page: Page, book: BookIndex): AttachmentLink[] {
  return placedReferences(page).flatMap((placed) => {
    const { target, range } = placed.reference;
    if (!namesOtherFile({ target }) || !('id' in target) || destinationOf(placed, page, book)) return [];
    const isName = !target.id.includes('/');
    return [{ range, paths: wikiPaths(target.id, page.path), ...(isName ? { name: target.id } : {}) }];
  });
}

/**
 * The references of a page in fields and wiki links that lead somewhere. Markdown links are not among them: VS Code
 * makes them clickable by itself.
 */
export function documentLinks(page: Page, book: BookIndex): DocumentLink[] {
  const found: DocumentLink[] = [];
  for (const placed of placedReferences(page)) {
    const { reference, link } = placed;
    if (reference.form === 'markdown') continue;
    const destination = destinationOf(placed, page, book);
    const target = destination && (destination.path === page.path ? page : book.page(destination.path));
    if (!destination) continue;
    const range = { start: reference.range.start, end: (link?.headingRange ?? reference.range).end };
    // The items of a list that an alias repeats all stand at the alias.
    if (found.some((other) => compareRanges(other.range, range) === 0)) continue;
    const type = target && pageType(target.type);
    const name = target?.title ?? destination.path;
    const tooltip = type ? t`Open “${name}” (${typeName(type.id)})` : t`Open “${name}”`;
    found.push({ range, ...destination, tooltip });
  }
  return found;
}
