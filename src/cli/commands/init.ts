import { lstat, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import type { Command } from 'commander';
import { currencyProblem, namesIn, newBookFiles } from '../../core/edit/initBook';
import type { CalendarDate } from '../../core/model/calendarDate';
import { type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { writeNewFile } from '../newFiles';
import { bookAbove } from '../openBooks';
import { dayOption, folderArgument } from '../options';
import { shellWord } from '../shellWord';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

export interface InitOptions {
  readonly company?: string;
  readonly manager?: string;
  readonly currency?: string;
  readonly product?: readonly string[];
  readonly today?: CalendarDate;
}

const help = t`
The folder is made if there is none. What is already in it stays as it is. What
only you can know of a product stays empty and is named.

Examples:
  status-book init                     makes a book of this folder
  status-book init water-purifiers     makes a folder with a book in it
  status-book init water-purifiers --company Aquelle --manager "Ines Claes" \
    --currency EUR --product "RO 300" --product "CT 1"`;

export function addInit(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('init')
    .summary(say(t`start a new status book`))
    .description(
      say(t`Starts a new status book: its book.md, the first day’s log, a status sheet for each product.`),
    )
    .addArgument(folderArgument(t`the folder that becomes a book`))
    .option('--company <name>', say(t`your company or division`))
    .option('--manager <name>', say(t`your name`))
    .option('--currency <code>', say(t`the currency of your budgets (default: EUR)`), currencyOption)
    .option('--product <name>', say(t`a product you look after; may be repeated`), productOption)
    .option(
      '--today <day>',
      say(t`the day of the first log, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: InitOptions) => done(await init(folder, options, terminal)));
}

function currencyOption(value: string): string {
  const problem = currencyProblem(value);
  if (problem !== undefined) throw new Refusal(t`--currency: ${problem} This is “${value}”.`);
  return value;
}

function productOption(value: string, previous: readonly string[] = []): readonly string[] {
  if (namesIn(value).length === 0) {
    throw new Refusal(t`--product takes a name with a letter or a digit, not “${value}”.`);
  }
  return [...previous, value];
}

/** @throws Refusal when the folder is a book already, or cannot be written to */
export async function init(folderName: string, options: InitOptions, terminal: Terminal): Promise<ExitCode> {
  const folder = resolve(terminal.currentFolder, folderName);
  if (await isFile(folder)) throw new Refusal(t`${folderName} is a file; name a folder for the new book.`);
  if (await exists(join(folder, 'book.md'))) {
    throw new Refusal(t`${folderName} has a book.md already; nothing was changed.`);
  }
  const { product: products = [], today = terminal.today, ...answers } = options;
  const files = newBookFiles({ ...answers, products, today });
  const lines: Text[] = new Array(files.length);
  const toFillIn: string[] = [];
  // What makes the folder a book comes last, so that a second try can complete what was interrupted.
  for (const [index, { path, text, missing }] of [...files.entries()].sort(bookFileLast)) {
    const shown = join(folderName, path);
    const isNew = await writeNewFile(join(folder, path), text, shown, folder);
    lines[index] = isNew ? t`Wrote ${shown}` : t`Kept ${shown}, which was there already`;
    if (isNew && missing.length > 0) toFillIn.push(`  ${shown}: ${missing.join(', ')}`);
  }
  if (toFillIn.length > 0) lines.push('', t`Still to fill in:`, ...toFillIn);
  const above = await bookAbove(folder);
  if (above !== undefined) {
    const outer = relative(terminal.currentFolder, above) || '.';
    lines.push('', t`Note: this folder lies inside the book ${outer}; its pages now belong to the new book.`);
  }
  const word = folderName === '.' ? '' : ` ${shellWord(folderName)}`;
  const next = products.length > 0 ? 'competitor' : 'product';
  lines.push('', t`Next:`, `  status-book new ${next}${word} --id my-${next}`, `  status-book check${word}`);
  terminal.print(lines);
  return 0;
}

type Numbered = readonly [number, { readonly path: string }];

function bookFileLast([, a]: Numbered, [, b]: Numbered): number {
  return Number(a.path === 'book.md') - Number(b.path === 'book.md');
}

async function isFile(path: string): Promise<boolean> {
  try {
    return !(await stat(path)).isDirectory();
  } catch {
    return false;
  }
}

async function exists(path: string): Promise<boolean> {
  try {
    await lstat(path);
    return true;
  } catch {
    return false;
  }
}
