import assert from 'node:assert/strict';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { Page } from '../../../src/core/model/page';
import { LazyPage } from '../../../src/core/parse/lazyPage';
import { parsePage } from '../../../src/core/parse/parsePage';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { longPages } from '../../bench/longPageKinds';
import { bookOf } from '../support/books';

const today = '2026-11-23';
const path = 'log/2026-11-23.md';
const length = 60_000;
const kinds = Object.entries(longPages).map(([kind, page]) => [kind, shortened(page())] as const);

/** Its front matter, and the beginning of its body. */
function shortened(text: string): string {
  const start = Math.max(0, text.indexOf('\n---\n', 4));
  return text.slice(0, start + length);
}

const isAllFrontMatter = (kind: string): boolean => kind === 'front matter without an end';

/** The page takes its place in the book, and what that means is taken over. */
function setPage(book: BookIndex, checker: BookChecker, at: string, text: string): void {
  checker.update([book.set(at, LazyPage.of(at, text) ?? null)]);
}

/** Checks one slice after the other; returns how many they were. */
function checkInSlices(checker: BookChecker): number {
  let slices = 1;
  while (!checker.proceed(() => false)) slices++;
  return slices;
}

const brokenLinks = (count: number): string =>
  `---\ntype: decision\nsize: minor\nopened: 2026-11-20\n---\n${'See [[other]] and the rest of the line.\n\n'.repeat(count)}`;

describe('long pages', () => {
  for (const [kind, text] of kinds) {
    it(`is parsed in slices as at once: ${kind}`, () => {
      const work = LazyPage.inSlices(path, text);
      let step = work.next();
      let slices = 1;
      for (; !step.done; slices++) step = work.next();
      const inSlices = step.value as Page;
      for (const [part, value] of Object.entries(parsePage(path, text) as Page))
        assert.deepEqual(inSlices[part as keyof Page], value, part);
      assert.ok(slices > 2 || isAllFrontMatter(kind), `${slices} slices`);
    });

    it(`is checked in slices as at once: ${kind}`, () => {
      const files = { 'book.md': '---\ntype: book\n---\n', [path]: text };
      const atOnce = new BookChecker(bookOf(files), { today }).findings();
      const checker = new BookChecker(bookOf(files), { today });
      checkInSlices(checker);
      assert.deepEqual(checker.findings(), atOnce);
    });
  }

  for (const kind of [
    'prose with marks',
    'wiki links',
    'headings',
    'promises',
    'time entries',
    'mentions',
    'marks of a merge',
  ]) {
    it(`works on a longer page in more slices: ${kind}`, () => {
      const slicesOf = (size: number): number => {
        const text = (longPages[kind]?.() ?? '').slice(0, size);
        let slices = 1;
        for (const work = LazyPage.inSlices(path, text); !work.next().done; ) slices++;
        return slices + checkInSlices(new BookChecker(bookOf({ [path]: text }), { today }));
      };
      // Each rule has a slice of its own, however long the page is.
      const [one = 0, two = 0, four = 0] = [1, 2, 4].map((times) => slicesOf(times * length));
      assert.ok(two - one > 3 && four - two > 1.7 * (two - one), `${one}, ${two}, ${four} slices`);
    });
  }

  it('checks a long page in many slices', () => {
    const checker = new BookChecker(bookOf({ [path]: brokenLinks(2000) }), { today });
    assert.ok(checkInSlices(checker) > 2000 / 128);
  });

  it('leaves what changed in a long page to the next slices', () => {
    const book = bookOf({ [path]: brokenLinks(2000) });
    const checker = new BookChecker(book, { today });
    checker.proceed();
    setPage(book, checker, path, brokenLinks(2001));
    assert.ok(checker.waits(path) && checker.defers);
    checkInSlices(checker);
    assert.ok(!checker.waits(path) && !checker.defers);
    assert.equal(checker.findingsOf(path).length, 2001);
  });

  it('tells of a long page what is found in it now, asked before its slices are done', () => {
    const book = bookOf({ [path]: brokenLinks(2000) });
    const checker = new BookChecker(book, { today });
    checker.proceed();
    setPage(book, checker, path, brokenLinks(2001));
    assert.equal(checker.findingsOf(path).length, 2001);
    assert.ok(!checker.waits(path));
  });

  it('runs again only the rules that what changed in a long page concerns', () => {
    const book = bookOf({ [path]: brokenLinks(2000) });
    const checker = new BookChecker(book, { today });
    checker.proceed();
    const { runs } = checker;
    setPage(book, checker, path, `${brokenLinks(2000)}Prose.\n`);
    checkInSlices(checker);
    const short = bookOf({ [path]: brokenLinks(20) });
    const ofShort = new BookChecker(short, { today });
    ofShort.proceed();
    const runsOfShort = ofShort.runs;
    setPage(short, ofShort, path, `${brokenLinks(20)}Prose.\n`);
    assert.equal(checker.runs - runs, ofShort.runs - runsOfShort);
  });

  for (const [when, begun] of [
    ['from scratch', (checker: BookChecker) => checker.recheck()],
    ['after a change', () => {}],
  ] as const) {
    it(`begins anew, ${when}, where the page changes between two slices`, () => {
      const book = bookOf({ [path]: brokenLinks(2000) });
      const checker = new BookChecker(book, { today });
      checker.proceed();
      begun(checker);
      setPage(book, checker, path, brokenLinks(2001));
      for (let slice = 0; slice < 8; slice++) checker.proceed(() => false);
      setPage(book, checker, path, brokenLinks(1999));
      checkInSlices(checker);
      assert.equal(checker.findingsOf(path).length, 1999);
    });

    it(`begins anew, ${when}, where a page that it names comes between two slices`, () => {
      const book = bookOf({ [path]: brokenLinks(2000) });
      const checker = new BookChecker(book, { today });
      checker.proceed();
      begun(checker);
      setPage(book, checker, path, brokenLinks(2001));
      for (let slice = 0; slice < 8; slice++) checker.proceed(() => false);
      setPage(book, checker, 'other.md', '---\ntype: partner\ncontact: 2026-11-20\n---\n');
      checkInSlices(checker);
      assert.deepEqual(
        checker.findingsOf(path).filter(({ rule }) => rule === 'reference-broken'),
        [],
      );
    });
  }

  it('forgets what a long page of another type had, changed between two slices', () => {
    const book = bookOf({ [path]: brokenLinks(2000) });
    const checker = new BookChecker(book, { today });
    for (let slice = 0; slice < 40; slice++) checker.proceed(() => false);
    setPage(book, checker, path, brokenLinks(2000).replace('decision', 'competitor'));
    checkInSlices(checker);
    const fresh = new BookChecker(bookOf({ [path]: brokenLinks(2000).replace('decision', 'competitor') }), {
      today,
    });
    assert.deepEqual(checker.findingsOf(path), fresh.findingsOf(path));
  });
});
