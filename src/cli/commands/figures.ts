import type { Command } from 'commander';
import { figuresOf } from '../../core/analysis/figures';
import type { CalendarDate } from '../../core/model/calendarDate';
import { t } from '../../core/model/message';
import { figuresCsv } from '../formats/figuresCsv';
import { figuresJson } from '../formats/figuresJson';
import type { FiguresResult } from '../formats/figuresResult';
import { openOneBook } from '../openBooks';
import { choiceOption, dayOption, folderArgument } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const formats = { json: figuresJson, csv: figuresCsv };
type Format = keyof typeof formats;

export interface FiguresOptions {
  readonly today?: CalendarDate;
  readonly format?: Format;
}

const help = t`
What is computed from the book: the trend of your time, how fresh pages are,
sales and spending against plan, trust between departments, how good your
predictions were, unhappy customers, what improvements and line changes bring,
and the last contacts. Shares are fractions of 1, a slope is a share per week,
ages are days; what cannot be told yet is empty (null in JSON).

Examples:
  status-book figures > figures.json                     for other programs
  status-book figures --format csv > figures.csv         for a spreadsheet
  status-book figures my-book --today 2026-11-23         as of that day

In CSV, every line is one number: the analysis, what it is about, what is
measured and its value. Filter by the first column.`;

export function addFigures(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('figures')
    .summary(say(t`all that is computed from the book, as data`))
    .description(say(t`Prints every analysis of a status book as data.`))
    .addArgument(folderArgument())
    .option(
      '--today <day>',
      say(t`the day to look from, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .option(
      '--format <format>',
      say(t`json for programs, csv for spreadsheets`),
      choiceOption('--format', Object.keys(formats) as Format[]),
      'json',
    )
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: FiguresOptions) =>
      done(await figures(folder, options, terminal)),
    );
}

export async function figures(
  folder: string,
  options: FiguresOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const result = figuresResult(await openOneBook(folder, terminal), options.today ?? terminal.today);
  terminal.out(formats[options.format ?? 'json'](result));
  return 0;
}

type OneBook = Awaited<ReturnType<typeof openOneBook>>;

/** The figures of a book, paths from the folder instead of from the book. */
export function figuresResult({ book, library }: OneBook, today: CalendarDate): FiguresResult {
  const inFolder = <T extends { readonly path: string }>(item: T): T => ({
    ...item,
    path: library.pathOf(book, item.path),
  });
  const found = figuresOf(book.index, today);
  return {
    today,
    ...found,
    freshness: found.freshness.map(inFolder),
    pace: found.pace.map(inFolder),
    backlog: { ...found.backlog, pages: found.backlog.pages.map(inFolder) },
    improvements: found.improvements.map(inFolder),
    lineChanges: found.lineChanges.map(inFolder),
    contacts: found.contacts.map((contact) => ('path' in contact ? inFolder(contact) : contact)),
  };
}
