import assert from 'node:assert/strict';
import { join } from 'node:path';
import { editsFor } from '../../../src/core/edit/applyPlan';
import { Library } from '../../../src/core/index/library';
import type { Finding } from '../../../src/core/model/finding';
import type { FixPlan } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { allRules, ruleWithId } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { type ConformanceCase, readConformanceCases } from '../support/conformanceCases';

const cases = readConformanceCases(join(__dirname, '../../conformance'));

/** A fix of one finding, carried out: what the book then says. */
interface Outcome {
  readonly where: string;
  readonly plan: FixPlan;
  readonly finding: Finding;
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

/** Carries out each fix that needs no answer, on a book of its own. */
function* outcomes(one: ConformanceCase): Generator<Outcome> {
  const library = libraryOf(one.files);
  const book = library.book('')?.index;
  assert.ok(book);
  const before = new BookChecker(book, { today: one.today }).findings();
  const context = { book, settings: book.settings, today: one.today };
  for (const finding of before) {
    const page = book.page(finding.path);
    assert.ok(page);
    for (const plan of ruleWithId(finding.rule)?.fixes?.(finding, page, context) ?? []) {
      const text = textOf(one, finding.path);
      const { edits, create } = editsFor(plan, page, text, book, one.today);
      if (!edits && !create) continue;
      const files = new Map(one.files);
      if (edits) files.set(finding.path, applyEdits(text, edits));
      if (create) files.set(create.path, create.text).set(finding.path, applyEdits(text, create.backlink));
      const index = libraryOf(files).book('')?.index;
      assert.ok(index, 'the book is still one');
      const after = new BookChecker(index, { today: one.today }).findings();
      yield {
        where: `${one.file}: ${one.name}: ${finding.rule}: ${plan.title}`,
        plan,
        finding,
        before,
        after,
      };
    }
  }
}

function libraryOf(files: ReadonlyMap<string, string>): Library {
  const library = new Library();
  for (const [path, text] of files) library.setFile(path, text);
  return library;
}

function textOf(one: ConformanceCase, path: string): string {
  return (one.files.get(path) ?? '').replace(/^\ufeff/, '');
}

function countOf(findings: readonly Finding[], rule: string): number {
  return findings.filter((finding) => finding.rule === rule).length;
}

describe('a quick fix', () => {
  const all: Outcome[] = [];
  before(() => {
    for (const one of cases) all.push(...outcomes(one));
  });

  it('can be carried out for most rules that have one', () => {
    const carriedOut = new Set(all.map(({ finding }) => finding.rule));
    const withFixes = allRules.filter(({ fixes }) => fixes !== undefined).length;
    assert.ok(carriedOut.size > withFixes / 2, `${carriedOut.size} of ${withFixes}`);
  });

  it('takes its finding away when it is preferred, unless it leaves a new field for the user to fill in', () => {
    const kept = all
      .filter(({ plan }) => plan.preferred && plan.kind !== 'addField')
      .filter(({ finding, before, after }) => countOf(after, finding.rule) >= countOf(before, finding.rule));
    assert.deepEqual(
      kept.map(({ where }) => where),
      [],
    );
  });

  it('brings no error, unless it leaves a new field to fill in or makes a page one that is checked', () => {
    const errorsIn = (findings: readonly Finding[]): number =>
      findings.filter(({ severity }) => severity === 'error').length;
    const worse = all
      .filter(({ plan, finding }) => plan.kind !== 'addField' && finding.rule !== 'type-unknown')
      .filter(({ before, after }) => errorsIn(after) > errorsIn(before));
    assert.deepEqual(
      worse.map(({ where }) => where),
      [],
    );
  });

  it('never breaks front matter', () => {
    const broken = all.filter(
      ({ before, after }) => countOf(after, 'front-matter-syntax') > countOf(before, 'front-matter-syntax'),
    );
    assert.deepEqual(
      broken.map(({ where }) => where),
      [],
    );
  });
});
