import type { Command } from 'commander';
import { activityTitle } from '../../core/analysis/activityTitle';
import { balanceOf } from '../../core/analysis/balance';
import type { BookIndex } from '../../core/index/bookIndex';
import { addDays, type CalendarDate } from '../../core/model/calendarDate';
import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { balanceCsv } from '../formats/balanceCsv';
import { balanceJson } from '../formats/balanceJson';
import { balancePretty } from '../formats/balancePretty';
import type { BalanceResult } from '../formats/balanceResult';
import { openOneBook } from '../openBooks';
import { choiceOption, dayOption, folderArgument } from '../options';
import { type PeriodLength, periodLengths, periodsBetween } from '../periods';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const formats = { pretty: balancePretty, json: balanceJson, csv: balanceCsv };
type Format = keyof typeof formats;

export interface BalanceOptions {
  readonly today?: CalendarDate;
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  readonly by?: PeriodLength;
  readonly format?: Format;
}

const help = t`
Without --from and --to it looks at the book's own window, the last 28 days
through today unless book.md says otherwise. Weeks are ISO weeks, Monday first.

Examples:
  status-book balance                                        the window up to today
  status-book balance --from 2026-10-01 --to 2026-10-31      October
  status-book balance --from 2026-01-01 --by month           month by month
  status-book balance --by week --format csv > weeks.csv     for a spreadsheet

In CSV, a line without an activity is the sum of its horizon.`;

export function addBalance(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('balance')
    .summary(say(t`where your time went, against the bands`))
    .description(
      say(t`Shows the time per horizon and activity, and whether each horizon is inside its band.`),
    )
    .addArgument(folderArgument())
    .option(
      '--today <day>',
      say(t`the last day that counts, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .option('--from <day>', say(t`the first day to look at`), dayOption('--from'))
    .option('--to <day>', say(t`the last day to look at`), dayOption('--to'))
    .option(
      '--by <period>',
      say(t`also day by day, week by week or month by month`),
      choiceOption('--by', periodLengths),
    )
    .option(
      '--format <format>',
      say(t`pretty for people, json for programs, csv for spreadsheets`),
      choiceOption('--format', Object.keys(formats) as Format[]),
      'pretty',
    )
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: BalanceOptions) =>
      done(await balance(folder, options, terminal)),
    );
}

export async function balance(
  folder: string,
  options: BalanceOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { book } = await openOneBook(folder, terminal);
  const result = balanceResult(book.index, { ...options, today: options.today ?? terminal.today });
  terminal.out(formats[options.format ?? 'pretty'](result, terminal.colors));
  return 0;
}

/**
 * The balance from `from` through `to`; where one of them is left out, it lies one window away from the other, and
 * both left out give the book's window.
 *
 * @throws Refusal when the range ends before it starts, or has more periods than can be shown
 */
export function balanceResult(
  index: BookIndex,
  { today, from, to, by }: BalanceOptions & { today: CalendarDate },
): BalanceResult {
  const end = to ?? (from !== undefined && from > today ? from : today);
  const start = from ?? addDays(end, 1 - index.settings.windowDays);
  if (end < start) throw new Refusal(t`--from ${start} is later than --to ${end}; exchange them.`);
  const titles = new Map(
    [...index.settings.activities.values()].map((activity) => [activity.id, activityTitle(activity)]),
  );
  const whole = balanceOf(index, today, start, end);
  if (by === undefined) return { today, whole, titles };
  const periods = periodsBetween(start, end, by).map((period) => ({
    name: period.name,
    balance: balanceOf(index, today, period.from, period.to),
  }));
  return { today, whole, titles, periods };
}
