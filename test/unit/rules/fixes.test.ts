import assert from 'node:assert/strict';
import { join } from 'node:path';
import { editsFor, pagesChangedBy } from '../../../src/core/edit/applyPlan';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { Library } from '../../../src/core/index/library';
import type { Finding } from '../../../src/core/model/finding';
import type { Answers, FieldText, FixPlan, Question } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { allRules, ruleWithId } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import type { ValueKind } from '../../../src/core/schema/kinds';
import { targetTypes } from '../../../src/core/schema/schema';
import { readRuleExample, rulesWithExample } from '../../../src/tools/ruleExamples';
import { page, plainBook, today } from '../support/books';
import { type ConformanceCase, readConformanceCases } from '../support/conformanceCases';
import { english } from '../support/english';

const cases = [
  ...readConformanceCases(join(__dirname, '../../conformance')),
  ...rulesWithExample().map((rule) => readRuleExample(rule).bad),
  trendWithPlanToName(),
  threatAmongStrategies(6),
];

/** How often the same fix of a rule is tried, each time on another book. */
const timesEach = 3;

type Files = ReadonlyMap<string, string>;

/** A fix of one finding, carried out: what the book then says. */
interface Outcome {
  readonly where: string;
  readonly plan: FixPlan;
  readonly finding: Finding;
  readonly filesBefore: Files;
  readonly filesAfter: Files;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
  /** What the same fix, offered again, makes of the files. */
  readonly again: Files | undefined;
}

/** Carries out each fix of a case, every question answered, on a book of its own. */
function* outcomes(
  one: ConformanceCase,
  isWanted: (finding: Finding, plan: FixPlan) => boolean,
): Generator<Outcome> {
  const { today } = one;
  const files = new Map(one.files);
  if (!files.has('book.md')) files.set('book.md', plainBook);
  const book = bookOf(files);
  const before = new BookChecker(book, { today }).findings();
  for (const finding of before) {
    for (const plan of plansFor(finding, book, today)) {
      const filesAfter = isWanted(finding, plan) && carriedOut(plan, finding, files, today);
      if (!filesAfter) continue;
      const after = new BookChecker(bookOf(filesAfter), { today }).findings();
      const same = offeredAgain(plan, finding, filesAfter, after, today);
      yield {
        where: `${one.file}: ${one.name}: ${finding.rule}: ${plan.title}`,
        plan,
        finding,
        filesBefore: files,
        filesAfter,
        before,
        after,
        again: same && carriedOut(same.plan, same.finding, filesAfter, today),
      };
    }
  }
}

/** A weighty trend without response in a book that has a plan. */
function trendWithPlanToName(): ConformanceCase {
  const trend = page(
    'type: trend\nfactor: market\nobserved: 2026-09-01\nimpact: 5',
    '## What we see\n\n## So what\n',
  );
  const plan = page('type: response\nstatus: draft\ncompetitor: c\ntrigger: t\nkind: defend');
  const files = new Map([
    ['market/t.md', trend],
    ['plans/p.md', plan],
  ]);
  return { file: 'here', name: 'a trend and a plan', today, files };
}

/** A high threat in a book of many strategies, none of which meets it. */
function threatAmongStrategies(count: number): ConformanceCase {
  const threat = page('type: competitor\nthreat: high\nreviewed: 2026-11-16');
  const strategy = page('type: strategy\nyears: 4\nadvantage: Quiet\nreviewed: 2026-10-05');
  const strategies = Array.from({ length: count }, (_, at): [string, string] => [
    `strategy/s-${at + 1}.md`,
    strategy,
  ]);
  const files = new Map([['competitors/c.md', threat], ...strategies]);
  return { file: 'here', name: `a threat and ${count} strategies`, today, files };
}

function plansFor(finding: Finding, book: BookIndex, today: string): FixPlan[] {
  const page = book.page(finding.path) ?? book.conflictedCopy(finding.path);
  assert.ok(page);
  return ruleWithId(finding.rule)?.fixes?.(finding, page, { book, settings: book.settings, today }) ?? [];
}

/** The files after a fix; undefined where the user must first say what page is wanted. */
function carriedOut(plan: FixPlan, finding: Finding, files: Files, today: string): Files | undefined {
  const book = bookOf(files);
  const found = book.page(finding.path);
  assert.ok(found);
  const answers = answersTo(plan.ask ?? [], book, today);
  const changed = new Map(files);
  for (const path of pagesChangedBy(plan, found, book, answers)) {
    const page = book.page(path);
    assert.ok(page);
    const text = (files.get(path) ?? '').replace(/^\ufeff/, '');
    const { edits, create } = editsFor(plan, page, text, book, today, answers);
    if (create) changed.set(create.path, create.text);
    if (!edits && !create) return undefined;
    changed.set(path, applyEdits(text, edits ?? create?.backlink ?? []));
  }
  return changed;
}

function offeredAgain(
  plan: FixPlan,
  finding: Finding,
  files: Files,
  findings: readonly Finding[],
  today: string,
) {
  const book = bookOf(files);
  for (const other of findings) {
    if (other.rule !== finding.rule || other.path !== finding.path) continue;
    if (JSON.stringify(other.data) !== JSON.stringify(finding.data)) continue;
    if (other.range.start.line !== finding.range.start.line) continue;
    const same = plansFor(other, book, today).find(({ title }) => title === plan.title);
    if (same) return { plan: same, finding: other };
  }
  return undefined;
}

function answersTo(questions: readonly Question[], book: BookIndex, today: string): Answers {
  return Object.fromEntries(questions.map((question) => [question.name, answerTo(question, book, today)]));
}

function answerTo(question: Question, book: BookIndex, today: string): FieldText {
  const { choices, suggestion, earliest, value } = question;
  return choices?.[0]?.value ?? suggestion ?? earliest ?? sampleOf(value, book, today);
}

function sampleOf(kind: ValueKind, book: BookIndex, today: string): FieldText {
  switch (kind.kind) {
    case 'list':
      return [String(sampleOf(kind.of, book, today))];
    case 'date':
      return today;
    case 'month':
      return today.slice(0, 7);
    case 'week':
      return '2026-W48';
    case 'number':
      return String(kind.minimum ?? 1);
    case 'boolean':
      return 'true';
    case 'enum':
      return kind.values[0]?.value ?? '';
    case 'reference': {
      const types = targetTypes(kind);
      const page = book.pages().find(({ type }) => types === 'any' || types.includes(type));
      return page?.id ?? 'nothing';
    }
    default:
      return kind.kind === 'text' && kind.pattern ? '23:59' : 'as the user says: “so”';
  }
}

function bookOf(files: Files): BookIndex {
  const library = new Library();
  for (const [path, text] of files) library.setFile(path, text);
  const book = library.book('')?.index;
  assert.ok(book, 'the book is still one');
  return book;
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

/** Errors and warnings that were not there before, by page and rule. */
function brought({ before, after }: Outcome): string[] {
  const keys = (findings: readonly Finding[]): string[] =>
    findings
      .filter(({ severity }) => severity === 'error' || severity === 'warning')
      // Of the book as a whole it may come to stand on another page.
      .map(({ path, rule }) => (ruleWithId(rule)?.scope === 'book' ? rule : `${rule} ${path}`));
  const left = keys(before);
  return keys(after).filter((key) => {
    const at = left.indexOf(key);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Fixes that make something readable: what was hidden by the fault comes to light with them. */
function bringsToLight({ finding }: Outcome): boolean {
  // Whether the bundle still pays with the product that the user picks is another question.
  return ruleWithId(finding.rule)?.family === 'structure' || finding.rule === 'bundle-retired-product';
}

describe('a quick fix', function () {
  this.timeout(60_000);
  const all: Outcome[] = [];
  before(() => {
    const times = new Map<string, number>();
    const isWanted = ({ rule }: Finding, { title, kind }: FixPlan): boolean => {
      const key = `${rule} ${kind} ${english.say(title).split(/[“\d]/)[0]}`;
      times.set(key, (times.get(key) ?? 0) + 1);
      return (times.get(key) ?? 0) <= timesEach;
    };
    for (const one of cases) all.push(...outcomes(one, isWanted));
  });

  const wheres = (outcomes: readonly Outcome[]): string[] => outcomes.map(({ where }) => where);

  it('can be carried out for each rule that has one', () => {
    const carriedOut = new Set(all.map(({ finding }) => finding.rule));
    const without = allRules.filter(({ id, fixes }) => fixes !== undefined && !carriedOut.has(id));
    assert.deepEqual(
      without.map(({ id }) => id),
      [],
    );
  });

  it('takes its finding away when it is preferred', () => {
    const kept = all
      .filter(({ plan }) => plan.preferred)
      .filter(({ finding, before, after }) => countOf(after, finding.rule) >= countOf(before, finding.rule));
    assert.deepEqual(wheres(kept), []);
  });

  it('brings no error and no warning, unless it makes something readable that was not', () => {
    const worse = all.filter((outcome) => !bringsToLight(outcome) && brought(outcome).length > 0);
    assert.deepEqual(
      worse.map((outcome) => `${outcome.where}: ${brought(outcome).join(', ')}`),
      [],
    );
  });

  it('changes nothing more when it is carried out again', () => {
    const twice = all.filter(
      ({ again, filesAfter }) => again && [...again].some(([path, text]) => filesAfter.get(path) !== text),
    );
    assert.deepEqual(wheres(twice), []);
  });

  it('leaves every line alone but those that it is about', () => {
    const careless = all.filter(({ plan, filesBefore, filesAfter }) => {
      const gone = [...filesBefore].flatMap(([path, text]) => linesGone(text, filesAfter.get(path) ?? ''));
      return gone.length > linesConcerned(plan);
    });
    assert.deepEqual(wheres(careless), []);
  });

  it('names up to five strategies, and lets one pick among more', () => {
    const titlesAmong = (count: number): string[] => {
      const one = threatAmongStrategies(count);
      const [outcome] = outcomes(one, ({ rule }) => rule === 'threat-without-strategy');
      assert.ok(outcome);
      assert.equal(countOf(outcome.after, 'threat-without-strategy'), 0);
      return plansFor(outcome.finding, bookOf(outcome.filesBefore), today).map(({ title }) =>
        english.say(title),
      );
    };
    assert.deepEqual(titlesAmong(5).length, 5);
    assert.deepEqual(titlesAmong(6), ['Take it into a strategy…']);
  });

  it('writes into the page that one picks, even where one of another type has its id, too', () => {
    const one = threatAmongStrategies(6);
    const files = new Map([...one.files, ['a/s-1.md', page('type: note', 'Not a strategy.\n')]]);
    const [outcome] = outcomes({ ...one, files }, ({ rule }) => rule === 'threat-without-strategy');
    assert.ok(outcome);
    const plan = outcome.plan;
    const from = bookOf(outcome.filesBefore);
    const threat = from.page('competitors/c.md');
    assert.ok(threat);
    assert.deepEqual(pagesChangedBy(plan, threat, from, { strategy: 's-1' }), ['strategy/s-1.md']);
    assert.throws(
      () => pagesChangedBy(plan, threat, from, { strategy: 'nobody' }),
      /There is no page “nobody”/,
    );
  });

  it('never breaks front matter', () => {
    const broken = all.filter(
      ({ before, after }) => countOf(after, 'front-matter-syntax') > countOf(before, 'front-matter-syntax'),
    );
    assert.deepEqual(wheres(broken), []);
  });
});

/** The lines of a text that are not in another one as often. */
function linesGone(before: string, after: string): string[] {
  const left = after.split(/\r?\n/);
  return before
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter((line) => {
      const at = left.indexOf(line);
      if (at >= 0) left.splice(at, 1);
      return at < 0;
    });
}

/** How many lines a fix may write otherwise; all else it may only add. */
function linesConcerned(plan: FixPlan): number {
  switch (plan.kind) {
    case 'replace':
      return new Set(plan.edits.map(({ range }) => range.start.line)).size;
    case 'setFields':
      return Object.keys(plan.values).length * (plan.pages?.length ?? 1);
    case 'closeTask':
    case 'createPage':
    case 'renameField':
    case 'addField':
      return 1;
    case 'insertSections':
    case 'insertLines':
      return 0;
  }
}
