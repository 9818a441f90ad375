import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { Text } from '../../../src/core/model/message';
import { Refusal } from '../../../src/core/model/refusal';
import { type Review, reviewOf } from '../../../src/core/report/review/review';
import { type PeriodKind, periodNamed, type ReviewPeriod } from '../../../src/core/report/reviewPeriod';
import { Words } from '../../../src/core/words/words';
import { bookOf, type Files, today } from '../support/books';
import { english } from '../support/english';

export const sampleFolder = join(__dirname, '../../../examples/aquelle');

/** The files of the sample book. */
export function sampleFiles(): Record<string, string> {
  const paths = readdirSync(sampleFolder, { recursive: true }).map(String);
  return Object.fromEntries(
    paths
      .filter((path) => path.endsWith('.md'))
      .map((path) => [path.split(sep).join('/'), readFileSync(join(sampleFolder, path), 'utf8')]),
  );
}

export function period(id: string): ReviewPeriod {
  const kind: PeriodKind = id.includes('W') ? 'week' : id.includes('Q') ? 'quarter' : 'month';
  const found = periodNamed(kind, id);
  if (!found) throw new Error(`${id} is no ${kind}`);
  return found;
}

/** As an English reader sees it. */
export function say(text: Text): string {
  return english.say(text);
}

/** As it reads in another language: each text of ours in brackets. */
export function sayElsewhere(text: Text): string {
  return elsewhere.say(text);
}

const elsewhere = new Words('en', (pattern) => `⟦${pattern}⟧`);

/** True for the refusal whose words match. */
export function refusal(words: RegExp): (error: unknown) => boolean {
  return (error) => error instanceof Refusal && words.test(say(error.text));
}

export function review(id: string, book: BookIndex | Files, day = today): Review {
  return reviewOf(period(id), {
    book: 'pages' in book ? (book as BookIndex) : bookOf(book as Files),
    today: day,
  });
}
