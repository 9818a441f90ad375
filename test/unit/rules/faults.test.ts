import assert from 'node:assert/strict';
import { faultLine, onFault } from '../../../src/core/model/faults';
import { inSlices } from '../../../src/core/model/slices';
import { allRules } from '../../../src/core/rules/allRules';
import { BookChecker, everyRule } from '../../../src/core/rules/bookChecker';
import { RuleSet } from '../../../src/core/rules/pageRun';
import { type BookRule, checkedInSlices, type PageRule, type Rule } from '../../../src/core/rules/rule';
import { safeFixes } from '../../../src/core/rules/safeFixes';
import { bookOf, inBrief, page, plainBook, today } from '../support/books';
import { english } from '../support/english';

const described = {
  family: 'structure',
  severity: 'warning',
  summary: 'Made up.',
  explanation: 'Made up.',
  remedy: 'None.',
} as const;

function fails(): never {
  throw new Error('no such thing');
}

const failingOnTrends: PageRule = {
  ...described,
  id: 'made-up-page',
  scope: 'page',
  types: ['trend'],
  needs: [],
  check: fails,
};

/** @param finds how many findings it has before it fails */
const failingInSlices = (finds: number): PageRule => ({
  ...failingOnTrends,
  ...checkedInSlices((page, _context, report) => {
    if (finds === 0) fails();
    const places = Array.from({ length: 5 }, (_, at) => at);
    return inSlices(places, 1, (at) => {
      if (at === finds) fails();
      report({ range: page.typeRange, message: 'Made up.' });
    });
  }),
});

const failingOnBooks: BookRule = {
  ...described,
  id: 'made-up-book',
  scope: 'book',
  reads: 'any',
  parts: ['fields'],
  needsToday: false,
  warmMemo: fails,
  check: fails,
};

const files = {
  'book.md': plainBook,
  't.md': page('type: trend\nfactor: market\nobserved: 2026-11-01\nimpact: 2', '[[nobody]]\n'),
};

function checkerWith(...rules: Rule[]): BookChecker {
  return new BookChecker(bookOf(files), { today, rules: new RuleSet([...allRules, ...rules]) });
}

const usual = inBrief(new BookChecker(bookOf(files), { today }).findings());

describe('a rule that fails', () => {
  const logged: string[] = [];
  let ignore: () => void;
  beforeEach(() => {
    logged.length = 0;
    ignore = onFault((fault) => logged.push(faultLine(fault)));
  });
  afterEach(() => ignore());

  it('is reported on its page, and all other rules find what they find', () => {
    const findings = checkerWith(failingOnTrends).findings();
    assert.deepEqual(inBrief(findings), [...usual, 't.md:2 internal-error information'].sort());
    assert.equal(
      english.say(findings.find(({ rule }) => rule === 'internal-error')?.message ?? ''),
      'Internal error in the rule “made-up-page” on page t.md: no such thing. All else is checked as usual; please report it.',
    );
  });

  for (const finds of [0, 1, 3]) {
    it(`is reported on its page where it works in slices and fails after ${finds} findings`, () => {
      const findings = checkerWith(failingInSlices(finds)).findings();
      const found = Array.from({ length: finds }, () => 't.md:2 made-up-page warning');
      const reported = 't.md:2 internal-error information';
      assert.deepEqual(inBrief(findings).sort(), [...usual, ...found, reported].sort());
    });
  }

  it('is logged by its id and page', () => {
    checkerWith(failingOnTrends).findings();
    assert.deepEqual(logged, [
      'Internal error in the rule “made-up-page” on page t.md: no such thing. Please report it.',
    ]);
  });

  it('is reported on book.md where it looks at the whole book', () => {
    const found = inBrief(checkerWith(failingOnBooks).findings());
    assert.deepEqual(found, ['book.md:2 internal-error information', ...usual]);
  });

  it('keeps what it found before it failed', () => {
    const late: PageRule = {
      ...failingOnTrends,
      check: ({ typeLine }, _context, report) => {
        report({ range: typeLine, message: 'Found.' });
        fails();
      },
    };
    const found = inBrief(checkerWith(late).findings());
    assert.ok(found.includes('t.md:2 made-up-page warning'), found.join('\n'));
    assert.ok(found.includes('t.md:2 internal-error information'), found.join('\n'));
  });

  it('is reported though a comment on the page asks for quiet', () => {
    const book = bookOf({
      ...files,
      't.md': `${files['t.md']}\n<!-- status-book-ignore internal-error -->\n`,
    });
    const checker = new BookChecker(book, { today, rules: new RuleSet([failingOnTrends]) });
    assert.deepEqual(inBrief(checker.findings()), ['t.md:2 internal-error information']);
  });

  it('is no longer reported when its page is another', () => {
    const book = bookOf(files);
    const checker = new BookChecker(book, { today, rules: new RuleSet([failingOnTrends]) });
    assert.equal(checker.findings().length, 1);
    checker.update([book.delete('t.md')]);
    assert.deepEqual(checker.findings(), []);
  });
});

describe('a rule whose fixes fail', () => {
  const withoutFixes = allRules.map((rule) =>
    rule.id === 'reference-broken' ? { ...rule, fixes: fails } : rule,
  );

  it('has none, and is reported on the page beside its finding', () => {
    const checker = new BookChecker(bookOf(files), { today, rules: new RuleSet(withoutFixes) });
    const broken = checker.findings().find(({ rule }) => rule === 'reference-broken');
    assert.ok(broken);
    assert.deepEqual(checker.fixesOf(broken), []);
    assert.deepEqual(inBrief(checker.findings()), [...usual, 't.md:2 internal-error information'].sort());
  });

  it('stops no safe fix of another rule', () => {
    const text = page('type: trend\nfactr: market\nobserved: 2026-11-01\nimpact: 2', '[[nobody]]\n');
    const book = bookOf({ 't.md': text });
    const checker = new BookChecker(book, { today, rules: new RuleSet(withoutFixes) });
    const found = book.page('t.md');
    assert.ok(found);
    const { edits } = safeFixes(found, text, checker, { book, settings: book.settings, today });
    assert.ok(edits.some(({ newText }) => newText === 'factor'));
  });
});

describe('a page as a fix would leave it', () => {
  it('does not stay in the book where its check fails', () => {
    const text = page('type: trend\nfactr: market\nobserved: 2026-11-01\nimpact: 2');
    const book = bookOf({ 't.md': text });
    const checker = new BookChecker(book, { today });
    checker.findings();
    const before = book.page('t.md');
    assert.ok(before);
    const { findingsOf } = checker;
    checker.findingsOf = (path) => {
      if (book.page('t.md') !== before) fails();
      return findingsOf.call(checker, path);
    };
    assert.throws(() => safeFixes(before, text, checker, { book, settings: book.settings, today }));
    assert.equal(book.page('t.md'), before);
  });
});

describe('the rules that a book is checked with', () => {
  it('are all rules', () => {
    assert.deepEqual(
      allRules.filter(({ id }) => !everyRule.withId(id)),
      [],
    );
  });
});
