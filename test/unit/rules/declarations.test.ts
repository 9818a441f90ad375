import assert from 'node:assert/strict';
import { join } from 'node:path';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { Library } from '../../../src/core/index/library';
import { severityNames } from '../../../src/core/model/finding';
import { getOrMake } from '../../../src/core/model/maps';
import type { Page } from '../../../src/core/model/page';
import { LazyPage } from '../../../src/core/parse/lazyPage';
import { allRules, ruleWithId } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import type { PagePart } from '../../../src/core/rules/pageParts';
import type { BookRule, PageRule, Rule } from '../../../src/core/rules/rule';
import { pageType } from '../../../src/core/schema/schema';
import { type ConformanceCase, readConformanceCases } from '../support/conformanceCases';
import { english } from '../support/english';

interface CaseBook {
  readonly one: ConformanceCase;
  readonly book: BookIndex;
}

/** The books of the conformance cases: every rule has much to read in some of them. */
const caseBooks: readonly CaseBook[] = readConformanceCases(join(__dirname, '../../conformance')).map(
  (one) => {
    const library = new Library();
    for (const [path, text] of one.files) library.setFile(path, text);
    return { one, book: library.book('')?.index as BookIndex };
  },
);

/** What a rule asked for: names of the context, methods of the book with their arguments. */
type Asked = (name: string, args: readonly unknown[], result: unknown) => void;

/** @param see stands in for every page that the book hands out */
function watched(book: BookIndex, asked: Asked, see: (page: Page) => Page = (page) => page): BookIndex {
  const seen = (result: unknown): unknown => {
    if (Array.isArray(result)) return result.map(seen);
    if (result instanceof LazyPage) return see(result);
    const holdsPage = typeof result === 'object' && result !== null && 'page' in result;
    return holdsPage ? { ...result, page: seen(result.page) } : result;
  };
  return new Proxy(book, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') {
        asked(String(name), [], value);
        return seen(value);
      }
      return (...args: unknown[]): unknown => {
        const result: unknown = Reflect.apply(value, target, args);
        asked(String(name), args, result);
        return seen(result);
      };
    },
  });
}

/** The needs that a page rule shows when it looks at a page. */
function needsShown(rule: PageRule, { one, book }: CaseBook): Set<string> {
  const shown = new Set<string>();
  for (const page of book.pages()) {
    if (rule.types && !rule.types.includes(page.type)) continue;
    const asked: Asked = (name, args) => {
      if (name === 'referencesFrom' || name === 'settings' || name === 'isNotLookedInto') return;
      if (name === 'page' && args[0] === page.path) return;
      if (name === 'bookPage') return;
      if (['referencesTo', 'referrersOf', 'eachReferrerOf'].includes(name)) shown.add('referrers');
      else if (name === 'namesakeOf' && args[0] === page) shown.add('sameId');
      else if (name === 'logDate') return;
      else if (name === 'foreignTypes') shown.add(name);
      else if (['locate', 'resolve', 'pageWithId', 'hasFile', 'pagesWithId', 'page'].includes(name))
        shown.add('targetTypes');
      else shown.add(`book.${name}`);
    };
    const look = (target: Page, part: PagePart): void => {
      if (target.id !== page.id && part !== 'names') shown.add('targets');
    };
    const watchedBook = watched(book, asked, (target) =>
      target.path === page.path ? page : watchedPage(target, look),
    );
    rule.check(page, contextFor(one, watchedBook, shown), () => {});
  }
  // A page that is asked for by path after its referrers were looked up is one of them.
  if (shown.has('referrers')) for (const need of ['targets', 'targetTypes']) shown.delete(need);
  return shown;
}

/** The parts of its own page that a page rule shows to read. */
function ownPartsShown(rule: PageRule, { one, book }: CaseBook): Set<string> {
  const shown = new Set<string>(['names']);
  for (const page of book.pages()) {
    if (rule.types && !rule.types.includes(page.type)) continue;
    const own = watchedPage(page, (_page, part) => shown.add(part));
    const asked: Asked = (name, args) => {
      if (name === 'referencesFrom' && args[0] === page.path) shown.add('fields').add('links');
    };
    const watchedBook = watched(book, asked, (target) => (target.path === page.path ? own : target));
    rule.check(own, contextFor(one, watchedBook, new Set()), () => {});
  }
  return shown;
}

/** The parts of a page in which its properties stand. */
const partsOf: Readonly<Record<string, PagePart>> = {
  id: 'names',
  type: 'names',
  headings: 'headings',
  links: 'links',
  mentions: 'mentions',
  entries: 'entries',
  invalidEntries: 'entries',
  commitments: 'promises',
  tasks: 'promises',
  conflicts: 'conflicts',
  suppressions: 'suppressions',
};

/** A page that tells which of its parts are looked at. */
function watchedPage(page: Page, look: (page: Page, part: PagePart) => void): Page {
  const holder = <T extends object>(target: T): T =>
    new Proxy(target, {
      get(object, name) {
        const value: unknown = Reflect.get(object, name, object);
        if (name === 'body') return holder(value as object);
        if (name !== 'path') look(page, partsOf[String(name)] ?? 'fields');
        return value;
      },
    });
  return holder(page);
}

/** The parts of pages that a book rule shows to read. */
function partsShown(rule: BookRule, { one, book }: CaseBook): Set<string> {
  const shown = new Set<string>(['names']);
  const pages = new Map<Page, Page>();
  const watchOnce = (page: Page): Page =>
    getOrMake(pages, page, () =>
      // Where something stands in book.md matters to all of them.
      page.type === 'book' ? page : watchedPage(page, (_page, part) => shown.add(part)),
    );
  const asked: Asked = (name) => {
    if (['logs', 'logDate'].includes(name)) shown.add('fields');
    if (['referencesTo', 'referrersOf', 'eachReferrerOf', 'referencesFrom'].includes(name))
      shown.add('fields').add('links');
  };
  rule.check(contextFor(one, watched(book, asked, watchOnce), new Set()), () => {});
  return shown;
}

/** The page types that a book rule shows to read. */
function readsShown(rule: BookRule, { one, book }: CaseBook): Set<string> {
  const shown = new Set<string>();
  const asked: Asked = (name, args) => {
    if (name === 'pagesOfType') shown.add(String(args[0]));
    if (name === 'pages' || name === 'pageCount' || name === 'ids') shown.add('any');
  };
  rule.check(contextFor(one, watched(book, asked), shown), () => {});
  return shown;
}

function contextFor(one: ConformanceCase, book: BookIndex, shown: Set<string>) {
  return {
    book,
    settings: book.settings,
    get today() {
      shown.add('today');
      return one.today;
    },
  };
}

/** What a rule shows over all books. */
function shownBy(look: (book: CaseBook) => Set<string>): string[] {
  return [...new Set(caseBooks.flatMap((book) => [...look(book)]))].sort();
}

describe('a rule declares what it reads, so that changes run it again', () => {
  for (const rule of allRules) {
    it(rule.id, () => {
      if (rule.scope === 'page') {
        const shown = shownBy((book) => needsShown(rule, book));
        const readsTargets = shown.includes('targets');
        assert.deepEqual(
          shown.filter((need) => !(readsTargets && need === 'targetTypes')),
          [...rule.needs].sort(),
        );
        if (rule.ownParts)
          assert.deepEqual(
            shownBy((book) => ownPartsShown(rule, book)),
            [...rule.ownParts].sort(),
          );
      } else {
        const shown = shownBy((book) => readsShown(rule, book));
        assert.equal(shown.includes('today'), rule.needsToday, 'today');
        const types = shown.filter((name) => name !== 'today');
        if (rule.reads === 'any') assert.ok(types.includes('any'), 'reads pages of every type');
        else
          assert.deepEqual(
            types.filter((type) => !rule.reads.includes(type)),
            [],
          );
        assert.deepEqual(
          shownBy((book) => partsShown(rule, book)),
          [...rule.parts].sort(),
        );
      }
    });
  }
});

describe('the rules', () => {
  it('have an id of their own each, in lower case with hyphens', () => {
    assert.equal(new Set(allRules.map(({ id }) => id)).size, allRules.length);
    assert.deepEqual(
      allRules.filter(({ id }) => !/^[a-z]+(?:-[a-z0-9]+)*$/.test(id)).map(({ id }) => id),
      [],
    );
  });

  it('are found by their id, and nothing else is', () => {
    for (const rule of allRules) assert.equal(ruleWithId(rule.id), rule);
    assert.equal(ruleWithId('constructor'), undefined);
  });

  it('look at page types that exist', () => {
    const types = allRules.flatMap((rule) =>
      rule.scope === 'page' ? (rule.types ?? []) : rule.reads === 'any' ? [] : rule.reads,
    );
    assert.deepEqual(
      types.filter((type) => !pageType(type)),
      [],
    );
  });

  it('are explained in sentences', () => {
    for (const { id, summary, explanation, remedy } of allRules) {
      for (const text of [summary, explanation, remedy])
        assert.match(text, /^[\p{Lu}`].*[.!?)]$/su, `${id}: ${text}`);
    }
  });
});

describe('every rule', () => {
  const found = new Map<string, number>();
  const quiet = new Map<string, number>();
  const wrong: string[] = [];
  before(() => {
    for (const { one, book } of caseBooks) {
      const findings = new BookChecker(book, { today: one.today }).findings();
      for (const finding of findings) wrong.push(...faultsOf(finding, one, book));
      const ids = new Set(findings.map(({ rule }) => rule));
      for (const rule of allRules) {
        const counts = ids.has(rule.id) ? found : looksAtSomething(rule, book) ? quiet : undefined;
        counts?.set(rule.id, (counts.get(rule.id) ?? 0) + 1);
      }
    }
  });

  it('finds something in a conformance case, and nothing in another where it has something to look at', () => {
    const untested = allRules.map(({ id }) => id).filter((id) => !found.has(id) || !quiet.has(id));
    assert.deepEqual(untested, []);
  });

  it('reports on a place of the page, in a message that is a sentence, in a severity that it declares', () => {
    assert.deepEqual(wrong, []);
  });
});

function looksAtSomething(rule: Rule, book: BookIndex): boolean {
  if (rule.scope === 'book')
    return (
      rule.reads === 'any' ||
      rule.readsOtherFiles ||
      rule.reads.some((type) => type !== 'book' && book.pagesOfType(type).length > 0)
    );
  return !rule.types || rule.types.some((type) => book.pagesOfType(type).length > 0);
}

function faultsOf(
  {
    rule: id,
    message,
    path,
    range: { start, end },
    severity,
    related = [],
  }: ReturnType<BookChecker['findings']>[number],
  one: ConformanceCase,
  book: BookIndex,
): string[] {
  const rule = ruleWithId(id);
  const lines = (one.files.get(path) ?? '').replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  const said = english.say(message);
  const faults: string[] = [];
  const isEmpty = start.line === end.line && start.character >= end.character;
  if (isEmpty || start.line > end.line) faults.push('an empty range');
  if (end.line >= lines.length || end.character > (lines[end.line] ?? '').length)
    faults.push('a range beyond the text');
  if (!/^[\p{Lu}\p{Lo}“@0-9].*[.?)”…]$/su.test(said)) faults.push('no sentence');
  if (/undefined|NaN|null|\[object|Infinity/.test(said.replace(/“[^”]*”/g, '')))
    faults.push('a value that is none');
  const allowed = [rule?.severity, ...(rule?.otherSeverities ?? [])];
  if (!allowed.includes(severity) && book.settings.severities.get(id) !== severity)
    faults.push(`severity ${severity}`);
  if (!severityNames.includes(severity)) faults.push('no severity');
  for (const place of related)
    if (!book.page(place.path)) faults.push(`related to ${place.path}, which is no page`);
  return faults.map((fault) => `${one.file}: ${one.name}: ${id} has ${fault}: ${message}`);
}
