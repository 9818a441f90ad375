import type { Command } from 'commander';
import { t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { compareText } from '../../core/model/text';
import { listCsv } from '../formats/listCsv';
import { listJson } from '../formats/listJson';
import { listPretty } from '../formats/listPretty';
import type { ListedPage, ListResult } from '../formats/listResult';
import { plainFields } from '../frontMatterValues';
import { type OpenBooks, openBooks } from '../openBooks';
import { choiceOption, folderArgument, pageTypeOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const formats = { pretty: listPretty, json: listJson, csv: listCsv };
type Format = keyof typeof formats;

export interface ListOptions {
  readonly type?: string;
  readonly format?: Format;
}

const help = t`
In JSON, “fields” holds the front matter as it is written; id, type and title
stand beside it, since a page has them even where they are not written. In CSV
every field is a column; several values in one cell are joined by semicolons.

Examples:
  status-book list                                        all pages by type
  status-book list --type competitor                      the competitors alone
  status-book list --type voice --format csv > voices.csv for a spreadsheet`;

export function addList(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('list')
    .summary(say(t`the pages of the book with their fields`))
    .description(say(t`Lists the pages of a status book with what their front matter says.`))
    .addArgument(folderArgument())
    .option('--type <type>', say(t`only pages of one type, such as competitor`), pageTypeOption)
    .option(
      '--format <format>',
      say(t`pretty for people, json for programs, csv for spreadsheets`),
      choiceOption('--format', Object.keys(formats) as Format[]),
      'pretty',
    )
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: ListOptions) => done(await list(folder, options, terminal)));
}

/** Lists the pages of all books of a folder. */
export async function list(folder: string, options: ListOptions, terminal: Terminal): Promise<ExitCode> {
  const result = listedPages(await openBooks(folder, terminal), options.type);
  terminal.out(formats[options.format ?? 'pretty'](result, terminal.colors));
  return 0;
}

export function listedPages({ library, books }: OpenBooks, type?: string): ListResult {
  const pages = books.flatMap((book) =>
    (type === undefined ? book.index.pages() : book.index.pagesOfType(type)).map((page) =>
      listed(page, library.pathOf(book, page.path)),
    ),
  );
  return { pages: pages.sort((a, b) => compareText(a.path, b.path)) };
}

const standBeside = ['id', 'type', 'title'];

function listed(page: Page, path: string): ListedPage {
  const fields = plainFields(page.fields.filter(({ name }) => !standBeside.includes(name)));
  return { id: page.id, type: page.type, title: page.title, path, fields };
}
