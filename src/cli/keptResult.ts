import type { CalendarDate } from '../core/model/calendarDate';
import { findingIdentity } from './baseline/findingIdentity';
import type { BookTexts } from './bookReader';
import type { KeptResult } from './cache/checkCache';
import { checkoutPaths } from './checkoutPaths';
import type { CheckResult } from './formats/checkResult';
import { LinesOfFiles } from './linesOfFiles';

/** What a result is made of again, beside what was kept of it. */
export interface ResultContext {
  readonly folder: string;
  readonly today: CalendarDate;
  readonly texts: BookTexts;
  /** The root of the checkout that a build server works in. */
  readonly checkout?: string | undefined;
}

/** @param books the roots of the books */
export function keptOf({ pages, findings }: CheckResult, books: readonly string[]): KeptResult {
  return {
    books,
    pages,
    findings: findings.map(({ fixes, identity: _identity, ...finding }) => ({ ...finding, titles: fixes() })),
  };
}

/** The result as it was when it was kept. */
export function resultOf(
  { books, pages, findings }: KeptResult,
  { folder, today, texts, checkout }: ResultContext,
): CheckResult {
  const lines = new LinesOfFiles(texts);
  return {
    today,
    books: books.length,
    pages,
    findings: findings.map(({ titles, ...finding }) => ({
      ...finding,
      fixes: () => titles,
      identity: () =>
        findingIdentity(finding, finding.path, bookFileOf(finding.path, books), lines.lineOf(finding)),
    })),
    checkoutPath: checkoutPaths(folder, checkout),
  };
}

/** The `book.md` of the innermost book around a path. */
function bookFileOf(path: string, books: readonly string[]): string {
  const around = books.filter((root) => root === '' || path.startsWith(`${root}/`));
  const innermost = around.sort((a, b) => b.length - a.length)[0] ?? '';
  return innermost === '' ? 'book.md' : `${innermost}/book.md`;
}
