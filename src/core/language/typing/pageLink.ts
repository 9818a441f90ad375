import { yamlFlowScalar } from '../../edit/yamlText';
import type { BookIndex } from '../../index/bookIndex';
import { plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { LineMap, type Position } from '../../model/text';
import { enumeration } from '../../model/texts';

/** What is inserted for pages that are dropped or pasted. */
export interface PageLink {
  readonly text: string;
  readonly title: Text;
}

/**
 * The text that refers to some pages of the book from a place in a page of it: a wiki link, or the bare id in front
 * matter and where `[[` is typed already. Undefined where an id would not mean the page, and in the destination of a
 * Markdown link, which is a path.
 */
export function pageLinkAt(
  page: Page,
  text: string,
  position: Position,
  targets: readonly Page[],
  book: BookIndex,
): PageLink | undefined {
  if (targets.length === 0 || !targets.every((target) => isMeantById(target, book))) return undefined;
  const before = new LineMap(text).lineText(position.line).slice(0, position.character);
  if (before.lastIndexOf('](') > before.lastIndexOf(')')) return undefined;
  const ids = targets.map(({ id }) => id);
  const isInFrontMatter = position.line > 0 && position.line < page.bodyLine;
  if (isInFrontMatter) {
    const written = ids.map((id) => yamlFlowScalar(id, { kind: 'text' })).join(', ');
    return { text: written, title: t`Insert ${plural(ids.length, 'Page Id')}` };
  }
  const link = ids.map((id) => `[[${id}]]`).join(', ');
  const isInLink = before.lastIndexOf('[[') > before.lastIndexOf(']') && ids.length === 1;
  const title =
    targets.length > 2 ? plural(targets.length, 'Page') : enumeration(targets.map((target) => target.title));
  return { text: isInLink ? ids.join() : link, title: t`Insert Link to ${title}` };
}

/** The paths that a text consists of, one on each line; none where it is anything else than paths of Markdown files. */
export function pagePaths(text: string): string[] {
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim().replace(/^"(.*)"$/, '$1'))
    .filter((line) => line !== '');
  const arePaths =
    lines.length > 0 && lines.length <= maxPaths && lines.every((line) => /[^/\\]\.md$/i.test(line));
  return arePaths ? lines.map((line) => line.replaceAll('\\', '/')) : [];
}

const maxPaths = 50;

function isMeantById(target: Page, book: BookIndex): boolean {
  return !/[[\]|#]/.test(target.id) && book.pageWithId(target.id)?.path === target.path;
}
