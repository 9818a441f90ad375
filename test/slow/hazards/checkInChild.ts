/**
 * Checks a book in a process of its own, so that an input that kills the process fails one test only. Reads
 * `{files, times}` as JSON from standard input, checks the book so often, prints the findings of the last time.
 */
import { readFileSync } from 'node:fs';
import { Library } from '../../../src/core/index/library';
import type { Finding } from '../../../src/core/model/finding';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { english } from '../../unit/support/english';

/** A file as text, or as a text with a line repeated behind it, for files too long to hand over. */
export type ChildFile = string | { readonly text: string; readonly line: string; readonly count: number };

interface Input {
  readonly files: Readonly<Record<string, ChildFile>>;
  readonly times: number;
}

const { files, times } = JSON.parse(readFileSync(0, 'utf8')) as Input;
let findings: Finding[] = [];
let pages = 0;
for (let time = 0; time < times; time++) {
  const library = new Library();
  for (const [path, file] of Object.entries(files)) library.setFile(path, textOf(file));
  const book = library.book('')?.index;
  if (!book) throw new Error('There is no book');
  findings = new BookChecker(book, { today: '2026-11-23' }).findings();
  pages = book.pageCount;
}
const brief = findings.map(({ path, range, rule, message }) => ({
  path,
  line: range.start.line + 1,
  rule,
  message: english.say(message),
}));
process.stdout.write(JSON.stringify({ pages, findings: brief }));

function textOf(file: ChildFile): string {
  return typeof file === 'string' ? file : file.text + file.line.repeat(file.count);
}
