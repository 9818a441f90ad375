import { join } from 'node:path';
import type { Command } from 'commander';
import { titleFromId } from '../../core/edit/applyPlan';
import type { NewPage } from '../../core/edit/skeleton';
import { type Draft, draftPage } from '../../core/edit/templates';
import type { Book, Library } from '../../core/index/library';
import { type CalendarDate, isoWeekOf } from '../../core/model/calendarDate';
import type { Finding } from '../../core/model/finding';
import { joined, ours, type Text, t } from '../../core/model/message';
import { idFromTitle, pageIdProblem } from '../../core/model/pageId';
import { Refusal } from '../../core/model/refusal';
import { BookChecker } from '../../core/rules/bookChecker';
import { isRoot, newPageTypes, pageType } from '../../core/schema/schema';
import { writeNewFile } from '../newFiles';
import { describedField, type NewValues, readNewValues } from '../newValues';
import { openOneBook } from '../openBooks';
import { dayOption, folderArgument, pageTypeOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

export interface NewOptions {
  readonly id?: string;
  readonly set?: readonly string[];
  readonly today?: CalendarDate;
}

/** Rules that tell a value the page cannot take; the page is not written then. */
const refusingRules = ['front-matter-syntax', 'field-invalid', 'field-misspelled', 'amount-ambiguous'];

const typeLines = newPageTypes.map(({ id, description }) =>
  joined([`  ${id.padEnd(16)}`, ours(description)], ''),
);

const help = t`
The page gets the fields and headings of its type; what only you can know stays
empty and is named. Nothing is ever overwritten.

Types:
${joined(typeLines, '\n')}

Examples:
  status-book new log                                   today’s log page
  status-book new competitor --id purenorth --set threat=high
  status-book new voice my-book --set title="Leak at Peeters" --set sentiment=-2
  status-book new proposal --id quiet-hours --set products=ro300,ro600
  status-book new budget --id spring --set sales.target=250000`;

export function addNew(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  const collect = (word: string, previous: readonly string[] = []): readonly string[] => [...previous, word];
  program
    .command('new')
    .summary(say(t`add a page to the book`))
    .description(say(t`Adds a page of one type to a status book.`))
    .argument('<type>', say(t`a page type, such as competitor`), pageTypeOption)
    .addArgument(folderArgument())
    .option(
      '--id <id>',
      say(t`the name that other pages know it by, and its file name (default: from the title)`),
    )
    .option('--set <field=value>', say(t`the value of a field; may be repeated`), collect)
    .option(
      '--today <day>',
      say(t`the day to fill in for today, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .addHelpText('after', () => say(help))
    .action(async (type: string, folder: string, options: NewOptions) =>
      done(await newPage(type, folder, options, terminal)),
    );
}

/** @throws Refusal when the page exists already, or a value is not one that its field can take */
export async function newPage(
  typeId: string,
  folder: string,
  options: NewOptions,
  terminal: Terminal,
): Promise<ExitCode> {
  if (isRoot(typeId)) throw new Refusal(t`A new book is made by “status-book init”.`);
  const today = options.today ?? terminal.today;
  const values = readNewValues(typeId, options.set ?? []);
  const id = options.id === undefined ? defaultId(typeId, values, today) : checkedId(options.id);
  const open = await openOneBook(folder, terminal);
  const { book, library } = open;
  const other = book.index.pageWithId(id);
  if (other)
    throw new Refusal(t`There is a page “${id}” already: ${join(folder, library.pathOf(book, other.path))}.`);
  const title = typeof values.title === 'string' ? values.title : defaultTitle(typeId, id);
  const page = draftPage(typeId, { id, today, values, title, template: book.index.template(typeId) });
  const notes = checkPage(library, book, page, today);
  const pathInFolder = library.pathOf(book, page.path);
  const shown = join(folder, pathInFolder);
  const inBook = join(open.folder, book.root);
  if (!(await writeNewFile(join(open.folder, pathInFolder), page.text, shown, inBook))) {
    throw new Refusal(t`${shown} is there already; nothing was changed. Give another --id.`);
  }
  terminal.print([t`Wrote ${shown}`, ...stillToFillIn(typeId, page), ...noteOf(page), ...notes]);
  return 0;
}

/** Checks a page as part of its book before it is written; returns what is worth a note. */
function checkPage(library: Library, book: Book, page: NewPage, today: CalendarDate): Text[] {
  library.setFile(library.pathOf(book, page.path), page.text);
  const findings = new BookChecker(book.index, { today }).findingsOf(page.path);
  const refused = findings.find(({ rule }) => refusingRules.includes(rule));
  if (refused) throw new Refusal(t`${refused.message} Nothing was written.`);
  return findings.filter(isNote).map(({ message }) => t`Note: ${message}`);
}

function noteOf({ note }: Draft): Text[] {
  return note === undefined ? [] : [t`Note: ${note}`];
}

function isNote({ rule }: Finding): boolean {
  return rule === 'reference-broken';
}

function stillToFillIn(typeId: string, { missing }: NewPage): Text[] {
  if (missing.length === 0) return [];
  const width = Math.max(...missing.map((name) => name.length));
  const lines = missing.map(
    (name) => `  ${name.padEnd(width)}  ${say(ours(describedField(typeId, name)?.description ?? ''))}`,
  );
  return [t`Still to fill in:`, ...lines.map((line) => line.trimEnd())];
}

function defaultId(typeId: string, values: NewValues, today: CalendarDate): string {
  const text = (name: string): string | undefined =>
    typeof values[name] === 'string' ? values[name] : undefined;
  const record = pageType(typeId)?.record;
  if (record) {
    const { every, field } = record;
    return checkedId((text(field) ?? (every === 'day' ? today : isoWeekOf(today))).toLowerCase());
  }
  const id = idFromTitle(text('title') ?? '');
  if (id !== '') return checkedId(id);
  throw new Refusal(t`Give the page an id, such as --id my-page, or a title: --set title="My page".`);
}

/** A week stays as it is written in reviews. */
function defaultTitle(typeId: string, id: string): string {
  return pageType(typeId)?.record?.every === 'week' ? id.toUpperCase() : titleFromId(id);
}

function checkedId(id: string): string {
  const problem = pageIdProblem(id);
  if (problem !== undefined) throw new Refusal(t`“${id}” cannot be the id of a page. ${problem}`);
  return id;
}
