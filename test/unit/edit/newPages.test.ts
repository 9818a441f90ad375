import assert from 'node:assert/strict';
import { pageSkeleton } from '../../../src/core/edit/skeleton';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { pageTypes } from '../../../src/core/schema/schema';
import { bookOf, page, today } from '../support/books';

/** What a user may answer to the fields that only the user can know. */
const answers: Readonly<Record<string, string>> = {
  products: 'p',
  competitor: 'c',
  year: '2027',
  'lines.planned': '100',
  'sales.target': '1000',
  'goals.target': '10',
  years: '3',
  impact: '2',
  sentiment: '1',
  'objectives.by': '2027-12-31',
  submitBy: '2026-12-31',
  start: '2027-01-01',
  end: '2027-12-31',
  reviewed: '2026-11-20',
  threat: 'low',
  gate: '2026-12-20',
  decideBy: '2026-12-20',
};

/** What nobody is asked for, and what a rule then misses. */
const addedLater: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  opportunity: { 'next.action': 'ask three customers', 'next.by': '2026-12-07' },
};

const known = {
  'products/p.md': page('type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20'),
  'competitors/c.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20'),
};

/** What only the user can decide: a made-up value would be read as a statement, or keep a rule silent. */
const decidedByUser: readonly (readonly [type: string, field: string])[] = [
  ['voice', 'sentiment'],
  ['competitor', 'reviewed'],
  ['strategy', 'reviewed'],
  ['budget', 'start'],
  ['budget', 'end'],
  ['budget', 'sales.target'],
  ['budget', 'lines.planned'],
  ['marketing-plan', 'submitBy'],
  ['marketing-plan', 'objectives.by'],
  ['competitor', 'threat'],
  ['trend', 'impact'],
  ['new-product', 'gate'],
  ['line-change', 'decideBy'],
  ['promotion', 'start'],
  ['promotion', 'end'],
  ['trade-show', 'start'],
  ['trade-show', 'end'],
];

describe('a new page', () => {
  for (const [type, field] of decidedByUser) {
    it(`of the type ${type} asks for “${field}”`, () => {
      const { text, missing } = pageSkeleton(type, { id: 'new', today });
      assert.ok(missing.includes(field), missing.join());
      assert.match(text, new RegExp(`^[ -]*${field.replace(/.*\./, '')}:$`, 'm'));
    });
  }

  it('of a customer’s voice still lacks the customer’s words', () => {
    const values = { customer: 'c', sentiment: '-2' };
    const { path, text } = pageSkeleton('voice', { id: 'new', today, values });
    const rules = (all: string): string[] =>
      new BookChecker(bookOf({ [path]: all }), { today }).findingsOf(path).map(({ rule }) => rule);
    assert.deepEqual(rules(text), ['voice-without-quote']);
    assert.deepEqual(rules(text.replace(/^> .*$/m, '> It leaks.')), []);
    assert.deepEqual(rules(text.replace(/^> .*$/m, '$&\n> It leaks.')), []);
  });
});

describe('a new opportunity', () => {
  it('has no made-up next step that would keep the reminder silent', () => {
    const { path, text } = pageSkeleton('opportunity', { id: 'new', today, values: { problem: 'p' } });
    const found = new BookChecker(bookOf({ [path]: text }), { today }).findingsOf(path);
    assert.deepEqual(
      found.map(({ rule }) => rule),
      ['opportunity-stuck'],
    );
  });
});

describe('a new page, its questions answered,', () => {
  for (const type of pageTypes.filter(({ id }) => id !== 'book')) {
    it(`of the type ${type.id} has no error and no warning`, () => {
      const id = type.id === 'log' ? today : 'new';
      const { missing } = pageSkeleton(type.id, { id, today });
      const asked = missing.map((field) => [field, answers[field] ?? 'so']);
      const values = { ...Object.fromEntries(asked), ...addedLater[type.id] };
      const made = pageSkeleton(type.id, { id, today, values });
      const book = bookOf({ ...known, [made.path]: made.text });
      const grave = new BookChecker(book, { today })
        .findingsOf(made.path)
        .filter(({ severity }) => severity === 'error' || severity === 'warning');
      assert.deepEqual(
        grave.map(({ message }) => message),
        [],
      );
    });
  }
});
