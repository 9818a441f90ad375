import assert from 'node:assert/strict';
import { dotted } from '../../../src/core/edit/addField';
import { pageSkeleton } from '../../../src/core/edit/skeleton';
import { skeletonFields } from '../../../src/core/edit/skeletonFields';
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
  stage: 'growth',
  health: 'on-track',
  updated: '2026-11-20',
  factor: 'market',
  observed: '2026-11-20',
  received: '2026-11-20',
  size: 'minor',
  opened: '2026-11-20',
  action: 'extend',
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

/** Answers to fields that mean something else on pages of other types. */
const answersOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  partner: { kind: 'dealer' },
  response: { kind: 'match' },
  'new-product': { stage: 'idea' },
};

/** What nobody is asked for, and what a rule then misses. */
const addedLater: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  opportunity: { 'next.action': 'ask three customers', 'next.by': '2026-12-07' },
};

/** What a field can take, whatever it means. */
function anyAnswer(typeId: string, field: string): string {
  const value = skeletonFields(typeId).find(({ path }) => path === field)?.spec.value;
  if (value?.kind === 'date') return today;
  if (value?.kind === 'enum') return value.values[0]?.value ?? '';
  return value?.kind === 'number' ? String(value.minimum ?? 1) : 'so';
}

const known = {
  'products/p.md': page('type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20'),
  'competitors/c.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20'),
};

/** What follows from a page’s being made: it is a draft, of this day or week. */
const derived: Readonly<Record<string, readonly string[]>> = {
  book: ['currency: EUR'],
  log: [`date: ${today}`],
  review: ['week: 2026-W48'],
  ...Object.fromEntries(pageTypes.filter(({ plan }) => plan).map(({ id }) => [id, ['status: draft']])),
};

/** The lines of front matter that hold a value, without the page’s type. */
function valuesIn(text: string): string[] {
  const [, front = ''] = text.split(/^---$/m);
  return front.split('\n').filter((line) => /: *\S/.test(line) && !line.startsWith('type:'));
}

describe('a new page', () => {
  for (const { id: type } of pageTypes) {
    it(`of the type ${type} states nothing that the user did not say`, () => {
      const { text } = pageSkeleton(type, { id: 'new', today });
      assert.deepEqual(valuesIn(text), derived[type] ?? []);
    });

    it(`of the type ${type} asks for all that it still needs`, () => {
      const { path, text, missing } = pageSkeleton(type, { id: type === 'log' ? today : 'new', today });
      const book = bookOf({ ...known, [path]: text });
      const needed = new BookChecker(book, { today })
        .findingsOf(path)
        .filter(({ rule }) => rule === 'field-missing')
        .map(({ data }) => dotted(JSON.parse(String(data?.field))));
      assert.deepEqual(
        needed.filter((field) => !missing.some((name) => name === field || name.startsWith(`${field}.`))),
        [],
      );
    });
  }

  it('of a customer’s voice still lacks the customer’s words', () => {
    const values = { customer: 'c', received: today, sentiment: '-2' };
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
    assert.ok(found.some(({ rule }) => rule === 'opportunity-stuck'));
  });
});

describe('a new page, its questions answered,', () => {
  for (const type of pageTypes.filter(({ id }) => id !== 'book')) {
    it(`of the type ${type.id} has no error and no warning`, () => {
      const id = type.id === 'log' ? today : 'new';
      const { missing } = pageSkeleton(type.id, { id, today });
      const asked = missing.map((field) => [
        field,
        answersOf[type.id]?.[field] ?? answers[field] ?? anyAnswer(type.id, field),
      ]);
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
