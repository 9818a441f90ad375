import { join } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { Page } from '../../../src/core/model/page';
import { allRules } from '../../../src/core/rules/allRules';
import type { Rule } from '../../../src/core/rules/rule';
import { benchDay, generateBook } from '../../bench/generateBook';
import { type ConformanceCase, readConformanceCases } from '../support/conformanceCases';
import { copiedBook } from './copiedBook';
import { addGrowth, freshCopy, indexOf, type Measuring, projectFolder } from './growth';
import { longPages } from './longPages';
import { madeUpRules } from './madeUpRules';
import { sampleBook } from './sampleBook';

/** Copies of a small book that a rule finds something in. */
const caseCopies = [24, 96] as const;
/** How often a page holds the same. */
const repetitions = [16, 64] as const;
/** Copies of the sample book, which has pages of every type. */
const sampleCopies = [1, 4] as const;
const generatedPages = [300, 1200] as const;

/** A rule is counted on a smaller and on a larger book. */
interface Material {
  readonly name: string;
  readonly today: string;
  readonly small: BookIndex;
  readonly large: BookIndex;
}

/** All books of rules are four times as large as the smaller ones. */
const factor = 4;

/** Counts every rule on books that it finds something in, with many pages and with long ones, and on a rich book. */
export function measureRules(measuring: Measuring): void {
  const cases = casesByRule();
  const sample = sampleBook();
  const [smallSample, largeSample] = pairOf(sampleCopies, (copies) => indexOf(copiedBook(sample, copies)));
  for (const rule of allRules) {
    const example = cases.get(rule.id);
    if (!example) throw new Error(`No conformance case finds anything by ${rule.id}.`);
    const { files, today } = example;
    const [small, large] = pairOf(caseCopies, (copies) => indexOf(copiedBook(files, copies)));
    const [short, long] = pairOf(repetitions, (times) => indexOf(longPages(files, times)));
    measureRule(measuring, rule, [
      { name: 'copies of a case', today, small, large },
      { name: 'long pages', today, small: short, large: long },
      {
        name: 'copies of the sample book',
        today: benchDay,
        small: freshCopy(smallSample),
        large: freshCopy(largeSample),
      },
    ]);
  }
}

/** Counts the rules that are made up to try the gate. */
export function measureMadeUpRules(measuring: Measuring): void {
  const [small, large] = pairOf(generatedPages, (pages) => indexOf(generateBook(pages)));
  for (const rule of madeUpRules)
    measureRule(measuring, rule, [{ name: 'generated', today: benchDay, small, large }]);
}

function pairOf<T>([small, large]: readonly [number, number], make: (size: number) => T): [T, T] {
  return [make(small), make(large)];
}

function measureRule({ counter, growths }: Measuring, rule: Rule, materials: readonly Material[]): void {
  const runs = materials.flatMap(({ small, large, today }) =>
    [small, large].map((book) => runOf(rule, book, today)),
  );
  const counts = counter.countEach(runs.map(({ work }) => work));
  materials.forEach(({ name }, index) => {
    const [small = 0, large = 0] = counts.slice(2 * index);
    const found = runs[2 * index + 1]?.found() ?? 0;
    addGrowth(growths, rule.id, { material: name, factor, small, large, found });
  });
}

function runOf(rule: Rule, book: BookIndex, today: string): { work(): void; found(): number } {
  const context = { book, settings: book.settings, today };
  const pages = pagesFor(rule, book);
  let found = 0;
  const report = (): void => {
    found++;
  };
  return {
    work() {
      if (rule.scope === 'book') rule.check(context, report);
      else for (const page of pages) rule.check(page, context, report);
    },
    found: () => found,
  };
}

function pagesFor(rule: Rule, book: BookIndex): readonly Page[] {
  if (rule.scope === 'book') return [];
  return rule.types ? rule.types.flatMap((type) => book.pagesOfType(type)) : book.pages();
}

/** The first case that expects a finding of each rule. */
function casesByRule(): ReadonlyMap<string, ConformanceCase> {
  const byRule = new Map<string, ConformanceCase>();
  for (const one of readConformanceCases(join(projectFolder, 'test/conformance'))) {
    if (!one.files.has('book.md')) continue;
    for (const { rule } of one.findings ?? []) if (!byRule.has(rule)) byRule.set(rule, one);
  }
  return byRule;
}
