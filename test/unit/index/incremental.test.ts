import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { type Book, Library, type LibraryUpdate } from '../../../src/core/index/library';
import type { Finding, SeverityOrOff } from '../../../src/core/model/finding';
import { allRules } from '../../../src/core/rules/allRules';
import { BookChecker, everyRule, type TouchedPages } from '../../../src/core/rules/bookChecker';
import { type Files, inBrief, libraryOf, log, page, plainBook, quiet, today } from '../support/books';
import { runs } from '../support/runs';
import { bookPaths, type Edit, edits, ids, paths, types } from './randomEdits';

function apply(library: Library, edit: Edit): LibraryUpdate | undefined {
  if (edit.kind === 'set') return library.setFile(edit.path, edit.text);
  if (edit.kind === 'delete') return library.deleteFile(edit.path);
  return undefined;
}

/** The library that the same files make when they are read at once, in the order of their paths. */
function rebuilt(library: Library, texts: ReadonlyMap<string, string>): Library {
  assert.deepEqual(new Set(library.paths()), new Set(texts.keys()));
  const fresh = new Library();
  for (const path of [...texts.keys()].sort()) fresh.setFile(path, texts.get(path) as string);
  return fresh;
}

function keepText(texts: Map<string, string>, edit: Edit): void {
  if (edit.kind === 'set') texts.set(edit.path, edit.text);
  if (edit.kind === 'delete') texts.delete(edit.path);
}

/** Everything that can be asked of an index. */
function everythingIn(index: BookIndex): unknown {
  return {
    settings: index.settings,
    bookPage: index.bookPage,
    pageCount: index.pageCount,
    pages: index.pages(),
    types: [...new Set(types)].map((type) => index.pagesOfType(type)),
    ids: [...index.ids()].sort(),
    pagesWithId: ids.map((id) => index.pagesWithId(id)),
    files: paths.filter((path) => index.hasFile(path)),
    templates: types.map((type) => index.template(type)),
    from: index.pages().map(({ path }) => index.referencesFrom(path)),
    to: index.pages().map((page) => index.referencesTo(page)),
    nowhere: index
      .referencesToTarget({ id: 'nowhere' })
      .map(({ from, range }) => [from, range])
      .sort(),
    resolved: index
      .pages()
      .map(({ path }) => index.referencesFrom(path).map((reference) => index.resolve(reference)?.path)),
  };
}

const bounded = { interruptAfterTimeLimit: 2500, markInterruptAsFailure: false };

describe('a library kept by single edits', () => {
  it('holds the same books and indexes as one read anew', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const library = new Library();
        const texts = new Map<string, string>();
        for (const edit of sequence) {
          apply(library, edit);
          keepText(texts, edit);
        }
        const fresh = rebuilt(library, texts);
        assert.deepEqual(
          library.books().map(({ root, index }) => [root, everythingIn(index)]),
          fresh.books().map(({ root, index }) => [root, everythingIn(index)]),
        );
      }),
      { numRuns: runs(120), ...bounded },
    );
  });

  it('reports every change: checkers that follow its updates find what fresh ones find', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const library = new Library();
        const checkers = new Map<Book, BookChecker>();
        let day = today;
        let severities: ReadonlyMap<string, SeverityOrOff> = new Map();
        for (const edit of sequence) {
          const update = apply(library, edit);
          if (edit.kind === 'today') day = edit.day;
          if (edit.kind === 'severities') severities = edit.severities;
          for (const book of update?.closed ?? []) checkers.delete(book);
          for (const book of update?.opened ?? [])
            checkers.set(book, new BookChecker(book.index, { today: day, severities }));
          for (const [book, checker] of checkers) {
            if (edit.kind === 'today') checker.setToday(day);
            if (edit.kind === 'severities') checker.setSeverities(severities);
            const changes = (update?.changes ?? []).filter((change) => change.book === book);
            if (changes.length > 0) checker.update(changes.map(({ change }) => change));
          }
          assert.deepEqual(new Set(checkers.keys()), new Set(library.books()));
        }
        for (const [book, checker] of checkers) {
          const fresh = new BookChecker(book.index, { today: day, severities });
          assert.deepEqual(checker.findings(), fresh.findings());
        }
      }),
      { numRuns: runs(120), ...bounded },
    );
  });

  it('names every page whose findings have changed', () => {
    fc.assert(
      fc.property(edits, (sequence) => {
        const library = new Library();
        library.setFile('book.md', '---\ntype: book\n---\n');
        const book = library.book('') as Book;
        const checker = new BookChecker(book.index, { today });
        for (const edit of sequence) {
          const before = new Map(paths.concat(bookPaths).map((path) => [path, checker.findingsOf(path)]));
          let touched: TouchedPages = new Set();
          if (edit.kind === 'today') touched = checker.setToday(edit.day);
          else if (edit.kind === 'severities') touched = checker.setSeverities(edit.severities);
          else {
            const update = apply(library, edit);
            if (update?.closed.includes(book)) return;
            const changes = (update?.changes ?? []).filter((change) => change.book === book);
            touched = checker.update(changes.map(({ change }) => change));
          }
          for (const [path, findings] of before) {
            if (touched !== 'all' && !touched.has(path))
              assert.deepEqual(checker.findingsOf(path), findings, `${path} is not among the touched`);
          }
        }
      }),
      { numRuns: runs(60), ...bounded },
    );
  });
});

/** A book whose changes a checker follows. */
function followed(files: Files): { checker: BookChecker; set(path: string, text: string): number } {
  const library = libraryOf({ 'book.md': plainBook, ...files });
  const book = library.book('') as Book;
  const checker = new BookChecker(book.index, { today });
  checker.proceed();
  return {
    checker,
    /** Sets a file; returns how many rules looked at something because of it. */
    set(path, text) {
      const before = checker.runs;
      checker.update(library.setFile(path, text).changes.map(({ change }) => change));
      checker.proceed();
      return checker.runs - before;
    },
  };
}

describe('a checker that follows a book', () => {
  const competitor = (threat: string, more = '', body = ''): string =>
    page(`type: competitor\nthreat: ${threat}\nreviewed: 2026-11-20${more}`, body);

  it('runs again what looks at all that refers to a page, when what it reads of the page has changed', () => {
    const { checker, set } = followed({ 'c.md': competitor('low') });
    const findings = (): string[] =>
      inBrief(checker.findingsOf('c.md')).filter((finding) => finding.includes('threat-without'));
    assert.deepEqual(findings(), []);
    set('c.md', competitor('high'));
    assert.deepEqual(findings(), ['c.md:3 threat-without-strategy information']);
    set('c.md', competitor('high').replace('threat:', '# Since last week.\nthreat:'));
    assert.deepEqual(findings(), ['c.md:4 threat-without-strategy information']);
    set('c.md', competitor('high', '', '<!-- status-book-ignore threat-without-strategy -->\n'));
    assert.deepEqual(findings(), []);
    set('c.md', competitor('high', '', 'Prose.\n'));
    assert.deepEqual(findings(), ['c.md:3 threat-without-strategy information']);
    set('c.md', competitor('low', '', 'Prose.\n'));
    assert.deepEqual(findings(), []);
  });

  it('leaves that alone when only the prose of the page has changed', () => {
    const { checker, set } = followed({ 'c.md': competitor('high', '', 'Prose.\n') });
    checker.findings();
    const rules = everyRule.pageRulesFor('competitor');
    const runs = set('c.md', competitor('high', '', 'More prose.\n'));
    assert.equal(runs, rules.filter(({ ownParts }) => !ownParts).length);
    assert.ok(runs < rules.length);
  });

  it('misses no page that others move to where it has looked already', () => {
    const files = Object.fromEntries(
      Array.from('abcdefgh', (name) => [`${name}.md`, competitor('high', '\nnosuchfield: 1')]),
    );
    const library = libraryOf({ 'book.md': plainBook, ...files });
    const checker = new BookChecker((library.book('') as Book).index, { today });
    const follow = ({ changes }: LibraryUpdate): unknown =>
      checker.update(changes.map(({ change }) => change));
    const once = (): (() => boolean) => {
      let times = 0;
      return () => ++times < 4;
    };
    assert.equal(checker.proceed(once()), false);
    follow(library.deleteFile('a.md'));
    follow(library.deleteFile('b.md'));
    follow(library.setFile('aa.md', competitor('high')));
    assert.equal(checker.proceed(once()), false);
    assert.equal(checker.proceed(), true);
    const before = checker.runs;
    checker.findings();
    assert.equal(checker.runs, before);
  });

  const decision = (body: string, more = ''): string => page(`${quiet}${more}`, body);

  it('fixes a broken reference when the page appears, and breaks it when the page goes', () => {
    const { checker, set } = followed({ 'x.md': decision('[[y]]\n') });
    assert.deepEqual(inBrief(checker.findings()), ['x.md:6 reference-broken warning']);
    set('y.md', decision(''));
    assert.deepEqual(checker.findings(), []);
    set('z.md', decision('', '\nid: y'));
    set('y.md', '# No page\n');
    set('z.md', decision(''));
    assert.deepEqual(checker.findings(), [], 'the note y.md is found by its name');
    set('a/y.md', '# Another note\n');
    assert.deepEqual(checker.findings(), [], 'the nearer file is meant');
  });

  it('fixes a broken link when a file appears that is no page', () => {
    const { checker, set } = followed({ 'x.md': decision('[y](y.md)\n') });
    assert.deepEqual(inBrief(checker.findings()), ['x.md:6 reference-broken warning']);
    set('y.md', '# No page\n');
    assert.deepEqual(checker.findings(), []);
  });

  it('follows the first page of an id to its new place', () => {
    const { checker, set } = followed({ 'a.md': decision('', '\nid: x'), 'b.md': decision('', '\nid: x') });
    assert.equal(checker.findingsOf('b.md')[0]?.related?.[0]?.range.start.line, 4);
    set('a.md', decision('', '\ntitle: A\nid: x'));
    assert.equal(checker.findingsOf('b.md')[0]?.related?.[0]?.range.start.line, 5);
  });

  it('sees that a page has become one of the wrong type', () => {
    const strategy = page('type: strategy\nyears: 3\nadvantage: x\nreviewed: 2026-11-20');
    const { checker, set } = followed({ 'x.md': decision('', '\nproducts: [y]'), 'y.md': strategy });
    assert.deepEqual(inBrief(checker.findingsOf('x.md')), ['x.md:5 reference-broken warning']);
    set('y.md', page('type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20'));
    assert.deepEqual(checker.findingsOf('x.md'), []);
  });

  it('sees that a page of another type takes over an id, and the log pages that link to it', () => {
    const { checker, set } = followed({
      'log/2026-11-16.md': log('2026-11-16', '1h liaison: [[z]]'),
      'log/2026-08-01.md': log('2026-08-01', '1h liaison'),
      'y.md': page('type: trend\nid: z\nobserved: 2026-08-01'),
    });
    const quiet = (): Finding[] => checker.findings().filter(({ rule }) => rule === 'market-quiet');
    assert.deepEqual(quiet(), []);
    set('a.md', decision('', '\nid: z'));
    assert.deepEqual(inBrief(quiet()), ['book.md:2 market-quiet information']);
  });

  const crowd = Object.fromEntries(
    Array.from({ length: 50 }, (_, index) => [`many/p${index}.md`, decision(`[[p${(index + 1) % 50}]]\n`)]),
  );
  const pageRules = allRules.filter((rule) => rule.scope === 'page');
  const forDecisions = pageRules.filter(
    (rule) => (!rule.types || rule.types.includes('decision')) && (rule.ownParts?.includes('links') ?? true),
  );
  const readingDecisions = allRules.filter(
    (rule) => rule.scope === 'book' && (rule.reads === 'any' || rule.reads.includes('decision')),
  );

  it('looks at one page alone when its body changes, and at those that refer to it for what they say of it', () => {
    const { set } = followed(crowd);
    const ofReferrer = forDecisions.filter(({ needs }) => needs.includes('targets')).length;
    const ofTarget = forDecisions.filter(({ needs }) => needs.includes('referrers')).length;
    const most = forDecisions.length + ofReferrer + ofTarget + readingDecisions.length;
    const runs = set('many/p7.md', decision('A word. [[p8]]\n'));
    const least = forDecisions.filter(({ ownParts }) => !ownParts || ownParts.includes('links')).length;
    assert.ok(runs >= least && runs <= most, `${runs} runs, at most ${most} are called for`);
  });

  it('looks as often in a book of ten times the size', () => {
    const tenfold = Object.fromEntries(
      Array.from({ length: 500 }, (_, index) => [`more/q${index}.md`, decision('')]),
    );
    const text = decision('A word. [[p8]]\n');
    assert.equal(
      followed({ ...crowd, ...tenfold }).set('many/p7.md', text),
      followed(crowd).set('many/p7.md', text),
    );
  });

  it('looks at nothing when a file changes that is no page and was none', () => {
    const { set } = followed({ ...crowd, 'notes.md': '# Notes\n' });
    assert.equal(set('notes.md', '# Other notes\n'), 0);
  });

  it('looks at everything when the settings of the book change', () => {
    const { checker, set } = followed(crowd);
    const whole = checker.runs;
    assert.ok(set('book.md', page('type: book\ncompany: Teich')) >= whole);
  });

  it('looks only at what depends on the day when the day changes', () => {
    const { checker } = followed(crowd);
    const before = checker.runs;
    checker.setToday('2026-11-24');
    const daily = forDecisions.filter(({ needs }) => needs.includes('today')).length * 50;
    const ofBook = pageRules.filter(
      (rule) => (!rule.types || rule.types.includes('book')) && rule.needs.includes('today'),
    ).length;
    const bookRules = allRules.filter((rule) => rule.scope === 'book' && rule.needsToday).length;
    assert.equal(checker.runs - before, daily + ofBook + bookRules);
  });

  it('looks at nothing when the day stays', () => {
    const { checker } = followed(crowd);
    const before = checker.runs;
    assert.deepEqual(checker.setToday(today), new Set());
    assert.equal(checker.runs, before);
  });

  it('does not run a rule that is off', () => {
    const { checker, set } = followed({ 'x.md': decision('[[y]]\n') });
    const on = checker.runs;
    set('book.md', page(`type: book\nrules: {${allRules.map(({ id }) => `${id}: off`).join(', ')}}`));
    assert.equal(checker.runs, on);
    assert.deepEqual(checker.findings(), []);
  });
});
