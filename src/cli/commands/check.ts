import { join, resolve } from 'node:path';
import type { Command } from 'commander';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { SeverityOrOff } from '../../core/model/finding';
import { plural, type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { readText } from '../../reading/readFile';
import { type NamedBaseline, updateBaseline, withoutKnown } from '../baseline/applyBaseline';
import { readBaseline } from '../baseline/baselineFile';
import { keptOf, resultOf } from '../cache/cachedResult';
import { CacheFolder } from '../cache/cacheFolder';
import { ResultCache, resultKey } from '../cache/resultCache';
import { CheckedBooks, type CheckedBooksOptions } from '../checkedBooks';
import { fixBooks } from '../fixBooks';
import { checkGithub, logGithub } from '../formats/checkGithub';
import { checkJson } from '../formats/checkJson';
import { checkPretty } from '../formats/checkPretty';
import { type CheckResult, severityCounts } from '../formats/checkResult';
import { findFiles, openBooks, readBooks, readerFor } from '../openBooks';
import { choiceOption, dayOption, folderArgument, ruleOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';
import { say } from '../words';

const formats = {
  pretty: (result: CheckResult, terminal: Terminal) => terminal.out(checkPretty(result, terminal.colors)),
  json: (result: CheckResult, terminal: Terminal) => {
    for (const piece of checkJson(result)) terminal.out(piece);
  },
  sarif: async (result: CheckResult, terminal: Terminal) => {
    // Loaded only here: no other format needs the library behind it.
    const { checkSarif } = await import('../formats/checkSarif');
    terminal.out(checkSarif(result));
  },
  github: (result: CheckResult, terminal: Terminal) => {
    terminal.out(checkGithub(result));
    logGithub(result, terminal);
  },
};
type Format = keyof typeof formats;

export interface CheckOptions {
  readonly today?: CalendarDate;
  readonly format?: Format;
  /** Severities that win over the book's own. */
  readonly rule?: ReadonlyMap<string, SeverityOrOff>;
  readonly fix?: boolean;
  readonly baseline?: string;
  readonly updateBaseline?: boolean;
  /** Where to keep the result; undefined for the usual place. */
  readonly cacheDir?: string;
  /** False to keep nothing and rely on nothing that was kept. */
  readonly cache?: boolean;
}

const help = t`
What you see is what the editor shows under Problems. Every line tells where
something stands (line:column), how grave it is, what is wrong and what to do,
and last the name of its rule.

--fix changes pages: it makes those fixes that need no decision of yours, such
as a misspelled field or a missing heading, and reports what is left.

A baseline lets an old book start with the checker: it is a file of what is
known to be wrong today, and only what is new is reported and counts.

The result is kept for the next run, which repeats it where no file has changed
since. It changes nothing of what is found.

Examples:
  status-book check                              the book in this folder
  status-book check my-book --today 2026-11-23   as it will look on that day
  status-book check --rule section-missing=off   without one of the rules
  status-book check --fix                        apply the safe fixes
  status-book check --format json > found.json   for other programs
  status-book check --format github              as annotations in GitHub Actions
  status-book check --format sarif > found.sarif for code scanning
  status-book check --baseline known.json --update-baseline
                                                 note what is wrong today
  status-book check --baseline known.json        what is new since then

Exit code: 0 nothing at warning or above, 1 something, 2 could not run, or a
page could not be read.`;

export function addCheck(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary(say(t`what needs your attention in the book`))
    .description(say(t`Checks every page of a status book, and the book as a whole.`))
    .addArgument(folderArgument())
    .option(
      '--today <day>',
      say(t`the day to check for, as YYYY-MM-DD (default: today)`),
      dayOption('--today'),
    )
    .option(
      '--format <format>',
      say(t`pretty for people, json for programs, sarif for code scanning, github for GitHub Actions`),
      choiceOption('--format', Object.keys(formats) as Format[]),
      'pretty',
    )
    .option(
      '--rule <id=severity>',
      say(t`off, hint, information, warning or error for one rule; may be repeated`),
      ruleOption,
    )
    .option('--fix', say(t`make the fixes that need no decision, then report what is left`))
    .option('--baseline <file>', say(t`leave out what this file knows`))
    .option('--update-baseline', say(t`write into the baseline all that is found now`))
    .option(
      '--cache-dir <folder>',
      say(t`keep the result there for the next run (default: the cache folder of your account)`),
    )
    .option('--no-cache', say(t`keep nothing, and read every page`))
    .addHelpText('after', () => say(help))
    .action(async (folder: string, options: CheckOptions) => done(await check(folder, options, terminal)));
}

/**
 * Checks all books of a folder.
 *
 * @returns 2 where a page could not be read, whatever is found in the others
 * @throws Refusal when there is no book, or the baseline cannot be used
 */
export async function check(folder: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const baseline = await baselineFor(options, terminal);
  const warn = (line: Text): void => terminal.warn(line);
  const { result: all, faults } = options.fix
    ? await fixedResult(folder, options, terminal)
    : await foundResult(folder, options, terminal);
  if (options.updateBaseline && faults > 0)
    throw new Refusal(t`The baseline was not written, because not everything could be read.`);
  const result = baseline
    ? await (options.updateBaseline ? updateBaseline : withoutKnown)(all, baseline, warn)
    : all;
  await formats[options.format ?? 'pretty'](result, terminal);
  if (faults > 0) {
    warn(
      t`${plural(faults, 'file or folder', 'files or folders')} could not be read, so this is not everything.`,
    );
    return 2;
  }
  const { error, warning } = severityCounts(result.findings);
  return error + warning > 0 ? 1 : 0;
}

interface Checked {
  readonly result: CheckResult;
  /** How many files and folders could not be read. */
  readonly faults: number;
}

async function fixedResult(folder: string, options: CheckOptions, terminal: Terminal): Promise<Checked> {
  const open = await openBooks(folder, terminal);
  const checked = new CheckedBooks(open, checkedOptions(options, terminal));
  await fixBooks(checked, (line) => terminal.warn(line));
  return { result: checked.result(options.format === 'json'), faults: open.unread.faults };
}

/** What is found, as the last run knows it where nothing has changed since. */
async function foundResult(folder: string, options: CheckOptions, terminal: Terminal): Promise<Checked> {
  const found = await findFiles(folder, terminal);
  const conditions = checkedOptions(options, terminal);
  const cache = cacheFor(found.folder, options, terminal);
  const key = cache && resultKey(found.folder, found.paths, conditions);
  const kept = key === undefined ? undefined : cache?.find(key);
  const needsTitles = options.format === 'json';
  const { unread } = found;
  if (kept && (kept.titles || !needsTitles)) {
    const textOf = (path: string): string => readText(join(found.folder, path));
    return {
      result: resultOf(kept, { folder: found.folder, textOf, ...conditions }),
      faults: unread.faults,
    };
  }
  const checked = new CheckedBooks(await readBooks(found, readerFor(found), folder, terminal), conditions);
  const result = checked.result(needsTitles);
  if (key !== undefined && unread.faults === 0) {
    const roots = checked.books().map(({ root }) => root);
    cache?.keep(key, keptOf(result, roots, needsTitles));
  }
  return { result, faults: unread.faults };
}

function checkedOptions({ today, rule }: CheckOptions, terminal: Terminal): CheckedBooksOptions {
  return {
    today: today ?? terminal.today,
    checkout: terminal.checkout,
    ...(rule ? { severities: rule } : {}),
  };
}

function cacheFor(
  folder: string,
  { cache, cacheDir }: CheckOptions,
  terminal: Terminal,
): ResultCache | undefined {
  const parent = cacheDir === undefined ? terminal.cacheFolder : resolve(terminal.currentFolder, cacheDir);
  return cache === false || parent === undefined
    ? undefined
    : new ResultCache(new CacheFolder(parent, folder));
}

/** Read before anything else: a baseline that cannot be used must not come to light when pages are changed already. */
async function baselineFor(
  { baseline: shown, updateBaseline: isUpdate }: CheckOptions,
  terminal: Terminal,
): Promise<NamedBaseline | undefined> {
  if (shown === undefined) {
    if (!isUpdate) return undefined;
    throw new Refusal(t`--update-baseline needs a file to write: --baseline known.json, for example.`);
  }
  const path = resolve(terminal.currentFolder, shown);
  const content = await readBaseline(path, shown);
  if (!content && !isUpdate) {
    throw new Refusal(
      t`There is no baseline ${shown}. Make one of what is found today: add --update-baseline.`,
    );
  }
  return { path, shown, content: content ?? new Map() };
}
