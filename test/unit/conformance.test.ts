import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { balanceOf } from '../../src/core/analysis/balance';
import type { BookIndex } from '../../src/core/index/bookIndex';
import { Library } from '../../src/core/index/library';
import type { Finding } from '../../src/core/model/finding';
import { allRules } from '../../src/core/rules/allRules';
import { BookChecker } from '../../src/core/rules/bookChecker';
import {
  type ConformanceCase,
  type ExpectedFinding,
  missingFrom,
  readConformanceCases,
} from './support/conformanceCases';

const root = join(__dirname, '../..');
const implemented = new Set(allRules.map(({ id }) => id));
const figuresModule = join(root, 'src/core/analysis/figures.ts');
const hasFigures = existsSync(figuresModule);

/** A case can be checked when it asks for something that the core does. */
function canBeChecked({ only, findings, balance, figures }: ConformanceCase): boolean {
  const asksForRules =
    findings !== undefined && (only === undefined || only.some((rule) => implemented.has(rule)));
  return asksForRules || balance !== undefined || (figures !== undefined && hasFigures);
}

const cases = readConformanceCases(join(root, 'test/conformance'));
const waiting = cases.filter((one) => !canBeChecked(one)).length;
const title =
  waiting === 0
    ? 'conformance to the format'
    : `conformance to the format (${waiting} cases wait for their rules)`;

describe(title, () => {
  it('has cases', () => {
    assert.ok(cases.length > 100, `${cases.length} cases`);
  });

  for (const file of new Set(cases.map((one) => one.file))) {
    describe(file, () => {
      for (const one of cases) if (one.file === file && canBeChecked(one)) it(one.name, () => check(one));
    });
  }
});

async function check(one: ConformanceCase): Promise<void> {
  const library = new Library();
  for (const [path, text] of one.files) if (path.endsWith('.md')) library.setFile(path, text);
  const book = library.book('')?.index;
  assert.ok(book, 'the case has a book at its root');
  const problems: string[] = [];
  if (one.findings) problems.push(...compareFindings(book, one, one.findings));
  if (one.balance !== undefined)
    problems.push(...missingFrom(balanceAsPrinted(book, one.today), one.balance, 'balance'));
  if (one.figures !== undefined && hasFigures) {
    const { figuresOf } = (await import(figuresModule)) as {
      figuresOf(book: BookIndex, today: string): unknown;
    };
    const figures = { version: 1, today: one.today, ...(figuresOf(book, one.today) as object) };
    problems.push(...missingFrom(figures, one.figures, 'figures'));
  }
  assert.deepEqual(problems, []);
}

/** The balance as `balance --format json` prints it: bands as shares. */
function balanceAsPrinted(book: BookIndex, today: string): unknown {
  const balance = balanceOf(book, today);
  const horizons = balance.horizons.map((horizon) => ({
    ...horizon,
    band: horizon.band.map((bound) => bound / 100),
  }));
  return { version: 1, today, ...balance, horizons };
}

function compareFindings(
  book: BookIndex,
  { today, only }: ConformanceCase,
  expected: readonly ExpectedFinding[],
): string[] {
  const isLookedAt = (rule: string): boolean =>
    implemented.has(rule) && (only === undefined || only.includes(rule));
  const found = new BookChecker(book, { today }).findings().filter(({ rule }) => isLookedAt(rule));
  const wanted = expected.filter(({ rule }) => isLookedAt(rule));
  const takenBy = new Map<Finding, ExpectedFinding>();
  const missing = wanted.filter((one) => !take(one, found, takenBy, new Set()));
  return [
    ...missing.map(({ source }) => `missing: ${source}`),
    ...found
      .filter((finding) => !takenBy.has(finding))
      .map((finding) => `not expected: ${described(finding)}`),
  ];
}

/** Gives an expectation a finding of its own, moving other expectations to another one where need be. */
function take(
  wanted: ExpectedFinding,
  found: readonly Finding[],
  takenBy: Map<Finding, ExpectedFinding>,
  seen: Set<Finding>,
): boolean {
  for (const finding of found) {
    if (seen.has(finding) || !isMeant(finding, wanted)) continue;
    seen.add(finding);
    const owner = takenBy.get(finding);
    if (owner && !take(owner, found, takenBy, seen)) continue;
    takenBy.set(finding, wanted);
    return true;
  }
  return false;
}

function isMeant(finding: Finding, wanted: ExpectedFinding): boolean {
  const { start, end } = finding.range;
  return (
    finding.path === wanted.path &&
    finding.rule === wanted.rule &&
    finding.severity === wanted.severity &&
    (wanted.line === undefined || start.line + 1 === wanted.line) &&
    (!wanted.end ||
      (start.character + 1 === wanted.end.column &&
        end.line + 1 === wanted.end.endLine &&
        end.character + 1 === wanted.end.endColumn)) &&
    wanted.fragments.every((fragment) => finding.message.includes(fragment))
  );
}

function described({ path, range: { start, end }, rule, severity, message }: Finding): string {
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${path}:${place} ${rule} ${severity} ~ ${message}`;
}
