import { Argument, type Command } from 'commander';
import type { CalendarDate } from '../../core/model/calendarDate';
import { t } from '../../core/model/message';
import { byteOrderMark } from '../../core/report/csv';
import { type CsvExport, csvExports, exportCsv } from '../../core/report/csvExports';
import { openOneBook } from '../openBooks';
import { choiceOption, dayOption, folderArgument } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

export interface ExportOptions {
  readonly today?: CalendarDate;
  readonly bom?: boolean;
}

const names = csvExports.map(({ id }) => id);

const help = t`
  time      one row for each entry of the log, through today
  budgets   one row for each month of sales and each line of spending
  voices    one row for each voice of a customer, with its reply clock

Excel takes a file for UTF-8 only with a byte order mark: give --bom for it.
Sums are what “status-book balance --format csv” prints.

Examples:
  status-book export time --bom > time.csv
  status-book export budgets my-book > budgets.csv`;

export function addExport(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('export')
    .summary(say(t`time, budgets or voices as CSV, for spreadsheets`))
    .description(say(t`Prints the time entries, budgets or voices of a book as comma-separated values.`))
    .addArgument(new Argument('<what>', names.join(', ')).argParser(choiceOption('export', names)))
    .addArgument(folderArgument())
    .option(
      '--today <day>',
      say(t`the last day that counts, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .option('--bom', say(t`begin with a byte order mark, for Excel`))
    .addHelpText('after', () => say(help))
    .action(async (what: CsvExport, folder: string, options: ExportOptions) =>
      done(await exportAs(what, folder, options, terminal)),
    );
}

export async function exportAs(
  what: CsvExport,
  folder: string,
  { today, bom = false }: ExportOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  const { book } = await openOneBook(folder, terminal);
  terminal.out(`${bom ? byteOrderMark : ''}${exportCsv(what, book.index, today ?? terminal.today)}`);
  return 0;
}
