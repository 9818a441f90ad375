import assert from 'node:assert/strict';
import { join } from 'node:path';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import { plainFields } from '../../../src/cli/frontMatterValues';
import { Library } from '../../../src/core/index/library';
import { isCalendarDate } from '../../../src/core/model/calendarDate';
import { fieldNamed } from '../../../src/core/model/frontMatter';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { jsonSchemaOf } from '../../../src/core/schema/jsonSchema';
import { pageType, pageTypes } from '../../../src/core/schema/schema';
import { readConformanceCases } from '../support/conformanceCases';
import { english } from '../support/english';

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, formats: { date: isCalendarDate } });
const byType = new Map(pageTypes.map(({ id }) => [id, ajv.compile(jsonSchemaOf(id))]));
const ofAll = ajv.compile(jsonSchemaOf());

function validatorOf(type: string): ValidateFunction {
  const validate = byType.get(type);
  assert.ok(validate, `a schema of ${type}`);
  return validate;
}

/** Where a value is at fault: `/field keyword`. */
function faults(type: string, data: object): string[] {
  const validate = validatorOf(type);
  validate(data);
  return (validate.errors ?? []).map(({ instancePath, keyword }) => `${instancePath} ${keyword}`);
}

const competitor = { type: 'competitor', threat: 'high', reviewed: '2026-11-20' };
const budget = {
  type: 'budget',
  start: '2026-01-01',
  end: '2026-12-31',
  sales: { target: 100 },
  lines: [{ item: 'shows', planned: 10 }],
};

describe('the JSON Schema of front matter', () => {
  it('accepts what the rules accept and refuses what they refuse, on every page of the conformance books', () => {
    const disagreements: string[] = [];
    let compared = 0;
    for (const one of readConformanceCases(join(__dirname, '../../conformance'))) {
      const library = new Library();
      for (const [path, text] of one.files) library.setFile(path, text);
      for (const { index } of library.books()) {
        const severities = new Map([
          ['field-missing', 'error'] as const,
          ['field-invalid', 'error'] as const,
        ]);
        const checker = new BookChecker(index, { today: one.today, severities });
        for (const page of index.pages()) {
          if (!pageType(page.type) || !page.isReadable || page.suppressions.length > 0) continue;
          // A list of one counts as a type and has a finding of its own.
          if (fieldNamed(page.fields, 'type')?.value.kind === 'list') continue;
          const findings = checker
            .findingsOf(page.path)
            .filter(
              ({ rule, message }) =>
                severities.has(rule as 'field-missing') && !isBeyondSchemas(english.say(message)),
            );
          compared++;
          const isValid = validatorOf(page.type)(plainFields(page.fields));
          if (isValid !== (findings.length === 0))
            disagreements.push(`${one.file}: ${one.name}: ${page.path}`);
        }
      }
    }
    assert.deepEqual(disagreements, []);
    assert.ok(compared > 1_000, `${compared} pages compared`);
  });

  it('tells all types apart by their type', () => {
    assert.equal(ofAll(competitor), true);
    assert.equal(ofAll(budget), true);
    assert.equal(ofAll({ ...competitor, type: 'budget' }), false);
    assert.equal(ofAll({ ...competitor, type: 'rival' }), false);
    assert.equal(ofAll({ threat: 'high', reviewed: '2026-11-20' }), false);
  });

  it('refuses another type', () => {
    assert.deepEqual(
      faults('voice', { ...competitor, customer: 'x', received: '2026-11-01', sentiment: 0 }),
      ['/type const'],
    );
  });

  it('requires the required fields', () => {
    assert.deepEqual(faults('competitor', { type: 'competitor' }), [' required', ' required']);
  });

  it('refuses a required field that is left empty', () => {
    assert.ok(faults('competitor', { ...competitor, threat: null }).length > 0);
    assert.ok(
      faults('voice', { type: 'voice', customer: ' ', received: '2026-11-01', sentiment: 0 }).length > 0,
    );
    assert.ok(faults('budget', { ...budget, lines: [] }).length > 0);
  });

  it('accepts an optional field that is left empty', () => {
    assert.deepEqual(faults('competitor', { ...competitor, source: null, tags: [], owner: '' }), []);
  });

  it('accepts other fields', () => {
    assert.deepEqual(faults('competitor', { ...competitor, headquarters: 'Ghent' }), []);
  });

  it('accepts a single value for a list', () => {
    assert.deepEqual(faults('competitor', { ...competitor, products: 'ro300' }), []);
    assert.deepEqual(faults('budget', { ...budget, lines: { item: 'shows', planned: 10 } }), []);
  });

  it('requires the required fields of the objects in a list', () => {
    assert.ok(faults('budget', { ...budget, lines: [{ item: 'shows' }] }).includes('/lines/0 required'));
  });

  it('refuses a day that is not in the calendar', () => {
    assert.deepEqual(faults('competitor', { ...competitor, reviewed: '2026-02-30' }), ['/reviewed format']);
  });

  it('refuses a number out of range and a word that is no choice', () => {
    const voice = { type: 'voice', customer: 'x', received: '2026-11-01' };
    assert.deepEqual(faults('voice', { ...voice, sentiment: 3 }), ['/sentiment maximum']);
    assert.ok(faults('competitor', { ...competitor, threat: 'huge' }).includes('/threat oneOf'));
  });

  it('wants both ends of a band', () => {
    assert.deepEqual(faults('book', { type: 'book', balance: { daily: [40, 55] } }), []);
    assert.ok(faults('book', { type: 'book', balance: { daily: [40] } }).length > 0);
  });

  it('names the dialect 2020-12', () => {
    assert.equal(jsonSchemaOf().$schema, 'https://json-schema.org/draft/2020-12/schema');
    assert.equal(jsonSchemaOf('log').$schema, 'https://json-schema.org/draft/2020-12/schema');
  });

  it('knows no type beside those of the table', () => {
    assert.throws(() => jsonSchemaOf('rival'), RangeError);
  });
});

/** What compares two values, or a value with today. */
function isBeyondSchemas(message: string): boolean {
  return /later than today|before “start”|“weights” (?:below zero|that are all zero)/.test(message);
}
