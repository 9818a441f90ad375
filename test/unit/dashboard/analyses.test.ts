import assert from 'node:assert/strict';
import { latestEntries } from '../../../src/core/analysis/activityTime';
import { agendaOf } from '../../../src/core/analysis/agenda';
import { calibrationCurveOf } from '../../../src/core/analysis/calibrationCurve';
import { coverageOf } from '../../../src/core/analysis/coverage';
import { backlogOf } from '../../../src/core/analysis/market';
import { paceOf } from '../../../src/core/analysis/pace';
import { salesCurveOf } from '../../../src/core/analysis/salesCurve';
import { salesOutlookOf } from '../../../src/core/analysis/salesOutlook';
import { countedPromises, trustOf } from '../../../src/core/analysis/trust';
import { voicesByMonth } from '../../../src/core/analysis/voicesByMonth';
import { waitingForMe } from '../../../src/core/analysis/waiting';
import type { Page } from '../../../src/core/model/page';
import { bookOf, log, page, today } from '../support/books';
import { sampleBook } from './support';

function budgetPage(fields: string): Page {
  return bookOf({ 'b.md': page(`type: budget\n${fields}`) }).page('b.md') as Page;
}

function near(actual: number | null | undefined, expected: number): void {
  assert.ok(Math.abs((actual ?? Number.NaN) - expected) < 1e-9, `${actual} is not ${expected}`);
}

describe('The sales curve of a budget', () => {
  const quarter = 'start: 2026-09-01\nend: 2026-11-30\nasOf: 2026-10-31\nlines: []';
  const sales =
    'sales: {target: 100, weights: [1, 1, 2], actuals: [{month: 2026-09, amount: 20}, {month: 2026-10, amount: 40}]}';

  it('adds up plan, sales and forecast month by month', () => {
    assert.deepEqual(salesCurveOf(budgetPage(`${quarter}\n${sales}`), today), [
      { month: '2026-09', planned: 25, actual: 20, forecast: null },
      { month: '2026-10', planned: 50, actual: 60, forecast: 60 },
      { month: '2026-11', planned: 100, actual: null, forecast: 120 },
    ]);
  });

  it('ends where attainment and forecast of the pace lie, for every budget of the sample', () => {
    const book = sampleBook();
    for (const budget of book.pagesOfType('budget')) {
      const curve = salesCurveOf(budget, today);
      const pace = paceOf(budget, today);
      near(curve.filter(({ actual }) => actual !== null).pop()?.actual, pace.salesActual as number);
      near(curve.at(-1)?.forecast, pace.forecast as number);
      near(curve.at(-1)?.planned, pace.salesTarget as number);
      assert.ok(curve.length >= 12);
    }
  });

  it('counts amounts from outside the period in its first and last month', () => {
    const strayed =
      'sales: {target: 100, actuals: [{month: 2026-08, amount: 1}, {month: 2026-12, amount: 2}]}';
    const curve = salesCurveOf(budgetPage(`${quarter.replace('asOf: 2026-10-31\n', '')}\n${strayed}`), today);
    assert.deepEqual(
      curve.map(({ actual }) => actual),
      [1, 1, 3],
    );
  });

  it('has no months without a valid period, or with one of centuries', () => {
    assert.deepEqual(
      salesCurveOf(budgetPage('start: 2026-12-01\nend: 2026-01-01\nsales: {target: 1}'), today),
      [],
    );
    assert.deepEqual(
      salesCurveOf(budgetPage('start: 0202-01-01\nend: 2026-12-31\nsales: {target: 1}'), today),
      [],
    );
  });

  it('has neither sales nor forecast where nothing is known', () => {
    const [first] = salesCurveOf(
      budgetPage('start: 2026-09-01\nend: 2026-11-30\nsales: {target: 90}'),
      today,
    );
    assert.deepEqual([first?.actual, first?.forecast], [null, null]);
  });
});

describe('The sales outlook', () => {
  it('weighs the forecasts of the running budgets by their targets', () => {
    const outlook = salesOutlookOf(sampleBook(), today);
    assert.equal(outlook.rated.length, 4);
    assert.equal(outlook.rated[0]?.path, 'budgets/budget-dach-2026.md');
    near(outlook.target, 2400000 + 900000 + 410000 + 240000);
    near(outlook.share, outlook.forecast / outlook.target);
  });

  it('sets budgets without a forecast apart', () => {
    const early = page(
      'type: budget\nstart: 2026-11-01\nend: 2027-10-31\nsales: {target: 9, actuals: [{month: 2026-11, amount: 1}]}',
    );
    const { rated, unrated, share } = salesOutlookOf(bookOf({ 'b.md': early }), today);
    assert.deepEqual([rated.length, unrated.length, share], [0, 1, null]);
  });
});

describe('Voices by month', () => {
  const files = {
    'a.md': page(
      'type: voice\ncustomer: A\nreceived: 2026-09-10\nsentiment: -2\nseverity: 3\nresolved: 2026-10-05',
    ),
    'b.md': page('type: voice\ncustomer: B\nreceived: 2026-11-20\nsentiment: 1'),
    'c.md': page('type: voice\ncustomer: C\nreceived: 2026-11-22\nsentiment: -1\nseverity: 1'),
  };

  it('tell the backlog of each month’s last day and the mean sentiment of what came in', () => {
    const [september, october, november, ...others] = voicesByMonth(bookOf(files), today);
    assert.equal(others.length, 0);
    // 3 · 2 · 20/7 days of the limit
    near(september?.backlog, (6 * 20) / 7);
    assert.deepEqual([september?.month, september?.open, september?.sentiment], ['2026-09', 1, -2]);
    assert.deepEqual([october?.backlog, october?.sentiment, october?.received], [0, null, 0]);
    assert.deepEqual([november?.until, november?.backlog, november?.sentiment], [today, 1, 0]);
    assert.deepEqual([november?.heaviest, november?.unhappiest], ['c.md', 'c.md']);
  });

  it('end with the backlog of today', () => {
    const book = sampleBook();
    near(voicesByMonth(book, today).at(-1)?.backlog, backlogOf(book, today).total);
  });

  it('begin with the first voice, and go back a year at most', () => {
    assert.deepEqual(voicesByMonth(bookOf({}), today), []);
    const old = bookOf({ 'a.md': page('type: voice\ncustomer: A\nreceived: 2020-01-01\nsentiment: -1') });
    assert.equal(voicesByMonth(old, today).length, 12);
  });
});

describe('The calibration curve', () => {
  it('puts predictions into bins of twenty points and tells how often they came true', () => {
    const prediction = (probability: number, outcome: string): string =>
      `  - {move: M, probability: ${probability}, by: 2026-01-01, outcome: ${outcome}}`;
    const book = bookOf({
      'c.md': page(
        [
          'type: competitor\npredictions:',
          prediction(0.625, 'happened'),
          prediction(0.75, 'did-not-happen'),
          prediction(1, 'happened'),
          prediction(0.8, 'happened'),
          prediction(0.59, 'void'),
          prediction(0, 'did-not-happen'),
        ].join('\n'),
      ),
    });
    assert.deepEqual(
      calibrationCurveOf(book).map(({ from, predictions, probability, happened }) => [
        from,
        predictions.length,
        probability,
        happened,
      ]),
      [
        [0, 1, 0, 0],
        [0.6, 2, 0.6875, 0.5],
        [0.8, 2, 0.9, 1],
      ],
    );
  });
});

describe('Coverage', () => {
  const files = {
    'p.md': page('type: product\nid: p\nstage: growth\nsegments: [s]'),
    'q.md': page('type: product\nid: q\nstage: growth'),
    'old.md': page('type: product\nid: old\nstage: retired\nsegments: [s]'),
    's.md': page('type: segment\nid: s\nproducts: [q]'),
    't.md': page('type: segment\nid: t'),
    'plan.md': page('type: promotion\nstatus: active\nproducts: [p]\nsegments: [s]'),
    'done.md': page('type: promotion\nstatus: done\nproducts: [q]\nsegments: [s]'),
    'voice.md': page('type: voice\ncustomer: A\nproducts: [q]'),
    'rival.md': page('type: competitor\nsegments: [s]'),
    'elsewhere.md': page('type: competitor\nproducts: [p]\nsegments: [t]'),
    'budget.md': page('type: budget\ntitle: names neither'),
  };
  const { columns, rows } = coverageOf(bookOf(files), 'segment');
  const cell = (product: string, segment: string) =>
    rows.find((row) => row.product.id === product)?.cells[columns.findIndex(({ id }) => id === segment)];

  it('looks where a product is offered: where its page or the segment’s says so', () => {
    assert.deepEqual(
      rows.map(({ product, cells }) => [product.id, cells.map((found) => found !== null)]),
      [
        ['p', [true, false]],
        ['q', [true, false]],
      ],
    );
  });

  it('counts pages that name both, and those that name one and hold for all of the other', () => {
    assert.deepEqual(cell('p', 's')?.pages, { sheet: 'p.md', plan: 'plan.md', competitor: 'rival.md' });
    assert.deepEqual(cell('q', 's')?.pages, { voice: 'voice.md', competitor: 'rival.md' });
  });

  it('misses closed plans, sheets that do not name the segment and pages that name neither', () => {
    assert.deepEqual(cell('q', 's')?.missing, ['sheet', 'plan', 'budget']);
  });
});

describe('Who waits for me', () => {
  it('is told from the agenda: my promises and the replies that are due', () => {
    const book = sampleBook();
    const waiting = waitingForMe(agendaOf(book, today), today);
    assert.deepEqual(
      waiting.filter(({ overdue }) => overdue > 0).map(({ who, overdue }) => [who, overdue]),
      [
        ['finance', 6],
        ['sales', 4],
        ['service', 3],
        ['Family Peeters, Aalst', 2],
      ],
    );
    assert.ok(waiting.every(({ kind, from }) => kind === 'reply' || from === 'me'));
  });
});

describe('The latest entries', () => {
  it('are those of the window through today, one for each activity', () => {
    const book = bookOf({
      'log/a.md': log('2026-11-20', '1h liaison', '2h liaison', '1h promotion'),
      'log/b.md': log('2026-11-23', '1h promotion'),
      'log/c.md': log('2026-11-24', '1h liaison'),
      'log/d.md': log('2026-01-01', '1h exploration'),
    });
    assert.deepEqual(
      [...latestEntries(book, today)].map(([id, { path, entry }]) => [id, path, entry.minutes]),
      [
        ['liaison', 'log/a.md', 120],
        ['promotion', 'log/b.md', 60],
      ],
    );
  });
});

describe('The promises that count for trust', () => {
  it('are as many as trust counts, and as many kept', () => {
    const book = sampleBook();
    const counted = countedPromises(book, today);
    const trust = trustOf(book, today);
    assert.ok(counted.length > 20);
    assert.equal(
      counted.length,
      trust.reduce((sum, { all }) => sum + all, 0),
    );
    assert.equal(
      counted.filter(({ kept }) => kept).length,
      trust.reduce((sum, { kept }) => sum + kept, 0),
    );
  });
});
