import type { BookIndex } from '../../../src/core/index/bookIndex';
import { Library } from '../../../src/core/index/library';
import type { Finding } from '../../../src/core/model/finding';
import { applyEdits, type Range } from '../../../src/core/model/text';
import { BookChecker, type CheckOptions } from '../../../src/core/rules/bookChecker';

/** The fixed day of all tests: a Monday. */
export const today = '2026-11-23';

export type Files = Readonly<Record<string, string>>;

export const plainBook = '---\ntype: book\n---\n';

/**
 * The front matter of a page on which no rule finds anything, for tests that are about something else: a new rule breaks
 * only what it should. Asserted in test/unit/rules/quietPage.test.ts.
 */
export const quiet = 'type: decision\nsize: minor\nopened: 2026-11-20';

/** A page on which no rule finds anything but what its body and its further fields bring along. */
export function quietPage(body = '', ...moreFields: string[]): string {
  return page([quiet, ...moreFields].join('\n'), body);
}

/** The lines as a text that ends with a line ending. */
export function lines(...all: string[]): string {
  return `${all.join('\n')}\n`;
}

/** A page from its front matter and body. */
export function page(frontMatter: string, body = ''): string {
  return `---\n${frontMatter.trim()}\n---\n${body}`;
}

/** A log page whose `Time` section holds these entries. */
export function log(date: string, ...entries: string[]): string {
  return page(`type: log\ndate: ${date}`, lines('## Time', ...entries.map((entry) => `- ${entry}`)));
}

export function libraryOf(files: Files): Library {
  const library = new Library();
  for (const [path, text] of Object.entries(files)) library.setFile(path, text);
  return library;
}

/** The book at the root of some files; a plain `book.md` is added where there is none. */
export function bookOf(files: Files): BookIndex {
  const book = libraryOf({ 'book.md': plainBook, ...files }).book('');
  if (!book) throw new Error('These files hold no book at their root');
  return book.index;
}

export function checkerOf(files: Files, options: Partial<CheckOptions> = {}): BookChecker {
  return new BookChecker(bookOf(files), { today, ...options });
}

/** The findings of one rule in a small book. */
export function findingsOf(rule: string, files: Files, options: Partial<CheckOptions> = {}): Finding[] {
  return checkerOf(files, options)
    .findings()
    .filter((finding) => finding.rule === rule);
}

/** `path:line rule severity`, with lines from 1: findings in brief. */
export function inBrief(findings: readonly Finding[]): string[] {
  return findings.map(
    ({ path, range, rule, severity }) => `${path}:${range.start.line + 1} ${rule} ${severity}`,
  );
}

/** The characters that a range covers. */
export function textAt(text: string, range: Range): string {
  const mark = '\u0001';
  const marked = applyEdits(text, [
    { range: { start: range.start, end: range.start }, newText: mark },
    { range: { start: range.end, end: range.end }, newText: mark },
  ]);
  return marked.split(mark)[1] ?? '';
}
