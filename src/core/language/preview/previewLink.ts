import { pageFacts } from '../../analysis/pageFact';
import { relativePath } from '../../edit/linkText';
import type { BookIndex } from '../../index/bookIndex';
import { wikiPaths } from '../../index/fileNames';
import { namesOtherFile } from '../../index/references';
import type { CalendarDate } from '../../model/calendarDate';
import { joined, ours, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { pageType } from '../../schema/schema';
import { HeadingNames } from '../navigation/headings';

/** The book that a rendered page belongs to, as of a day. */
export interface PreviewContext {
  readonly index: BookIndex;
  /** The rendered page’s path from the book’s root. */
  readonly path: string;
  readonly today: CalendarDate;
}

/** A reference as a reader sees it. */
export interface PreviewLink {
  readonly text: string;
  /** What the page is and what is to be known of it first; of a broken link what is wrong. */
  readonly tooltip: Text;
  /** Relative and percent-encoded, made of known paths alone; absent where the link is broken or plain. */
  readonly href?: string;
  /** True where the page is there and its heading is not. */
  readonly lacksHeading?: true;
  /** True for a file that the book does not know, there or not. */
  readonly isPlain?: true;
}

export interface LinkTarget {
  /** Empty for a heading of the same page. */
  readonly id: string;
  readonly heading?: string | undefined;
  readonly label?: string | undefined;
}

/** What a wiki link, or a field that names a page, leads to. */
export function previewLink(target: LinkTarget, { index, path, today }: PreviewContext): PreviewLink {
  const { id, heading, label } = target;
  const page = id === '' ? index.page(path) : index.resolve({ target: { id, from: path } });
  if (!page) return { text: label ?? id, ...linkToFile(id, { index, path }) };
  const anchor = heading === undefined ? undefined : anchorOf(page, heading);
  const lacksHeading = heading !== undefined && anchor === undefined;
  const text = label ?? (heading === undefined ? page.title : `${page.title} › ${heading}`);
  return {
    text,
    tooltip: lacksHeading
      ? t`“${page.title}” has no heading “${heading}”.`
      : joined([...typeAndTitle(page), ...pageFacts(page, today, index.settings)], ' · '),
    href: hrefOf(path, page.path, anchor ?? ''),
    ...(lacksHeading ? { lacksHeading } : {}),
  };
}

function typeAndTitle({ type, title }: Page): Text[] {
  const known = pageType(type);
  return [...(known ? [ours(known.title)] : []), ...(title === '' ? [] : [title])];
}

function anchorOf(page: Page, heading: string): string | undefined {
  const names = new HeadingNames(page.body.headings);
  const place = names.indexOf(heading);
  return place < 0 ? undefined : `#${encodeURIComponent(names.anchorOf(place))}`;
}

/** What leads to no page: to a note, or to a file that the book does not know; else it is broken. */
function linkToFile(
  id: string,
  { index, path }: Pick<PreviewContext, 'index' | 'path'>,
): Omit<PreviewLink, 'text'> {
  const target = { id, from: path };
  const found = index.locate({ target });
  if (found && 'path' in found) return { tooltip: found.path, href: hrefOf(path, found.path, '') };
  const isUnknown =
    namesOtherFile({ target }) ||
    (id.includes('/') && wikiPaths(id, path).some((one) => index.isNotLookedInto(one)));
  return isUnknown
    ? { tooltip: id, isPlain: true }
    : { tooltip: t`This book has no page with the id “${id}”.` };
}

function hrefOf(from: string, to: string, anchor: string): string {
  if (to === from && anchor !== '') return anchor;
  const relative = relativePath(from, to);
  // A first segment with a colon would read as a scheme.
  const start = relative.startsWith('../') ? '' : './';
  return start + relative.split('/').map(encodeURIComponent).join('/') + anchor;
}
