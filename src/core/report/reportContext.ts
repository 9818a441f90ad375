import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import type { Finding, SeverityOrOff } from '../model/finding';
import type { Page } from '../model/page';
import { BookChecker } from '../rules/bookChecker';
import { type Inline, type PageNaming, pageLink } from './document';

/** What the parts of a report look at. */
export interface ReportContext {
  readonly book: BookIndex;
  /** The day as of which everything is told. */
  readonly today: CalendarDate;
  /** The findings of the whole book on that day, by path and place. */
  findings(): readonly Finding[];
  /** A page as the report names it. */
  link(page: Page): Inline;
  /** The same within a table. */
  linkInTable(page: Page): Inline;
}

export interface ReportOptions {
  readonly book: BookIndex;
  readonly today: CalendarDate;
  /** Severities that win over the book’s own. */
  readonly severities?: ReadonlyMap<string, SeverityOrOff>;
  readonly naming: PageNaming;
}

export function reportContext({ book, today, severities, naming }: ReportOptions): ReportContext {
  let findings: readonly Finding[] | undefined;
  const link = (page: Page, isInTable: boolean): Inline =>
    naming === 'plain' ? page.title : pageLink(page, book.pageWithId(page.id) === page, isInTable);
  return {
    book,
    today,
    findings() {
      findings ??= new BookChecker(book, { today, ...(severities ? { severities } : {}) }).findings();
      return findings;
    },
    link: (page) => link(page, false),
    linkInTable: (page) => link(page, true),
  };
}
