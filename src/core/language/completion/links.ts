import { relativePath } from '../../edit/linkText';
import { parsePage } from '../../parse/parsePage';
import type { MarkdownLinkPlace, WikiLinkPlace } from '../place';
import { type CompletionContext, type CompletionItem, type CompletionList, listOf } from './completionItem';
import { findPages, pageItem } from './pageItems';

/** Ids between `[[` and `]]`, and headings behind `#`; a label is the user’s own. */
export function wikiLinksAt(place: WikiLinkPlace, context: CompletionContext): CompletionList | undefined {
  const { book, path } = context;
  const { range, isClosed } = place;
  const end = isClosed ? '' : ']]';
  if (place.part === 'heading') {
    return listOf(
      headingsOf(place.target, context).map((heading) => ({
        label: heading,
        kind: 'heading',
        newText: heading + end,
      })),
      range,
    );
  }
  if (place.part === 'label') return undefined;
  const found = findPages(book, 'any', place.text, (page) => page.path === path || /[[\]|#]/.test(page.id));
  const items = found.pages.map((page) => pageItem(page, context, page.id + end));
  return listOf(items, range, found.isIncomplete);
}

/** Relative paths in the destination of a Markdown link. */
export function markdownLinksAt(place: MarkdownLinkPlace, context: CompletionContext): CompletionList {
  const { book, path } = context;
  const { range, text, isClosed } = place;
  const written = decoded(text).replace(/^(?:\.{1,2}\/)+/, '');
  const typed = written.includes('/') ? '' : written.replace(/\.md$/, '');
  const found = findPages(book, 'any', typed, (page) => page.path === path);
  const items = found.pages.map((page): CompletionItem => {
    const link = encodedPath(relativePath(path, page.path));
    const item = pageItem(page, context, link + (isClosed ? '' : ')'));
    return { ...item, label: link, filterText: `${link} ${item.filterText ?? ''}` };
  });
  return listOf(items, range, found.isIncomplete);
}

function headingsOf(id: string, { book, path, text }: CompletionContext): string[] {
  const target = id === '' ? book.page(path) : book.resolve({ target: { id, from: path } });
  // The page itself may have headings that the book does not know yet.
  const page = id === '' || target?.path === path ? parsePage(path, text) : target;
  const headings = page?.body.headings.map((heading) => heading.text) ?? [];
  return [...new Set(headings)].filter((heading) => heading !== '' && !/[[\]|]/.test(heading));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A path as it may stand in a link: letters of every script stay, what would end or change the link does not. */
function encodedPath(path: string): string {
  return path.replace(/[\s%#?<>\\()[\]"`]/g, (character) =>
    character === '(' || character === ')'
      ? `%${character.charCodeAt(0).toString(16)}`
      : encodeURIComponent(character),
  );
}
