import assert from 'node:assert/strict';
import { join } from 'node:path';
import { balanceOf } from '../../src/core/analysis/balance';
import { figuresOf } from '../../src/core/analysis/figures';
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
import { english } from './support/english';

const root = join(__dirname, '../..');
const ruleIds = new Set(allRules.map(({ id }) => id));
const cases = readConformanceCases(join(root, 'test/conformance'));

describe('conformance to the format', () => {
  it('has cases', () => {
    assert.ok(cases.length > 100, `${cases.length} cases`);
  });

  for (const file of new Set(cases.map((one) => one.file))) {
    describe(file, () => {
      for (const one of cases) if (one.file === file) it(one.name, () => check(one));
    });
  }
});

function check(one: ConformanceCase): void {
  const library = new Library();
  for (const [path, text] of one.files) if (path.endsWith('.md')) library.setFile(path, text);
  const book = library.book('')?.index;
  assert.ok(book, 'the case has a book at its root');
  const problems = unknownRules(one);
  if (one.findings) problems.push(...compareFindings(book, one, one.findings));
  if (one.balance !== undefined)
    problems.push(...missingFrom(balanceAsPrinted(book, one.today), one.balance, 'balance'));
  if (one.figures !== undefined) {
    const figures = { version: 1, today: one.today, ...figuresOf(book, one.today) };
    problems.push(...missingFrom(figures, one.figures, 'figures'));
  }
  assert.deepEqual(problems, []);
}

/** A rule that is not there would never be found, and a case about it could not fail. */
function unknownRules({ only = [], findings = [] }: ConformanceCase): string[] {
  const named = new Set([...only, ...findings.map(({ rule }) => rule)]);
  return [...named].filter((rule) => !ruleIds.has(rule)).map((rule) => `there is no rule ${rule}`);
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
  const isLookedAt = (rule: string): boolean => only === undefined || only.includes(rule);
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
    wanted.fragments.every((fragment) => english.say(finding.message).includes(fragment))
  );
}

function described({ path, range: { start, end }, rule, severity, message }: Finding): string {
  const place = `${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return `${path}:${place} ${rule} ${severity} ~ ${message}`;
}
