import assert from 'node:assert/strict';
import { agendaOf } from '../../../src/core/analysis/agenda';
import { balanceOf } from '../../../src/core/analysis/balance';
import { freshnessOf } from '../../../src/core/analysis/freshness';
import { backlogOf, calibrationOf } from '../../../src/core/analysis/market';
import { pacesOf } from '../../../src/core/analysis/pace';
import { weeklyBalances } from '../../../src/core/analysis/trend';
import { trustOf } from '../../../src/core/analysis/trust';
import { duration, percent, weekdayText } from '../../../src/core/model/texts';
import { dashboardParts, sectionIds } from '../../../src/core/report/dashboard';
import type { Cell, PagePlace } from '../../../src/shared/shownDashboard';
import { type Files, lines, log, page, today } from '../support/books';
import { english } from '../support/english';
import { column, dashboardOf, headline, modelOf, sampleBook, sampleText, texts } from './support';

const book = sampleBook();
const model = dashboardOf(book, today);

/** Every place that is named anywhere in some data. */
function placesIn(data: unknown): PagePlace[] {
  if (typeof data !== 'object' || data === null) return [];
  const own = 'path' in data && typeof data.path === 'string' ? [data as PagePlace] : [];
  return [...own, ...Object.values(data).flatMap(placesIn)];
}

function rowsWithPlace(rows: readonly (readonly Cell[])[]): number {
  return rows.filter((row) => row.some(({ place }) => place)).length;
}

describe('The dashboard’s numbers are those of the analyses:', () => {
  it('the time balance of the window and of each week', () => {
    const balance = balanceOf(book, today);
    assert.deepEqual(
      model.balance.horizons.map(({ share, balance: state }) => [share, state]),
      balance.horizons.map(({ share, state }) => [share, state]),
    );
    const weeks = weeklyBalances(book, today);
    assert.deepEqual(
      column(model.balance.table, 'Daily').slice(2),
      weeks.map(({ balance: week }) => english.say(percent(week.horizons[0]?.share ?? 0))),
    );
    assert.deepEqual(
      column(model.balance.table, 'Logged').slice(2),
      weeks.map(({ balance: week }) => english.say(duration(week.totalMinutes))),
    );
    assert.deepEqual(
      model.balance.horizons[2]?.weeks,
      weeks.map(({ balance: week, counted }) => (counted ? week.horizons[2]?.share : null)),
    );
  });

  it('the minutes of each activity, most first', () => {
    const { activities } = balanceOf(book, today);
    const minutes = new Map(activities.map((activity) => [activity.id, activity.minutes]));
    assert.equal(model.time.bars.length, activities.length);
    for (const bar of model.time.bars) assert.equal(bar.minutes, minutes.get(bar.id));
    assert.deepEqual(
      model.time.bars.map((bar) => bar.minutes),
      [...minutes.values()].sort((a, b) => b - a),
    );
    assert.deepEqual(
      column(model.time.table, 'Time'),
      model.time.bars.map((bar) => english.say(duration(bar.minutes))),
    );
  });

  it('age and cadence of each competitor', () => {
    const fresh = new Map(freshnessOf(book, today).map((freshness) => [freshness.path, freshness]));
    assert.equal(model.competitors.tiles.length, book.pagesOfType('competitor').length);
    for (const { place, used, text, stateText } of model.competitors.tiles) {
      const freshness = fresh.get(place.path);
      assert.ok(freshness);
      assert.equal(used, freshness.age / freshness.cadence);
      assert.equal(text, `${freshness.age} of ${freshness.cadence} days`);
      assert.equal(stateText, freshness.state);
    }
  });

  it('sales and spending of each budget', () => {
    const whole = (value: number | null): string =>
      value === null ? '–' : Math.round(value).toLocaleString('en');
    const paces = new Map(pacesOf(book, today).map((pace) => [pace.path, pace]));
    assert.equal(model.budgets.table.rows.length, paces.size);
    for (const row of model.budgets.table.rows) {
      const pace = paces.get(row[0]?.place?.path ?? '');
      assert.ok(pace);
      assert.deepEqual(
        row.slice(2).map(({ text }) => text),
        [
          whole(pace.salesActual),
          whole(pace.salesTarget),
          english.say(percent(pace.attainment ?? 0)),
          english.say(percent(pace.pace ?? 0)),
          whole(pace.forecast),
          whole(pace.spendActual),
          whole(pace.spendPlanned),
          whole(pace.spendBudget),
        ],
      );
    }
  });

  it('the promises of each pair', () => {
    assert.deepEqual(
      texts(model.trust.table).map(([, , kept, all]) => [Number(kept), Number(all)]),
      trustOf(book, today).map(({ kept, all }) => [kept, all]),
    );
    const rnd = model.trust.departments.find(({ department }) => department === '@rnd');
    assert.deepEqual([rnd?.toMe?.kept, rnd?.toMe?.all, rnd?.toMe?.state], [4, 7, 'attention']);
    assert.equal(rnd?.fromMe, undefined);
  });

  it('the customer backlog', () => {
    const { total, pages } = backlogOf(book, today);
    assert.equal(model.customers.backlog.at(-1), total);
    assert.deepEqual(
      model.customers.open.map(({ place }) => place?.path),
      pages.map(({ path }) => path),
    );
  });

  it('the Brier score', () => {
    assert.equal(model.predictions.brier, calibrationOf(book).brier);
    assert.equal(
      model.predictions.points.reduce((sum, { count }) => sum + count, 0),
      calibrationOf(book).resolved,
    );
  });

  it('keeps every date reachable: those beyond the first few are folded away', () => {
    const all = agendaOf(book, today).filter(({ date }) => date < today);
    const [overdue] = model.dates.groups;
    assert.ok(all.length > 7);
    assert.equal(overdue?.more, `Show ${all.length - 7} more`);
    assert.deepEqual(
      [...(overdue?.items ?? []), ...(overdue?.rest ?? [])].map(({ date }) => date),
      all.map(({ date }) => date),
    );
  });

  it('says what the marks of the coverage stand for', () => {
    assert.deepEqual(
      model.coverage.kinds.map(({ title }) => title),
      ['Sheet', 'Plan', 'Voice', 'Competitor', 'Budget'],
    );
  });

  it('says of each page of a place where we sell that it is there or missing, and offers to make it', () => {
    const files = {
      'p.md': page('type: product\ntitle: Steamer\nsegments: [s]\nregions: [r]'),
      's.md': page('type: segment\ntitle: Bakers'),
      'r.md': page('type: region\ntitle: Benelux'),
      'v.md': page('type: voice\ntitle: Too loud\nproducts: [p]\nsegments: [s]'),
    };
    const [matrix] = modelOf(files).coverage.matrices;
    const items = matrix?.rows[0]?.cells[0]?.items ?? [];
    assert.deepEqual(
      items.map(({ text, action }) => [text, action?.title]),
      [
        ['Sheet: Steamer', undefined],
        ['Plan is missing.', undefined],
        ['Voice: Too loud', undefined],
        ['Competitor is missing.', 'New Competitor…'],
        ['Budget is missing.', 'New Budget…'],
      ],
    );
  });

  it('the dates of the agenda', () => {
    assert.deepEqual(
      column(model.dates.table, 'Date'),
      agendaOf(book, today).map(({ date }) => english.say(weekdayText(date, today))),
    );
    const dates = agendaOf(book, today).map(({ date }) => date);
    const between = (from: string, to: string): number =>
      dates.filter((date) => date >= from && date <= to).length;
    assert.deepEqual(
      model.dates.groups.map(({ title }) => title),
      [
        `Overdue (${between('', '2026-11-22')})`,
        `Today (${between(today, today)})`,
        `This week (${between('2026-11-24', '2026-11-29')})`,
        `Next four weeks (${between('2026-11-30', '2026-12-27')})`,
      ],
    );
    assert.ok(between('', '2026-11-22') > 10 && between('2026-11-30', '2026-12-27') > 10);
  });
});

describe('The dashboard’s model', () => {
  it('names pages that the book has, and lines that they have', () => {
    const places = placesIn(model);
    assert.ok(places.length > 300);
    for (const { path, line } of places) {
      assert.ok(book.page(path), path);
      if (line !== undefined) assert.ok(line < sampleText(path).split('\n').length, `${path}:${line}`);
    }
  });

  it('opens a page from every row of every table that comes from pages', () => {
    const { time, competitors, budgets, trust, customers, predictions, dates } = model;
    for (const { table } of [time, competitors, budgets, trust, customers, predictions, dates]) {
      assert.equal(rowsWithPlace(table.rows), table.rows.length, table.caption);
    }
  });

  it('moves with a page: an hour logged shows in balance, bars and headline alike', () => {
    const path = 'log/2026-11-23.md';
    const more = sampleText(path).replace('## Time\n', '## Time\n\n- 20h exploration: interviews\n');
    const changed = dashboardOf(sampleBook({ [path]: more }), today);
    const balance = balanceOf(sampleBook({ [path]: more }), today);
    assert.equal(changed.balance.horizons[2]?.share, balance.horizons[2]?.share);
    assert.equal(changed.time.bars.find(({ id }) => id === 'exploration')?.minutes, 75 + 1200);
    assert.equal(headline(changed, 'balance').answer, 'Yes, all three horizons are in their bands');
    assert.deepEqual(changed.competitors, model.competitors);
  });

  it('is the same in parts as at once', () => {
    const parts = [...dashboardParts(book, today)].map((part) => english.spoken(part));
    assert.ok(parts.length > sectionIds.length);
    assert.deepEqual(Object.assign({}, ...parts), model);
  });

  it('is plain data, which a message can hold', () => {
    assert.deepEqual(JSON.parse(JSON.stringify(model)), structuredClone(model));
  });

  it('says of every section of an empty book what there is to do', () => {
    const { headlines, ...sections } = modelOf({});
    assert.equal(headlines.length, 4);
    for (const [id, section] of Object.entries(sections)) {
      assert.ok('empty' in section && section.empty.text.length > 20, id);
    }
    assert.deepEqual(sections.budgets.empty?.action, {
      title: 'New Budget…',
      command: 'statusBook.newPage',
      type: 'budget',
    });
  });

  it('says how many predictions are missing before the calibration is shown', () => {
    const rival = page(
      'type: competitor\nthreat: low\nreviewed: 2026-11-01\npredictions:\n  - {move: M, probability: 0.5, by: 2026-01-01, outcome: happened}',
    );
    const { empty, brier } = modelOf({ 'c.md': rival }).predictions;
    assert.equal(brier, null);
    assert.match(empty?.text ?? '', /^9 more predictions .*\(1 of 10 so far\)/);
  });

  it('shows a competitor without a review day as not known', () => {
    const [tile] = modelOf({ 'c.md': page('type: competitor\ntitle: New\nthreat: high') }).competitors.tiles;
    assert.deepEqual([tile?.state, tile?.stateText, tile?.used], ['unknown', 'never reviewed', 0]);
  });

  it('says of a week with little time how much was logged, but draws no share', () => {
    const { balance } = modelOf({ 'l.md': log('2026-11-20', '2h liaison') });
    assert.deepEqual(balance.horizons[0]?.weeks, Array(8).fill(null));
    assert.equal(column(balance.table, 'Logged')[8], '2 h');
  });

  it('keeps what users wrote as text', () => {
    const evil = '<img src=x onerror=alert(1)>[x](command:statusBook.logTime)';
    const { tiles } = modelOf({
      'c.md': page(`type: competitor\ntitle: "${evil}"\nthreat: high\nreviewed: 2026-11-01`),
    }).competitors;
    assert.equal(tiles[0]?.title, evil);
  });

  it('stays small for a book of thousands of pages', () => {
    const files: Record<string, string> = {};
    for (let index = 0; index < 2000; index++) {
      files[`c/${index}.md`] = page(`type: competitor\ntitle: C${index}\nthreat: high\nreviewed: 2026-11-01`);
      files[`p/${index}.md`] = page(`type: product\nstage: growth\nupdated: 2026-11-01\nregions: [r]`);
    }
    files['r.md'] = page('type: region\nid: r');
    files['s.md'] = page(
      'type: log\ndate: 2026-11-20',
      lines(...Array.from({ length: 1000 }, (_, index) => `- [ ] @me -> @sales: p${index} due:2026-11-25`)),
    );
    const large = modelOf(files satisfies Files);
    assert.equal(large.competitors.tiles.length, 40);
    assert.equal(large.competitors.more, '1960 more, reviewed more recently.');
    assert.match(large.competitors.table.caption, /the first 200 of 2000$/);
    assert.equal(large.coverage.matrices[0]?.rows.length, 60);
    assert.equal(large.coverage.matrices[0]?.more, '1940 products not shown.');
    assert.ok(JSON.stringify(large).length < 250_000);
  });
});
