import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { allRules } from '../../../src/core/rules/allRules';
import { bookNames } from './bookGrowth';
import { edits } from './editGrowth';
import { type Growth, type Growths, projectFolder } from './growth';
import { longPageNames } from './longPageWork';
import { madeUpRules } from './madeUpRules';
import { pumpedNames } from './pumpedPages';
import { fixesOf } from './ruleGrowth';

/** How much more the work may grow than the book: from 300 to 1,200 pages, n · log n grows 1.3 times as much. */
const nearlyLinear = 1.3;
/** How much more work an edit may be in a book several times as large. */
const nearlyConstant = 1.5;
/** The same for one after which figures over the whole book are summed up anew. */
const partlySummed = 2;
/** Optimised code loses counts, and code that is thrown away is counted anew. */
const steadyCounts = ['--no-opt', '--no-flush-bytecode'];

describe('growth', () => {
  let growths: Growths;

  before(async function () {
    this.timeout(240_000);
    const [rules, books, pages] = await Promise.all([
      measured('rules'),
      measured('books'),
      measured('pages'),
    ]);
    growths = { ...rules, ...books, ...pages };
  });

  const of = (name: string): readonly Growth[] => {
    const found = growths[name] ?? [];
    assert.ok(
      found.length > 0 && found.every(({ small }) => small > 0),
      `${name} has not been counted: ${JSON.stringify(found)}`,
    );
    return found;
  };

  for (const name of bookNames)
    it(`grows no worse than linearly: ${name}`, () => assertNearlyLinear(name, of(name)));

  for (const name of pumpedNames)
    it(`checks a page in no worse than linear time: ${name}`, () => assertNearlyLinear(name, of(name)));

  for (const name of longPageNames)
    it(`grows no worse than the page: ${name}`, () => assertNearlyLinear(name, of(name)));

  for (const [name, { sums }] of Object.entries(edits))
    it(`hardly grows with the book: ${name}`, () =>
      assertNearlyConstant(name, of(name), sums ? partlySummed : nearlyConstant));

  for (const { id } of allRules) {
    it(`grows no worse than linearly: ${id}`, () => {
      assert.ok(
        of(id).some(({ found = 0 }) => found > 0),
        `${id} finds something where it is counted`,
      );
      assertNearlyLinear(id, of(id));
    });
  }

  for (const rule of allRules.filter(({ fixes }) => fixes)) {
    const name = fixesOf(rule);
    it(`grows no worse than linearly: ${name}`, () => assertNearlyLinear(name, of(name)));
  }

  for (const { id } of madeUpRules) {
    if (id === 'made-up-linear' || id === 'made-up-sorting')
      it(`lets a rule pass that is ${id}`, () => assertNearlyLinear(id, of(id)));
    else
      it(`fails a rule by its name that has ${id}`, () =>
        assert.throws(() => assertNearlyLinear(id, of(id)), { message: new RegExp(`^${id} grows`) }));
  }
});

async function measured(what: 'rules' | 'books' | 'pages'): Promise<Growths> {
  const script = join(__dirname, 'measureGrowth.ts');
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...steadyCounts, '--require', 'tsx', script, what],
    { cwd: projectFolder, env: { ...process.env, NODE_OPTIONS: '' }, maxBuffer: 1 << 26 },
  );
  return JSON.parse(stdout) as Growths;
}

function assertNearlyLinear(name: string, all: readonly Growth[]): void {
  const bad = all.filter(({ factor, small, large }) => large / small > nearlyLinear * factor);
  assert.ok(bad.length === 0, `${name} grows worse than linearly: ${bad.map(inWords).join('; ')}`);
}

function assertNearlyConstant(name: string, all: readonly Growth[], limit: number): void {
  const bad = all.filter(({ small, large }) => large / small > limit);
  assert.ok(bad.length === 0, `${name} grows with the book: ${bad.map(inWords).join('; ')}`);
}

function inWords({ material, factor, small, large }: Growth): string {
  const times = (large / small).toFixed(2);
  return `${material}, ${factor} times as large: ${times} times the work (${small} to ${large})`;
}
