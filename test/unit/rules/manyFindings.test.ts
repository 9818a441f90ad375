import assert from 'node:assert/strict';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { RuleSet } from '../../../src/core/rules/pageRun';
import type { BookRule } from '../../../src/core/rules/rule';
import { bookOf, plainBook, today } from '../support/books';

/** More than a call may have arguments. */
const many = 200_000;

const reportsMuch: BookRule = {
  id: 'made-up',
  family: 'structure',
  severity: 'warning',
  summary: 'Made up.',
  explanation: 'Made up.',
  remedy: 'None.',
  scope: 'book',
  reads: 'any',
  parts: ['fields'],
  needsToday: false,
  check(_context, report) {
    const position = { line: 1, character: 0 };
    for (let index = 0; index < many; index++)
      report({ path: 'book.md', range: { start: position, end: position }, message: 'Made up.' });
  },
};

describe('a page with very many findings', () => {
  it('has all of them', () => {
    const book = bookOf({ 'book.md': plainBook });
    const checker = new BookChecker(book, { today, rules: new RuleSet([reportsMuch]) });
    assert.equal(checker.findings().length, many);
  });
});
