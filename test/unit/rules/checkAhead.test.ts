import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { Library } from '../../../src/core/index/library';
import type { Finding } from '../../../src/core/model/finding';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { CheckAhead, type CheckAheadOptions } from '../../../src/core/rules/checkAhead';
import { page, plainBook, today } from '../support/books';
import { readConformanceCases } from '../support/conformanceCases';

type Files = ReadonlyMap<string, string>;

const cases = readConformanceCases(join(__dirname, '../../conformance'));

/** Reads files, the settings first, and looks at each page as it comes. */
function read(files: Files, options: CheckAheadOptions, order = (paths: string[]) => paths) {
  const library = new Library();
  const ahead = new CheckAhead(options);
  const paths = order([...files.keys()].filter((path) => path !== 'book.md'));
  for (const path of ['book.md', ...paths]) {
    for (const { book, change } of library.setFile(path, files.get(path) ?? plainBook).changes) {
      if (change.after) ahead.look(change.after, book.index);
    }
  }
  return { library, ahead, book: library.book('')?.index as BookIndex };
}

/** As check prints them: the order of fields is nobody's business. */
function told(findings: readonly Finding[]): unknown {
  return JSON.parse(JSON.stringify(findings));
}

/** A page that is fine by itself and in this book, and one that only the whole book can tell about. */
const fewPages: Files = new Map([
  ['book.md', plainBook],
  ['products/a.md', page('type: product\nstage: growth\nupdated: 2026-11-20', '[[b]]\n')],
  ['products/b.md', page('type: product\nstage: growth\nupdated: 2026-01-01', '[[nowhere]]\n')],
]);

describe('Looking at pages while a book is read', () => {
  for (const [name, order] of [
    ['as they are listed', (paths: string[]) => paths],
    ['the other way round', (paths: string[]) => paths.reverse()],
  ] as const) {
    it(`finds what a check of the whole book finds, the pages read ${name}`, () => {
      for (const one of cases) {
        const { book, ahead } = read(one.files, { today: one.today }, order);
        const found = new BookChecker(book, { today: one.today, ahead }).findings();
        const whole = new BookChecker(book, { today: one.today }).findings();
        assert.deepEqual(told(found), told(whole), `${one.file}: ${one.name}`);
      }
    });
  }

  it('leaves only those rules to be run that something in the book may concern', () => {
    const { book, ahead } = read(fewPages, { today });
    const withAhead = new BookChecker(book, { today, ahead });
    const broken = withAhead.findingsOf('products/b.md').map(({ rule }) => rule);
    assert.ok(broken.includes('reference-broken'));
    const before = withAhead.runs;
    withAhead.findingsOf('products/a.md');
    const plain = new BookChecker(book, { today });
    plain.findingsOf('products/b.md');
    const plainBefore = plain.runs;
    plain.findingsOf('products/a.md');
    assert.ok(withAhead.runs - before < (plain.runs - plainBefore) / 4);
  });

  it('counts for nothing on another day', () => {
    const { book, ahead } = read(fewPages, { today: '2026-01-02' });
    const checker = new BookChecker(book, { today: '2026-01-02', ahead });
    checker.setToday(today);
    assert.deepEqual(told(checker.findings()), told(new BookChecker(book, { today }).findings()));
  });

  it('counts for nothing with other severities', () => {
    const { book, ahead } = read(fewPages, { today });
    const checker = new BookChecker(book, { today, ahead });
    const severities = new Map([['status-stale', 'off' as const]]);
    checker.setSeverities(severities);
    const whole = new BookChecker(book, { today, severities }).findings();
    assert.deepEqual(told(checker.findings()), told(whole));
  });

  it('counts for nothing where the settings of the book have changed since', () => {
    const { library, book, ahead } = read(fewPages, { today });
    library.setFile('book.md', plainBook.replace('type: book', 'type: book\nrules: {status-stale: off}'));
    const checker = new BookChecker(book, { today, ahead });
    const rules = checker.findings().map(({ rule }) => rule);
    assert.ok(!rules.includes('status-stale'));
    assert.deepEqual(told(checker.findings()), told(new BookChecker(book, { today }).findings()));
  });

  it('counts for nothing where the page has changed since', () => {
    const { library, book, ahead } = read(fewPages, { today });
    library.setFile('products/b.md', page('type: product\nstage: growth\nupdated: 2026-11-20', '[[a]]\n'));
    const checker = new BookChecker(book, { today, ahead });
    assert.deepEqual(told(checker.findings()), told(new BookChecker(book, { today }).findings()));
  });

  it('tells of each finding while its page is at hand, and whether the book was asked', () => {
    const seen: string[] = [];
    read(fewPages, {
      today,
      whileAtHand: (finding, { path }, context) => {
        const before = context.askedBook;
        seen.push(`${path} ${finding.rule} ${before} ${context.book !== undefined && context.askedBook}`);
      },
    });
    assert.ok(seen.includes('products/b.md status-stale false true'), seen.join('\n'));
  });
});
