import type { Book } from '../../index/library';
import { t } from '../../model/message';
import type { Page } from '../../model/page';
import { Refusal } from '../../model/refusal';
import { applyEdits, compareRanges, compareText, contains, type TextEdit } from '../../model/text';
import { parsePage } from '../../parse/parsePage';
import { HeadingNames } from '../navigation/headings';
import { linksTo } from '../navigation/references';
import { type PlacedReference, placedReferences } from '../navigation/targetPlace';
import { pathInBook, pathInLibrary } from './bookPaths';
import { localLinks } from './localLinks';
import { RenameRefused } from './newId';
import type { PlannedRename } from './plannedRename';

/**
 * Gives a heading another text. Links that name it follow: `[[id#Heading]]` by its text, `path.md#heading` and `#heading`
 * by its anchor; so do links to equal headings whose anchors are numbered otherwise from then on.
 *
 * @param index the heading’s place among the page’s headings
 * @param source the page’s text as it is now
 * @throws RenameRefused where the text cannot be that of a heading
 */
export function planHeadingRename(
  page: Page,
  index: number,
  typed: string,
  source: string,
  book: Book,
  others: readonly Page[] = [],
): PlannedRename | undefined {
  const path = pathInLibrary(book, page.path);
  const before = parsePage(path, source);
  const heading = before?.body.headings[index];
  if (!before || !heading) throw new RenameRefused(t`The heading is no longer there. Please try again.`);
  const edit: TextEdit = { range: heading.range, newText: headingText(typed) };
  const after = parsePage(path, applyEdits(source, [edit]));
  const renamed = after?.body.headings[index];
  const isHeading =
    after?.body.headings.length === before.body.headings.length && renamed?.level === heading.level;
  if (!after || !isHeading || renamed.text === '') {
    throw new RenameRefused(t`“${typed.trim()}” cannot be the text of a heading. Choose another one.`);
  }
  const rename = new HeadingRename(path, before, after, index, book);
  const linking = linksTo(page, book.index).map((link) => pathInLibrary(book, link.path));
  const pages = new Set([path, ...linking, ...others.map((other) => other.path)]);
  return {
    pages: [...pages].sort(compareText),
    editsOf: (from, text) => (from === path ? rename.ownEdits(source, edit) : rename.editsOf(from, text)),
  };
}

function headingText(typed: string): string {
  const text = typed.trim();
  if (text === '') throw new RenameRefused(t`A heading cannot be empty.`);
  return text;
}

class HeadingRename {
  private readonly before: HeadingNames;
  private readonly after: HeadingNames;

  constructor(
    private readonly path: string,
    private readonly page: Page,
    renamed: Page,
    private readonly index: number,
    private readonly book: Book,
  ) {
    this.before = new HeadingNames(page.body.headings);
    this.after = new HeadingNames(renamed.body.headings);
  }

  /** The edits of the page itself: its heading, and its links to its own headings. */
  ownEdits(source: string, heading: TextEdit): TextEdit[] {
    const local = localLinks(withoutMark(source), this.page.bodyLine).flatMap(({ anchor, range }) => {
      const name = this.newName(anchor, 'markdown');
      return name === undefined ? [] : [{ range, newText: name }];
    });
    const links = [...this.linkEdits(this.page), ...local].filter(
      ({ range }) => !contains(heading.range, range.start),
    );
    const edits = [heading, ...links].sort((a, b) => compareRanges(a.range, b.range));
    this.verify(this.page, source, edits);
    return edits;
  }

  /** The edits of another page, which may link to the heading. */
  editsOf(path: string, source: string): TextEdit[] {
    const page = parsePage(path, source);
    if (!page) return [];
    const edits = this.linkEdits(page);
    if (edits.length > 0) this.verify(page, source, edits);
    return edits;
  }

  private linkEdits(page: Page): TextEdit[] {
    return this.linksOf(page).flatMap(({ link }) => {
      if (link?.heading === undefined || !link.headingRange) return [];
      const name = this.newName(link.heading, link.form);
      return name === undefined ? [] : [{ range: link.headingRange, newText: name }];
    });
  }

  /** The links of a page that name a heading of the renamed page. */
  private linksOf(page: Page): PlacedReference[] {
    const { index } = this.book;
    return placedReferences(page).filter(({ reference: { target }, link }) => {
      if (link?.heading === undefined) return false;
      if ('path' in target) return target.path === this.path;
      const meant = index.resolve({ target: inBook(target, this.book) })?.path;
      return meant === undefined ? target.id === this.page.id : meant === pathInBook(this.book, this.path);
    });
  }

  /** How a link names its heading from now on; undefined where it stays as it is. */
  private newName(name: string, form: 'wiki' | 'markdown'): string | undefined {
    const { before, after } = this;
    const index = before.indexOf(name);
    if (index < 0 || (index !== this.index && after.indexOf(name) === index)) return undefined;
    const text = after.headings[index]?.text ?? '';
    const byText = form === 'wiki' && before.isText(name) && !/[[\]|]/.test(text);
    const isMeant = byText && after.indexOf(text) === index;
    const anchor = after.anchorOf(index);
    const newName = isMeant ? text : /%[\da-f]{2}/i.test(name) ? encodeURIComponent(anchor) : anchor;
    return newName === name ? undefined : newName;
  }

  /** Refuses edits after which a link of the page would name another heading than before. */
  private verify(page: Page, source: string, edits: readonly TextEdit[]): void {
    const after = parsePage(page.path, applyEdits(source, edits));
    const was = this.linksOf(page).map(({ link }) => this.before.indexOf(link?.heading ?? ''));
    const is = after && this.linksOf(after).map(({ link }) => this.after.indexOf(link?.heading ?? ''));
    const isRight = is && was.length === is.length && was.every((index, at) => index < 0 || index === is[at]);
    if (!isRight) {
      throw new Refusal(t`${page.path} could not be changed safely. Please change it by hand.`);
    }
  }
}

/** A target of a page whose path is the library’s. */
function inBook(target: { readonly id: string; readonly from?: string }, book: Book) {
  return target.from === undefined ? target : { ...target, from: pathInBook(book, target.from) };
}

function withoutMark(source: string): string {
  return source.charCodeAt(0) === 0xfeff ? source.slice(1) : source;
}
