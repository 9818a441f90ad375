import type { Command } from 'commander';
import type { CalendarDate } from '../../core/model/calendarDate';
import { joined, type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { enumeration } from '../../core/model/texts';
import { onePagerHtml, reviewHtml } from '../../core/report/html/reportHtml';
import { onePagerOf } from '../../core/report/onePager/onePager';
import { reviewOf } from '../../core/report/review/review';
import { newReviewText, reviewPageOf, updateReview } from '../../core/report/review/reviewPage';
import {
  type PeriodKind,
  periodKinds,
  periodNamed,
  periodOf,
  type ReviewPeriod,
} from '../../core/report/reviewPeriod';
import { openOneBook } from '../openBooks';
import { choiceOption, dayOption, didYouMean, folderArgument } from '../options';
import { plainHtml, plainMarkdown } from '../plainText';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const formats = ['markdown', 'html'] as const;
type Format = (typeof formats)[number];

export interface ReportOptions {
  readonly week?: string;
  readonly month?: string;
  readonly quarter?: string;
  /** The id of a product. */
  readonly product?: string;
  readonly today?: CalendarDate;
  readonly format?: Format;
}

type OneBook = Awaited<ReturnType<typeof openOneBook>>;

const help = t`
Without --week, --month, --quarter or --product it is the review of this week.
A past week is told as of its last day, this one as of today.

As Markdown, a review is printed as the page that the editor’s “Write Weekly
Review” would write: where the book has the page already, your own words in it
stay. As HTML it is one page for mail and print that needs nothing else.

Examples:
  status-book report                                          this week
  status-book report --week 2026-W47 --format html > w47.html
  status-book report --month 2026-11                          November
  status-book report --quarter 2026-Q4 --format html > q4.html
  status-book report --product lamp-a2 --format html > lamp.html`;

export function addReport(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('report')
    .summary(say(t`the review of a week, month or quarter; one page on a product`))
    .description(say(t`Prints the review of a week, a month or a quarter, or the one-pager of a product.`))
    .addArgument(folderArgument())
    .option('--week <week>', say(t`an ISO week, as YYYY-Www`))
    .option('--month <month>', say(t`a month, as YYYY-MM`))
    .option('--quarter <quarter>', say(t`a quarter, as YYYY-Qn`))
    .option('--product <id>', say(t`the one-pager of a product instead`))
    .option(
      '--today <day>',
      say(t`the day to look from, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .option(
      '--format <format>',
      say(t`markdown for the book, html for mail and print`),
      choiceOption('--format', formats),
      'markdown',
    )
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: ReportOptions) => done(await report(folder, options, terminal)));
}

export async function report(folder: string, options: ReportOptions, terminal: Terminal): Promise<ExitCode> {
  const today = options.today ?? terminal.today;
  const period = wantedPeriod(options, today);
  const open = await openOneBook(folder, terminal);
  const format = options.format ?? 'markdown';
  const text =
    options.product === undefined
      ? reviewText(open, period, today, format, terminal)
      : onePagerText(open, options.product, today, format);
  terminal.out(format === 'html' ? plainHtml(text) : plainMarkdown(text));
  return 0;
}

const periodExamples: Readonly<Record<PeriodKind, Text>> = {
  week: t`an ISO week such as 2026-W47`,
  month: t`a month such as 2026-11`,
  quarter: t`a quarter such as 2026-Q4`,
};

/** @throws Refusal for several periods, one that is none, and one that has not begun */
function wantedPeriod(options: ReportOptions, today: CalendarDate): ReviewPeriod {
  const given = [...periodKinds, 'product' as const].filter((name) => options[name] !== undefined);
  if (given.length > 1) {
    throw new Refusal(t`Give only one of ${enumeration(given.map((name) => `--${name}`))}.`);
  }
  const kind = periodKinds.find((name) => options[name] !== undefined);
  if (kind === undefined) return periodOf('week', today);
  const id = options[kind] ?? '';
  const period = periodNamed(kind, id);
  if (!period) throw new Refusal(t`--${kind} takes ${periodExamples[kind]}, not “${id}”.`);
  if (period.from > today) {
    throw new Refusal(
      t`${period.title} begins on ${period.from}, after ${today}; there is nothing to tell yet.`,
    );
  }
  return period;
}

function reviewText(
  { book, library }: OneBook,
  period: ReviewPeriod,
  today: CalendarDate,
  format: Format,
  terminal: Terminal,
): string {
  const review = reviewOf(period, { book: book.index, today });
  const { path, existing } = reviewPageOf(book.index, period);
  const before = existing && library.textOf(library.pathOf(book, path));
  let text = newReviewText(review, say);
  if (before !== undefined) {
    const update = updateReview(path, before, review, true, say);
    text = update.text;
    for (const line of remarks(path, update)) terminal.warn(joined(['status-book', line], ': '));
  }
  return format === 'html' ? reviewHtml(text, book.index, say(period.title), say, period) : text;
}

function remarks(path: string, { damaged, changed }: ReturnType<typeof updateReview>): Text[] {
  const named = (titles: readonly Text[]): Text => enumeration(titles.map((title) => t`“${title}”`));
  const lines: Text[] = [];
  if (changed.length > 0) {
    lines.push(
      t`${path}: ${named(changed)} was changed by hand between its marks and is printed as it stands.`,
    );
  }
  if (damaged.length > 0) {
    lines.push(
      t`${path}: the marks of ${named(damaged)} are damaged, so it is printed as it stands. Delete what is left of them to have it written anew.`,
    );
  }
  return lines;
}

function onePagerText({ book, library }: OneBook, id: string, today: CalendarDate, format: Format): string {
  const page = book.index.pagesWithId(id).find(({ type }) => type === 'product');
  if (!page) {
    const ids = book.index.pagesOfType('product').map((product) => product.id);
    const near = didYouMean(id, ids);
    const hint = near.length > 0 || ids.length === 0 ? near : [t`The products are ${ids.join(', ')}.`];
    throw new Refusal(joined([t`There is no product “${id}” in this book.`, ...hint], ' '));
  }
  const text = library.textOf(library.pathOf(book, page.path)) ?? '';
  const markdown = onePagerOf(page, text, { book: book.index, today }, say);
  return format === 'html' ? onePagerHtml(markdown, book.index, page.title, say) : markdown;
}
