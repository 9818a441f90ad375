import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pageTypes } from '../../../src/core/schema/schema';
import { type TypeLiteral, typeLiteralsIn } from '../support/typeLiterals';

const root = join(__dirname, '../../..');
const ids = new Set(pageTypes.map(({ id }) => id));

/** Files that may name page types without being listed: the table, and the families of rules about pages. */
const free = /^src\/core\/(?:schema\/types|rules\/(?:daily|shortTerm|longTerm|principles|time))\//;

/** What ids of page types also are, where they go into one of these. */
const otherMeanings: readonly { readonly what: string; readonly slots: readonly string[] }[] = [
  { what: 'fields', slots: ['textOf', 'get', 'optional', 'namingFields'] },
  { what: 'English words', slots: ['plural'] },
  { what: 'scopes of rules', slots: ['scope'] },
  { what: 'kinds of row, lens and date', slots: ['kind', 'NodeKind', 'lensKinds', 'AgendaKind', 'DateKind'] },
  { what: 'codicons, keys of rows', slots: ['icon', 'key'] },
  { what: 'parts of figures', slots: ['rowsOf'] },
];

/**
 * What remains, and why. Each file is about the types that it names, as a rule is; none of them decides for types in
 * general. A new type needs no line in any of these files, and a new file needs a reason to stand here.
 */
const remaining: readonly { readonly why: string; readonly files: Readonly<Record<string, string>> }[] = [
  {
    why: 'an analysis of pages of these types',
    files: {
      'src/core/analysis/assumptions.ts': 'strategy',
      'src/core/analysis/contact.ts': 'partner',
      'src/core/analysis/coverage.ts': 'budget competitor product region segment voice',
      'src/core/analysis/market.ts': 'competitor voice',
      'src/core/analysis/pace.ts': 'budget',
      'src/core/analysis/productPages.ts': 'voice',
      'src/core/analysis/salesOutlook.ts': 'budget',
      'src/core/analysis/value.ts': 'improvement line-change',
      'src/core/analysis/voicesByMonth.ts': 'voice',
      'src/core/analysis/voicesInPeriod.ts': 'voice',
    },
  },
  {
    why: 'a section, view, lens or export that shows such an analysis',
    files: {
      'src/core/language/codeLens/paceLens.ts': 'budget',
      'src/core/report/csvExports.ts': 'budget voice',
      'src/core/report/dashboard/budgets.ts': 'budget',
      'src/core/report/dashboard/competitors.ts': 'competitor',
      'src/core/report/dashboard/context.ts': 'competitor',
      'src/core/report/dashboard/coverage.ts': 'budget competitor product region segment voice',
      'src/core/report/dashboard/customers.ts': 'voice',
      'src/core/report/onePager/market.ts': 'competitor trend voice',
      'src/core/report/onePager/numbers.ts': 'budget',
      'src/core/report/onePager/plans.ts': 'decision opportunity proposal strategy',
      'src/core/report/review/market.ts': 'competitor trend',
      'src/core/report/review/money.ts': 'budget',
      'src/core/report/trees/marketTree.ts': 'competitor trend voice',
      'src/core/report/trees/productRow.ts': 'budget competitor voice',
      'src/core/report/trees/productsTree.ts': 'product region segment',
    },
  },
  {
    why: 'products: their one-pager, and the sheets that a new book begins with',
    files: {
      'src/cli/commands/init.ts': 'competitor product',
      'src/cli/commands/report.ts': 'product',
      'src/core/edit/initBook.ts': 'product',
      'src/extension/commands/initialiseBook.ts': 'product',
      'src/extension/commands/onePager.ts': 'product',
      'src/extension/reports/onePagerDocuments.ts': 'product',
    },
  },
  {
    why: 'fields that pages of one type have: gates, the weights of months',
    files: {
      'src/core/edit/itemSnippets.ts': 'new-product',
      'src/core/rules/structure/fields.ts': 'budget',
    },
  },
  {
    why: 'fields that every page or plan has, and refer to these types',
    files: { 'src/core/schema/commonFields.ts': 'competitor product region segment strategy' },
  },
  {
    why: 'activities that are called as the plans made for them',
    files: { 'src/core/schema/activities.ts': 'marketing-plan new-product promotion trade-show' },
  },
  {
    why: 'new pages that an empty view offers',
    files: { 'src/manifest/views.ts': 'competitor product trend voice' },
  },
  { why: 'the words of the agenda’s kinds', files: { 'src/core/report/reportWords.ts': 'review' } },
];

const otherSlots = new Set(otherMeanings.flatMap(({ slots }) => slots));

const literals = new Map(
  readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .map((file) => `src/${file.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file))
    .sort()
    .map((file) => [file, typeLiteralsIn(file, readFileSync(join(root, file), 'utf8'), ids)]),
);

function namedTypes(found: readonly TypeLiteral[]): string {
  const named = found.filter(({ slot }) => !otherSlots.has(slot)).map(({ id }) => id);
  return [...new Set(named)].sort().join(' ');
}

describe('The names of page types', () => {
  it('stand in the table, in rules about these types, and where this test says why', () => {
    const found = [...literals]
      .filter(([file]) => !free.test(file))
      .map(([file, all]) => [file, namedTypes(all)] as const)
      .filter(([, named]) => named !== '');
    const meant = Object.assign({}, ...remaining.map(({ files }) => files)) as Record<string, string>;
    assert.deepEqual(Object.fromEntries(found), meant, 'tell it in src/core/schema/types instead');
  });

  it('are no cases of a switch and no keys of a table, but for types with rows or titles of their own', () => {
    const cases = [...literals].flatMap(([file, found]) =>
      found.some(({ slot }) => slot.startsWith('keys of') || slot === 'case') ? [file] : [],
    );
    assert.deepEqual(
      cases.filter((file) => !file.startsWith('src/core/schema/types/')),
      ['src/core/report/dashboard/coverage.ts', 'src/core/report/trees/marketTree.ts'],
    );
  });

  it('are seen wherever a source could decide by them', () => {
    const seen = (source: string): string[] =>
      typeLiteralsIn('a.ts', source, ids)
        .filter(({ slot }) => !otherSlots.has(slot))
        .map(({ id }) => id);
    assert.deepEqual(seen("if (page.type === 'product') f();"), ['product']);
    assert.deepEqual(seen("if ('product' !== type) f();"), ['product']);
    assert.deepEqual(seen("switch (page.type) { case 'voice': f(); }"), ['voice']);
    assert.deepEqual(seen("const known = new Set(['log', 'partner']);"), ['log', 'partner']);
    assert.deepEqual(seen("const verbs = new Map([['trend', 'Seen']]);"), ['trend']);
    assert.deepEqual(seen("const verbs = { trend: 'Seen', voice: 'Heard' };"), ['trend', 'voice']);
    assert.deepEqual(seen("book.pagesOfType('budget')"), ['budget']);
    assert.deepEqual(seen("const isDone = page.type === 'trade-show' ? a : b;"), ['trade-show']);
  });

  it('are told from other words that are written alike', () => {
    const seen = (source: string): string[] =>
      typeLiteralsIn('a.ts', source, ids)
        .filter(({ slot }) => !otherSlots.has(slot))
        .map(({ id }) => id);
    assert.deepEqual(seen("const rule = { scope: 'book' };"), []);
    assert.deepEqual(seen("if (lens.kind === 'review') f();"), []);
    assert.deepEqual(seen("textOf(page, 'response')"), []);
    assert.deepEqual(seen("plural(count, 'competitor')"), []);
    assert.deepEqual(seen("type Context = Pick<All, 'book' | 'today'>;"), []);
    assert.deepEqual(seen('const context = { book, product };'), []);
  });
});
