import assert from 'node:assert/strict';
import { balanceOf } from '../../../src/core/analysis/balance';
import { backlogOf } from '../../../src/core/analysis/market';
import { pacesOf } from '../../../src/core/analysis/pace';
import { type CsvExport, exportCsv } from '../../../src/core/report/csvExports';
import { bookOf, type Files, log, page, today } from '../support/books';
import { sampleFiles } from './support';

/** Rows as objects; good for values without commas and quotes. */
function rows(what: CsvExport, files: Files): Record<string, string>[] {
  const [header = '', ...lines] = exportCsv(what, bookOf(files), today).trimEnd().split('\r\n');
  return lines.map((line) => {
    const cells = line.match(/(?:"(?:[^"]|"")*"|[^,]*)(?:,|$)/g)?.map((cell) => cell.replace(/,$/, '')) ?? [];
    return Object.fromEntries(header.split(',').map((name, index) => [name, cells[index] ?? '']));
  });
}

const total = (values: readonly Record<string, string>[], name: string): number =>
  values.reduce((sum, row) => sum + Number(row[name]), 0);

describe('the export as CSV', () => {
  it('has what is taken off as a number below zero, which no spreadsheet runs as a formula', () => {
    const found = rows('time', { 'log/2026-11-23.md': log(today, '-30m liaison: break', '1h liaison') });
    assert.deepEqual(
      found.map(({ minutes, hours }) => [minutes, hours]),
      [
        ['-30', '-0.5'],
        ['60', '1'],
      ],
    );
  });

  it('has each time entry in a row', () => {
    const files = {
      'log/2026-11-23.md': log(
        today,
        '9:00-10:15 liaison: call',
        '90m nonsense',
        '23:00-0:30> exploration',
        '13:05-? liaison',
      ),
    };
    const brief = rows('time', files).map(({ date, start, end, minutes, hours, activity, horizon }) =>
      [date, start, end, minutes, hours, activity, horizon].join(' '),
    );
    assert.deepEqual(brief, [
      '2026-11-23 09:00 10:15 75 1.25 liaison daily',
      '2026-11-23   90 1.5 nonsense ',
      '2026-11-23 23:00 24:30 90 1.5 exploration long',
      '2026-11-23 13:05 ? 0 0 liaison daily',
    ]);
  });

  it('leaves out what is logged on days to come', () => {
    assert.deepEqual(rows('time', { 'log/2026-11-24.md': log('2026-11-24', '1h liaison') }), []);
  });

  it('adds up to the balance', () => {
    const files = sampleFiles();
    const { totalMinutes } = balanceOf(bookOf(files), today, '0001-01-01', today);
    const known = rows('time', files).filter(({ horizon }) => horizon !== '');
    assert.equal(total(known, 'minutes'), totalMinutes);
  });

  it('has targets, months and lines of budgets, which add up to the pace', () => {
    const files = sampleFiles();
    const all = rows('budgets', files);
    for (const { path, salesActual, salesTarget, spendActual, spendBudget } of pacesOf(
      bookOf(files),
      today,
    )) {
      const kind = (name: string) => all.filter((row) => row.page === path && row.kind === name);
      assert.equal(total(kind('target'), 'planned'), salesTarget);
      assert.equal(total(kind('sales'), 'actual'), salesActual);
      assert.equal(total(kind('line'), 'planned'), spendBudget);
      assert.equal(total(kind('line'), 'actual'), spendActual);
    }
  });

  it('has voices with their clock, whose points add up to the backlog', () => {
    const files = sampleFiles();
    const all = rows('voices', files);
    assert.ok(Math.abs(total(all, 'points') - backlogOf(bookOf(files), today).total) < 1e-9);
    const peeters = all.find(({ id }) => id === 'voice-leak-peeters');
    assert.deepEqual([peeters?.replyDue, peeters?.state, peeters?.severity], ['2026-11-21', 'waiting', '4']);
  });

  it('disarms formulas in texts and leaves numbers alone', () => {
    const text = exportCsv(
      'voices',
      bookOf({
        'voices/v.md': page(
          'type: voice\ncustomer: "=HYPERLINK(1)"\nreceived: 2026-11-20\nsentiment: -1\nexpectation: "+1, -2"',
        ),
      }),
      today,
    );
    assert.match(text, /,'=HYPERLINK\(1\),2026-11-20,-1,2,"'\+1, -2",/);
  });

  it('has only a header for an empty book', () => {
    for (const what of ['time', 'budgets', 'voices'] as const) {
      assert.match(exportCsv(what, bookOf({}), today), /^[\w,]+\r\n$/);
    }
  });
});
