import assert from 'node:assert/strict';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { codeLensesOf } from '../../../src/core/language/codeLens/codeLenses';
import { completionsAt } from '../../../src/core/language/completion/completion';
import { hoverAt } from '../../../src/core/language/hover/hover';
import { faultLine, onFault } from '../../../src/core/model/faults';
import type { Page } from '../../../src/core/model/page';
import { dashboardOf } from '../../../src/core/report/dashboard';
import { onePagerOf } from '../../../src/core/report/onePager/onePager';
import { reviewOf } from '../../../src/core/report/review/review';
import { agendaTree } from '../../../src/core/report/trees/agendaTree';
import { productsTree } from '../../../src/core/report/trees/productsTree';
import { chunked, treeNode } from '../../../src/core/report/trees/treeNode';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, page, today } from '../support/books';
import { english } from '../support/english';
import { period, sampleFiles, say } from './support';

function fails(): never {
  throw new Error('no such thing');
}

/** The sample book, in which whoever asks for pages of a type fails. */
function sampleFailingFor(type: string): BookIndex {
  const book = bookOf(sampleFiles());
  const { pagesOfType } = book;
  book.pagesOfType = (wanted) => (wanted === type ? fails() : pagesOfType.call(book, wanted));
  return book;
}

const sample = bookOf(sampleFiles());
const place = { id: 'x', root: '' };
const row = { kind: 'item', icon: 'circle' } as const;

describe('a part that fails says so in its place, is logged, and leaves all else as it is:', () => {
  let logged: string[];
  let ignore: () => void;
  beforeEach(() => {
    logged = [];
    ignore = onFault((fault) => logged.push(faultLine(fault)));
  });
  afterEach(() => ignore());

  const isLogged = (part: RegExp): void => assert.match(logged.join('\n'), part);

  it('a section of the dashboard', () => {
    const whole = dashboardOf(sample, today);
    const model = dashboardOf(sampleFailingFor('competitor'), today);
    assert.equal(say(model.competitors.empty?.text ?? ''), 'This could not be computed. Please report this.');
    assert.deepEqual(model.budgets, whole.budgets);
    assert.deepEqual(model.trust, whole.trust);
    isLogged(/the section “competitors” of the dashboard: no such thing/);
  });

  it('the headlines of the dashboard', () => {
    const { headlines } = dashboardOf(sampleFailingFor('competitor'), today);
    assert.deepEqual(
      headlines.map(({ id, detail }) => [id, say(detail)]),
      ['balance', 'competitors', 'waiting', 'sales'].map((id) => [
        id,
        'This could not be computed. Please report this.',
      ]),
    );
  });

  it('a section of a review', () => {
    const options = { today };
    const whole = reviewOf(period('2026-W47'), { book: sample, ...options });
    const other = reviewOf(period('2026-W47'), { book: sampleFailingFor('budget'), ...options });
    const differing = other.sections.filter(
      (section, at) => JSON.stringify(section) !== JSON.stringify(whole.sections[at]),
    );
    assert.ok(differing.length > 0 && differing.length < whole.sections.length / 2);
    assert.match(
      JSON.stringify(english.spoken(differing)),
      /“Sales and budget” could not be computed\. Please report this\./,
    );
    isLogged(/the section “Sales and budget” of a report: no such thing/);
  });

  it('a section of a one-pager', () => {
    const product = sample.pagesOfType('product')[0] as Page;
    const sectionsOf = (text: string): string[] =>
      onePagerOf(product, text, { book: sample, today }, say).split('\n## ');
    const whole = sectionsOf('');
    // The text of the page is asked for its status alone.
    const [state, ...others] = sectionsOf(undefined as unknown as string);
    assert.match(state ?? '', /“The state” could not be computed\. Please report this\./);
    assert.deepEqual(others, whole.slice(1));
    isLogged(/the section “The state” of a report/);
  });

  it('a view', () => {
    const index = sampleFailingFor('product');
    const shown = { root: '', index, checker: new BookChecker(index, { today }) };
    const labels = productsTree([shown], today, 'line').map(({ label }) => say(label));
    assert.deepEqual(labels, ['This view could not be computed. Please report this.']);
    assert.ok(agendaTree([shown], today).length > 1);
    isLogged(/the rows of “view”: no such thing/);
  });

  it('the rows below a row, and its tooltip', () => {
    const node = treeNode(place, { ...row, key: 'a', label: 'Plans', children: fails, tooltip: fails });
    assert.deepEqual(
      node.children.map(({ label }) => say(label)),
      ['“Plans” could not be computed. Please report this.'],
    );
    assert.deepEqual(english.spoken(node.tooltip), [
      'Plans',
      'What it tells could not be computed. Please report this.',
    ]);
  });

  it('one row of a list', () => {
    const rowOf = (name: string) =>
      name === 'b' ? fails() : treeNode(place, { ...row, key: name, label: name });
    const labels = chunked(place, ['a', 'b', 'c'], (name) => name, rowOf).map(({ label }) => say(label));
    assert.deepEqual(labels, ['a', '“b” could not be computed. Please report this.', 'c']);
    isLogged(/a row of “x”: no such thing/);
  });

  it('a code lens, when it is found and when it is shown', () => {
    const book = bookOf({ 't.md': page('type: trend') });
    const context = { page: book.page('t.md') as Page, book, today };
    const range = context.page.typeLine;
    const lenses = codeLensesOf(context, new Set(['review', 'pace', 'ledger'] as const), {
      review: fails,
      pace: () => [{ kind: 'pace', range, text: fails }],
      ledger: () => [{ kind: 'ledger', range, text: () => ({ title: 'kept' }) }],
    });
    assert.deepEqual(
      lenses.map(({ text }) => say(text().title)),
      [
        '“review” could not be computed. Please report this.',
        '“pace” could not be computed. Please report this.',
        'kept',
      ],
    );
    isLogged(/the lens “review” of page t\.md: no such thing/);
  });

  it('a part of a hover', async () => {
    const position = { line: 1, character: 1 };
    const part = { range: { start: position, end: position }, markdown: 'what was found' };
    const request = {
      book: sample,
      path: 't.md',
      text: '',
      position,
      today,
      findingsOf: () => [],
      textOf: async () => undefined,
      links: { page: () => undefined, rule: () => undefined },
    };
    const hover = await hoverAt(request, {
      subjects: { page: async () => fails(), field: () => part },
      others: { findings: () => [part] },
    });
    assert.equal(
      say(hover?.markdown ?? ''),
      '“page” could not be computed. Please report this.\n\n---\n\nwhat was found',
    );
    isLogged(/the hover “page” on page t\.md: no such thing/);
  });

  it('what a completion offers', () => {
    const text = '---\n\n---\n';
    const request = { book: sample, path: 't.md', text, position: { line: 1, character: 0 }, today };
    const skeleton = { label: 'trend', kind: 'skeleton', newText: 'type: trend' } as const;
    const list = completionsAt(request as never, {
      itemsAt: fails,
      skeletonItems: () => [skeleton as never],
    });
    assert.deepEqual(
      list?.items.map(({ label }) => say(label)),
      ['trend'],
    );
    isLogged(/the completion “fieldName” on page t\.md: no such thing/);
  });
});
