import type { Command } from 'commander';
import type { Book } from '../../core/index/library';
import type { CalendarDate } from '../../core/model/calendarDate';
import type { SeverityOrOff } from '../../core/model/finding';
import { ruleWithId } from '../../core/rules/allRules';
import { BookChecker, compareFindings } from '../../core/rules/bookChecker';
import { checkJson } from '../formats/checkJson';
import { checkPretty } from '../formats/checkPretty';
import { type CheckedFinding, type CheckResult, severityCounts } from '../formats/checkResult';
import { type OpenBooks, openBooks } from '../openBooks';
import { choiceOption, dayOption, folderArgument, ruleOption } from '../options';
import type { ExitCode, Terminal } from '../terminal';

const formats = { pretty: checkPretty, json: checkJson };
type Format = keyof typeof formats;

export interface CheckOptions {
  readonly today?: CalendarDate;
  readonly format?: Format;
  /** Severities that win over the book's own. */
  readonly rule?: ReadonlyMap<string, SeverityOrOff>;
}

const help = `
What you see is what the editor shows under Problems. Every line tells where
something stands (line:column), how grave it is, what is wrong and what to do,
and last the name of its rule.

Examples:
  status-book check                              the book in this folder
  status-book check my-book --today 2026-11-23   as it will look on that day
  status-book check --rule section-missing=off   without one of the rules
  status-book check --format json > found.json   for other programs

Exit code: 0 nothing at warning or above, 1 something, 2 could not run.`;

export function addCheck(program: Command, terminal: Terminal, done: (code: ExitCode) => void): void {
  program
    .command('check')
    .summary('what needs your attention in the book')
    .description('Checks every page of a status book, and the book as a whole.')
    .addArgument(folderArgument())
    .option('--today <day>', 'the day to check for, as YYYY-MM-DD (default: today)', dayOption('--today'))
    .option(
      '--format <format>',
      'pretty for people, json for programs',
      choiceOption('--format', formatNames()),
      'pretty',
    )
    .option(
      '--rule <id=severity>',
      'off, hint, information, warning or error for one rule; may be repeated',
      ruleOption,
    )
    .addHelpText('after', help)
    .action(async (folder: string, options: CheckOptions) => done(await check(folder, options, terminal)));
}

function formatNames(): Format[] {
  return Object.keys(formats) as Format[];
}

/** Checks all books of a folder. */
export async function check(folder: string, options: CheckOptions, terminal: Terminal): Promise<ExitCode> {
  const result = checkBooks(await openBooks(folder, terminal), options.today ?? terminal.today, options.rule);
  terminal.out(formats[options.format ?? 'pretty'](result, terminal.colors));
  const { error, warning } = severityCounts(result.findings);
  return error + warning > 0 ? 1 : 0;
}

export function checkBooks(
  { library, books }: OpenBooks,
  today: CalendarDate,
  severities: ReadonlyMap<string, SeverityOrOff> = new Map(),
): CheckResult {
  const findings = books.flatMap((book) =>
    findingsOf(book, today, severities).map((finding) => ({
      ...finding,
      path: library.pathOf(book, finding.path),
    })),
  );
  return {
    today,
    books: books.length,
    pages: books.reduce((sum, { index }) => sum + index.pageCount, 0),
    findings: books.length > 1 ? findings.sort(compareFindings) : findings,
  };
}

function findingsOf(
  { index }: Book,
  today: CalendarDate,
  severities: ReadonlyMap<string, SeverityOrOff>,
): CheckedFinding[] {
  const context = { book: index, settings: index.settings, today };
  return new BookChecker(index, { today, severities }).findings().map((finding) => {
    const page = index.page(finding.path);
    const plans = page ? (ruleWithId(finding.rule)?.fixes?.(finding, page, context) ?? []) : [];
    return { ...finding, fixes: plans.map(({ title }) => title) };
  });
}
