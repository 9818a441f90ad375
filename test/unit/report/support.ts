import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { type Review, reviewOf } from '../../../src/core/report/review/review';
import { type PeriodKind, periodNamed, type ReviewPeriod } from '../../../src/core/report/reviewPeriod';
import { bookOf, type Files, today } from '../support/books';

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

export function review(id: string, book: BookIndex | Files, day = today): Review {
  return reviewOf(period(id), {
    book: 'pages' in book ? (book as BookIndex) : bookOf(book as Files),
    today: day,
  });
}
