import { Argument, type Command } from 'commander';
import type { CalendarDate } from '../../core/model/calendarDate';
import { byteOrderMark } from '../../core/report/csv';
import { type CsvExport, csvExports, exportCsv } from '../../core/report/csvExports';
import { openOneBook } from '../openBooks';
import { choiceOption, dayOption, folderArgument } from '../options';
import type { ExitCode, Terminal } from '../terminal';

export interface ExportOptions {
  readonly today?: CalendarDate;
  readonly bom?: boolean;
}

const names = csvExports.map(({ id }) => id);

const help = `
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
    .summary('time, budgets or voices as CSV, for spreadsheets')
    .description('Prints the time entries, budgets or voices of a book as comma-separated values.')
    .addArgument(new Argument('<what>', names.join(', ')).argParser(choiceOption('export', names)))
    .addArgument(folderArgument())
    .option('--today <day>', 'the last day that counts, as YYYY-MM-DD (default: today)', dayOption('--today'))
    .option('--bom', 'begin with a byte order mark, for Excel')
    .addHelpText('after', help)
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
