import type { Book } from '../core/index/library';
import type { CalendarDate } from '../core/model/calendarDate';
import type { Finding, SeverityOrOff } from '../core/model/finding';
import { getOrMake } from '../core/model/maps';
import { BookChecker, compareFindings } from '../core/rules/bookChecker';
import type { RuleContext } from '../core/rules/rule';
import { findingIdentity } from './baseline/findingIdentity';
import { checkoutPaths } from './checkoutPaths';
import type { CheckResult } from './formats/checkResult';
import { LinesOfFiles } from './linesOfFiles';
import type { OpenBooks } from './openBooks';
import { say } from './words';

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
    const sources = new Map<Finding, Source>();
    const titles = new Map<Finding, readonly string[]>();
    const findings = books.flatMap((book) =>
      this.findingsOf(book, needsTitles ? titles : undefined, sources),
    );
    const { library, folder } = this.open;
    const lines = new LinesOfFiles((path) => library.textOf(path));
    const sourceOf = (finding: Finding): Source =>
      sources.get(finding) ?? { book: books[0] as Book, own: finding };
    return {
      today: this.options.today,
      books: books.length,
      pages: books.reduce((sum, { index }) => sum + index.pageCount, 0),
      findings: books.length > 1 ? findings.sort(compareFindings) : findings,
      fixesOf: (finding) => {
        const { book, own } = sourceOf(finding);
        return titles.get(own) ?? titlesOf(this.checkerOf(book), own);
      },
      identityOf: (finding) =>
        findingIdentity(
          finding,
          finding.path,
          library.pathOf(sourceOf(finding).book, 'book.md'),
          lines.lineOf(finding),
        ),
      checkoutPath: checkoutPaths(folder, this.options.checkout),
    };
  }

  private findingsOf(
    book: Book,
    titles: Map<Finding, readonly string[]> | undefined,
    sources: Map<Finding, Source>,
  ): readonly Finding[] {
    const checker = this.checkerOf(book);
    let findings = checker.findings();
    if (titles) {
      for (const finding of findings) titles.set(finding, titlesOf(checker, finding));
      if (checker.fixesFailed) findings = checker.findings();
    }
    // The one book at the root is the usual case: its paths are from the folder already.
    if (book.root === '' && this.books().length === 1) return findings;
    const { library } = this.open;
    const fromFolder = <T extends { readonly path: string }>(place: T): T => ({
      ...place,
      path: library.pathOf(book, place.path),
    });
    return findings.map((own) => {
      const finding = {
        ...fromFolder(own),
        ...(own.related ? { related: own.related.map(fromFolder) } : {}),
      };
      sources.set(finding, { book, own });
      return finding;
    });
  }
}

/** The book of a finding, and the finding as its checker has it. */
interface Source {
  readonly book: Book;
  readonly own: Finding;
}

function titlesOf(checker: BookChecker, finding: Finding): string[] {
  return checker.fixesOf(finding).map(({ title }) => say(title));
}
