import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Book, Library } from '../core/index/library';
import type { CalendarDate } from '../core/model/calendarDate';
import type { Finding } from '../core/model/finding';
import { ruleWithId } from '../core/rules/allRules';
import { BookChecker } from '../core/rules/bookChecker';
import { type BookCase, parseBookCases } from './bookCases';
import { english } from './english';

/** A book that a rule finds fault with, and the same book fixed. */
export interface RuleExample {
  readonly rule: string;
  readonly today: CalendarDate;
  readonly bad: BookCase;
  readonly good: BookCase;
}

export const examplesFolder = join(__dirname, '../../docs/rules/examples');
const ending = '.txt';
const plainBook = '---\ntype: book\n---\n';

/** The rules for which an example is written, in order of their ids. */
export function rulesWithExample(): string[] {
  return readdirSync(examplesFolder)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** @throws Error where the example is missing or does not hold one bad and one good book of the same day */
export function readRuleExample(rule: string): RuleExample {
  const name = `${rule}${ending}`;
  return parseRuleExample(rule, readFileSync(join(examplesFolder, name), 'utf8'));
}

export function parseRuleExample(rule: string, text: string): RuleExample {
  const cases = parseBookCases(text, `${rule}${ending}`);
  const [bad, good] = cases;
  if (cases.length !== 2 || bad?.name !== 'bad' || good?.name !== 'good') {
    throw new Error(`The example of ${rule} needs two books, “===== bad” and “===== good”.`);
  }
  if (bad.today !== good.today) throw new Error(`The two books of ${rule} are looked at on different days.`);
  return { rule, today: bad.today, bad, good };
}

/** All findings in a book of an example; a plain `book.md` stands in where the example has none. */
export function findingsInExample(example: BookCase): Finding[] {
  return new BookChecker(bookOfExample(example).index, { today: example.today }).findings();
}

/** The titles of the quick fixes that the rule offers for a finding, best first. */
export function fixTitles(finding: Finding, example: BookCase): string[] {
  const book = bookOfExample(example).index;
  const page = book.page(finding.path);
  const context = { book, settings: book.settings, today: example.today };
  const plans = page ? ruleWithId(finding.rule)?.fixes?.(finding, page, context) : undefined;
  return (plans ?? []).map(({ title }) => english.say(title));
}

function bookOfExample({ files, file, name }: BookCase): Book {
  const library = new Library();
  for (const [path, text] of new Map([['book.md', plainBook], ...files])) library.setFile(path, text);
  const book = library.book('');
  if (!book) throw new Error(`${file}: ${name} holds no book at its root`);
  return book;
}
