import assert from 'node:assert/strict';
import { type BookSettings, readBookSettings } from '../../../src/core/model/bookSettings';
import { parsePage } from '../../../src/core/parse/parsePage';
import { activities } from '../../../src/core/schema/activities';
import { page } from '../support/books';

function settings(yaml: string): BookSettings {
  return readBookSettings(parsePage('book.md', page(`type: book\n${yaml}`)));
}

describe('the settings of a book', () => {
  it('have a default for everything', () => {
    const {
      currency,
      workdays,
      holidays,
      departments,
      windowDays,
      minimumHours,
      bands,
      exclude,
      severities,
    } = settings('');
    assert.deepEqual(
      {
        currency,
        workdays: [...workdays],
        holidays: [...holidays],
        departments,
        windowDays,
        minimumHours,
        bands,
        exclude,
      },
      {
        currency: 'EUR',
        workdays: [0, 1, 2, 3, 4],
        holidays: [],
        departments: ['sales', 'manufacturing', 'rnd', 'marketing', 'service', 'finance'],
        windowDays: 28,
        minimumHours: 40,
        bands: { daily: [40, 55], short: [20, 30], long: [15, 25] },
        exclude: [],
      },
    );
    assert.equal(severities.size, 0);
    const { cadence } = settings('');
    const known = {
      competitor: { high: 30, medium: 90, low: 180 },
      partner: { A: 30, B: 60, C: 90 },
      product: 30,
      trend: 180,
      strategy: 180,
      opportunity: 90,
      sales: 14,
      department: 30,
      market: 30,
    };
    assert.deepEqual(cadence, { ...cadence, ...known });
    assert.deepEqual(readBookSettings(undefined).cadence, cadence);
  });

  it('take what the book says', () => {
    const read = settings(`manager: Mia
company: Teich
currency: chf
workdays: [sun, mon]
holidays: [2026-12-25, 2026-02-30]
departments: [lab]
balance: {windowDays: 14, minimumHours: 0, daily: [0, 100], long: [12.5, 20]}
cadence: {competitor: {high: 7}, partner: {C: 0}, sales: 3}
rules: {log-missing: off, status-stale: error}
exclude: [archive, "*.old.md"]`);
    assert.deepEqual([read.manager, read.company, read.currency], ['Mia', 'Teich', 'CHF']);
    assert.deepEqual([...read.workdays], [6, 0]);
    assert.deepEqual([...read.holidays], ['2026-12-25']);
    assert.deepEqual(read.departments, ['lab']);
    assert.deepEqual([read.windowDays, read.minimumHours], [14, 0]);
    assert.deepEqual(read.bands, { daily: [0, 100], short: [20, 30], long: [12.5, 20] });
    assert.deepEqual(read.cadence.competitor, { high: 7, medium: 90, low: 180 });
    assert.deepEqual(read.cadence.partner, { A: 30, B: 60, C: 0 });
    assert.equal(read.cadence.sales, 3);
    assert.deepEqual(
      [...read.severities],
      [
        ['log-missing', 'off'],
        ['status-stale', 'error'],
      ],
    );
    assert.deepEqual(read.exclude, ['archive', '*.old.md']);
  });

  it('take a single value for a list of one', () => {
    const read = settings('workdays: fri\ndepartments: lab\nexclude: archive\nholidays: 2026-12-25');
    assert.deepEqual(
      [[...read.workdays], read.departments, read.exclude, [...read.holidays]],
      [[4], ['lab'], ['archive'], ['2026-12-25']],
    );
  });

  for (const wrong of [
    'workdays: [Montag]',
    'balance: {windowDays: 0}',
    'balance: {windowDays: 2.5}',
    'balance: {windowDays: four}',
    'balance: {minimumHours: -1}',
    'balance: {daily: [55, 40]}',
    'balance: {daily: [40]}',
    'balance: {daily: [40, 50, 60]}',
    'balance: {daily: [-1, 50]}',
    'balance: {daily: [40, 101]}',
    'balance: {daily: [a, b]}',
    'balance: 28',
    'cadence: {product: -1}',
    'cadence: {product: soon}',
    'cadence: {competitor: 30}',
    'departments: []',
    'rules: {log-missing: loud}',
    'rules: off',
  ]) {
    it(`keep the default for “${wrong}”`, () => {
      assert.deepEqual(settings(wrong), settings(''));
    });
  }

  it('add activities of the book’s own behind those of every book', () => {
    const read = settings(
      'activities: [{id: travel, title: Travel, horizon: short}, {id: desk, horizon: daily}]',
    ).activities;
    assert.deepEqual([...read.keys()].slice(activities.length), ['travel', 'desk']);
    assert.deepEqual([read.get('travel')?.horizon, read.get('travel')?.title], ['short', 'Travel']);
    assert.equal(read.get('desk')?.title, 'desk');
  });

  it('add no activity without an id, of an unknown horizon, or in place of one of every book', () => {
    const read = settings(
      'activities: [{title: A, horizon: short}, {id: b, horizon: soon}, {id: liaison, horizon: long}, c]',
    );
    assert.equal(read.activities.size, activities.length);
    assert.equal(read.activities.get('liaison')?.horizon, 'daily');
  });
});
