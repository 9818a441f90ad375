import { join } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { Finding } from '../../../src/core/model/finding';
import type { Page } from '../../../src/core/model/page';
import { allRules } from '../../../src/core/rules/allRules';
import type { BookReport, Report, Rule } from '../../../src/core/rules/rule';
import { benchDay, generateBook } from '../../bench/generateBook';
import { type ConformanceCase, readConformanceCases } from '../../unit/support/conformanceCases';
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
  if (!rule.fixes) return;
  const fixCounts = counter.countEach(runs.map(({ fix }) => fix));
  materials.forEach(({ name }, index) => {
    const [small = 0, large = 0] = fixCounts.slice(2 * index);
    if (small > 0) addGrowth(growths, fixesOf(rule), { material: name, factor, small, large });
  });
}

/** Under which name the fixes of all findings of a rule are counted. */
export function fixesOf({ id }: Pick<Rule, 'id'>): string {
  return `the fixes of ${id}`;
}

interface Run {
  work(): void;
  found(): number;
  /** Works out what can be done about all that was found. */
  fix(): void;
}

function runOf(rule: Rule, book: BookIndex, today: string): Run {
  const context = { book, settings: book.settings, today };
  const pages = pagesFor(rule, book);
  const findings: Finding[] = [];
  const report = (found: Report | BookReport): void => {
    const path = 'path' in found ? found.path : looked;
    findings.push({ ...found, path, rule: rule.id, severity: 'warning' });
  };
  let looked = '';
  return {
    work() {
      if (rule.scope === 'book') rule.check(context, report);
      else
        for (const page of pages) {
          looked = page.path;
          rule.check(page, context, report);
        }
    },
    found: () => findings.length,
    fix() {
      for (const finding of findings) {
        const page = book.page(finding.path);
        if (page) rule.fixes?.(finding, page, context);
      }
    },
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
