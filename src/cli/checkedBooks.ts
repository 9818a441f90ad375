import type { Book } from '../core/index/library';
import type { CalendarDate } from '../core/model/calendarDate';
import type { Finding, SeverityOrOff } from '../core/model/finding';
import { getOrMake } from '../core/model/maps';
import { BookChecker, compareFindings } from '../core/rules/bookChecker';
import type { RuleContext } from '../core/rules/rule';
import { findingIdentity } from './baseline/findingIdentity';
import { checkoutPaths } from './checkoutPaths';
import type { CheckedFinding, CheckResult } from './formats/checkResult';
import { LinesOfFiles } from './linesOfFiles';
import type { OpenBooks } from './openBooks';

export interface CheckedBooksOptions {
  readonly today: CalendarDate;
  /** Severities that win over the book's own. */
  readonly severities?: ReadonlyMap<string, SeverityOrOff>;
  /** The root of the checkout that a build server works in. */
  readonly checkout?: string | undefined;
}

/** The books of a folder with their findings, which follow when a page gets another text. */
export class CheckedBooks {
  private readonly checkers = new Map<Book, BookChecker>();

  constructor(
    readonly open: OpenBooks,
    private readonly options: CheckedBooksOptions,
  ) {}

  /** By root. */
  books(): readonly Book[] {
    return this.open.library.books();
  }

  checkerOf(book: Book): BookChecker {
    const { today, severities = new Map() } = this.options;
    return getOrMake(this.checkers, book, () => new BookChecker(book.index, { today, severities }));
  }

  contextOf({ index }: Book): RuleContext {
    return { book: index, settings: index.settings, today: this.options.today };
  }

  /** Sets the text of a page; `path` is from the folder. */
  setText(path: string, text: string): void {
    for (const { book, change } of this.open.library.setFile(path, text).changes) {
      this.checkers.get(book)?.update([change]);
    }
  }

  /** @param needsTitles works out fixes first, so that a failure of that is among the findings */
  result(needsTitles = false): CheckResult {
    const books = this.books();
    const findings = books.flatMap((book) => this.findingsOf(book, needsTitles));
    return {
      today: this.options.today,
      books: books.length,
      pages: books.reduce((sum, { index }) => sum + index.pageCount, 0),
      findings: books.length > 1 ? findings.sort(compareFindings) : findings,
      checkoutPath: checkoutPaths(this.open.folder, this.options.checkout),
    };
  }

  private findingsOf(book: Book, needsTitles: boolean): CheckedFinding[] {
    const { library } = this.open;
    const checker = this.checkerOf(book);
    const bookFile = library.pathOf(book, 'book.md');
    const lines = new LinesOfFiles((path) => library.textOf(path));
    const titles = new Map<Finding, readonly string[]>();
    const titlesOf = (finding: Finding): readonly string[] =>
      getOrMake(titles, finding, () => checker.fixesOf(finding).map(({ title }) => title));
    if (needsTitles) for (const finding of checker.findings()) titlesOf(finding);
    return checker.findings().map((finding) => {
      const path = library.pathOf(book, finding.path);
      return {
        ...finding,
        path,
        ...(finding.related
          ? {
              related: finding.related.map((place) => ({
                ...place,
                path: library.pathOf(book, place.path),
              })),
            }
          : {}),
        fixes: () => titlesOf(finding),
        identity: () =>
          findingIdentity(finding, path, bookFile, lines.lineOf({ path, range: finding.range })),
      };
    });
  }
}
