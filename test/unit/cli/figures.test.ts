import assert from 'node:assert/strict';
import { join } from 'node:path';
import { log, page, plainBook } from '../support/books';
import { folderOf, run, runJson } from './support';

const promises = Array.from({ length: 5 }, (_, index) => {
  const done = index < 4 ? 'x' : ' ';
  return `- [${done}] @rnd -> @sales: part ${index} due:2026-11-0${index + 1}`;
}).join('\n');

const predictions = Array.from(
  { length: 10 },
  (_, index) => `  - {move: m${index}, probability: 0.5, by: 2026-10-01, outcome: happened}`,
).join('\n');

const files = {
  'book.md': page('type: book\ndepartments: [sales, rnd]'),
  'products/ro300.md': page('type: product\nstage: growth\nhealth: on-track\nupdated: 2026-10-23', promises),
  'competitors/pure.md': page(
    `type: competitor\nthreat: high\nreviewed: 2026-09-01\npredictions:\n${predictions}`,
  ),
  'partners/maes.md': page('type: partner\nkind: dealer\nlastContact: 2026-11-02'),
  'budgets/year.md': page(
    'type: budget\nstart: 2026-01-01\nend: 2026-12-31\nasOf: 2026-07-01\n' +
      'sales: {target: 1000, actuals: [{month: 2026-06, amount: 400}]}\nlines: [{item: Ads, planned: 200}]',
  ),
  'voices/leak.md': page('type: voice\ncustomer: P\nreceived: 2026-11-19\nsentiment: -2\nseverity: 4'),
  'plans/valve.md': page(
    'type: improvement\nstatus: active\nproducts: [ro300]\ncost: 12\nnewCost: 10\nvolume: 1200\noneOff: 1000',
  ),
  'plans/line.md': page(
    'type: line-change\nstatus: active\naction: extend\nproducts: [ro300]\ndecideBy: 2026-12-01\n' +
      'newUnits: 10\nnewMargin: 5\nlostUnits: 2\noldMargin: 4\nfixedCost: 7',
  ),
  'log/2026-11-20.md': log('2026-11-20', '2h liaison: with @sales'),
};

const sampleBook = join(__dirname, '../../../examples/aquelle');

async function figures(folder: string, ...words: string[]): Promise<Record<string, unknown>> {
  return JSON.parse((await run(['figures', ...words], { folder })).out) as Record<string, unknown>;
}

describe('status-book figures', () => {
  it('prints one object with the fields of the format, in their order, where there is nothing yet', async () => {
    const folder = folderOf({ 'book.md': page('type: book\ndepartments: [sales]') });
    const { code, out, err } = await run(['figures'], { folder });
    const trend = ['daily', 'short', 'long'].map(
      (horizon) => `{"horizon":"${horizon}","weeks":0,"slope":null,"drifting":false}`,
    );
    assert.deepEqual([code, err], [0, '']);
    assert.equal(
      out,
      `{"version":1,"today":"2026-11-23","trend":[${trend.join(',')}],"freshness":[],"pace":[],"trust":[],` +
        '"calibration":{"resolved":0,"brier":null},"backlog":{"total":0,"pages":[]},"improvements":[],' +
        '"lineChanges":[],"contacts":[{"department":"sales","last":null}]}\n',
    );
  });

  it('tells how fresh each page is', async () => {
    const { freshness } = await figures(folderOf(files));
    assert.deepEqual(freshness, [
      { path: 'competitors/pure.md', age: 83, cadence: 30, state: 'stale' },
      { path: 'partners/maes.md', age: 21, cadence: 60, state: 'fresh' },
      { path: 'products/ro300.md', age: 31, cadence: 30, state: 'due' },
    ]);
  });

  it('tells the pace of each budget, null where nothing is known', async () => {
    const { pace } = await figures(folderOf(files));
    const planned = 182 / 365;
    assert.deepEqual(pace, [
      {
        path: 'budgets/year.md',
        asOf: '2026-07-01',
        planned,
        attainment: 0.4,
        pace: 400 / (1000 * planned),
        forecast: 400 / planned,
        behind: true,
        spendActual: null,
        spendPlanned: 200 * planned,
        offPace: false,
      },
    ]);
  });

  it('tells trust, calibration, backlog, improvements, line changes and contacts', async () => {
    const { trust, calibration, backlog, improvements, lineChanges, contacts } = await figures(
      folderOf(files),
    );
    assert.deepEqual(trust, [{ from: 'rnd', to: 'sales', kept: 4, all: 5, reliability: 0.8 }]);
    assert.deepEqual(calibration, { resolved: 10, brier: 0.25 });
    assert.deepEqual(backlog, { total: 16, pages: [{ path: 'voices/leak.md', points: 16 }] });
    assert.deepEqual(improvements, [{ path: 'plans/valve.md', paybackMonths: 5 }]);
    assert.deepEqual(lineChanges, [{ path: 'plans/line.md', incremental: 35 }]);
    assert.deepEqual(contacts, [
      { path: 'partners/maes.md', last: '2026-11-02' },
      { department: 'sales', last: '2026-11-20' },
      { department: 'rnd', last: null },
    ]);
  });

  it('looks from the day that --today names', async () => {
    const result = await figures(folderOf(files), '--today', '2026-09-11');
    assert.equal(result.today, '2026-09-11');
    assert.deepEqual((result.freshness as unknown[])[0], {
      path: 'competitors/pure.md',
      age: 10,
      cadence: 30,
      state: 'fresh',
    });
  });

  it('names paths from the folder when the one book lies below it', async () => {
    const inner = Object.fromEntries(
      Object.entries(files).map(([path, text]) => [`books/water/${path}`, text]),
    );
    const { out } = await run(['figures'], { folder: folderOf(inner) });
    const paths = [...out.matchAll(/"path":"([^"]*)"/g)].map(([, path]) => path ?? '');
    assert.equal(paths.length, 8);
    assert.ok(paths.every((path) => path.startsWith('books/water/')));
  });

  it('asks which book is meant where there are several', async () => {
    const folder = folderOf({ 'a/book.md': plainBook, 'b/book.md': plainBook });
    const { code, err } = await run(['figures'], { folder });
    assert.equal(code, 2);
    assert.match(err, /several books/);
  });

  it('agrees with the checker on the sample book', async () => {
    const { freshness, backlog } = (await figures(sampleBook)) as {
      freshness: { path: string; state: string }[];
      backlog: { total: number; pages: { points: number }[] };
    };
    const { findings } = await runJson<{ findings: { rule: string; path: string }[] }>(['check'], sampleBook);
    const stale = freshness.filter(({ path, state }) => path.startsWith('competitors/') && state !== 'fresh');
    const found = findings.filter(({ rule }) => rule === 'competitor-stale');
    assert.ok(stale.length > 0);
    assert.deepEqual(
      stale.map(({ path }) => path),
      found.map(({ path }) => path),
    );
    assert.equal(
      backlog.total,
      backlog.pages.reduce((sum, { points }) => sum + points, 0),
    );
  });
});

describe('status-book figures --format csv', () => {
  it('has one row for each number: analysis, subject, measure, value', async () => {
    const { out } = await run(['figures', '--format', 'csv'], { folder: folderOf(files) });
    const rows = out.split('\r\n');
    assert.equal(rows[0], 'analysis,subject,measure,value');
    for (const row of [
      'trend,daily,weeks,0',
      'trend,daily,slope,',
      'freshness,products/ro300.md,age,31',
      'freshness,products/ro300.md,state,due',
      'pace,budgets/year.md,attainment,0.4',
      'pace,budgets/year.md,behind,true',
      'pace,budgets/year.md,spendActual,',
      'trust,rnd -> sales,reliability,0.8',
      'calibration,,brier,0.25',
      'backlog,,total,16',
      'backlog,voices/leak.md,points,16',
      'improvements,plans/valve.md,paybackMonths,5',
      'lineChanges,plans/line.md,incremental,35',
      'contacts,partners/maes.md,last,2026-11-02',
      'contacts,rnd,last,',
    ]) {
      assert.ok(rows.includes(row), row);
    }
    assert.ok(rows.slice(0, -1).every((row) => row.split(',').length === 4));
  });
});
