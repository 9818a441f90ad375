import assert from 'node:assert/strict';
import { balanceOf } from '../../../src/core/analysis/balance';
import { shareText } from '../../../src/core/analysis/balanceWords';
import { figuresOf } from '../../../src/core/analysis/figures';
import { t } from '../../../src/core/model/message';
import { duration, percent, trimmed } from '../../../src/core/model/texts';
import { markdownOf } from '../../../src/core/report/document';
import { run, runJson } from '../cli/support';
import { bookOf, today } from '../support/books';
import { review, sampleFiles, sampleFolder, say } from './support';

interface BalanceJson {
  readonly totalMinutes: number;
  readonly horizons: readonly { readonly id: string; readonly minutes: number; readonly share: number }[];
  readonly activities: readonly { readonly id: string; readonly minutes: number }[];
}

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** The cells of a table row that begins with a text. */
function row(text: string, first: string): string[] {
  const line = text.split('\n').find((candidate) => candidate.startsWith(`| ${first} `));
  assert.ok(line, `no row ${first} in\n${text}`);
  return line.split('|').map((cell) => cell.replaceAll('*', '').trim());
}

describe('all that is shown of one book', () => {
  const files = sampleFiles();
  const book = bookOf(files);
  const figures = figuresOf(book, today);
  const sections = (id: string): Record<string, string> =>
    Object.fromEntries(review(id, book).sections.map(({ name, blocks }) => [name, markdownOf(blocks, say)]));
  const week = sections('2026-W48');

  it('agrees on the time of a week: review, balance of the command line and analysis', async () => {
    const balance = await runJson<BalanceJson>(
      ['balance', '--today', today, '--from', '2026-11-16', '--to', '2026-11-22'],
      sampleFolder,
    );
    const { time = '' } = sections('2026-W47');
    assert.equal(row(time, 'Horizon')[4], say(duration(balance.totalMinutes)));
    const [daily, short, long] = balance.horizons;
    assert.deepEqual(row(time, 'Daily').slice(3, 5), [
      say(percent(daily?.share ?? 0)),
      say(duration(daily?.minutes ?? 0)),
    ]);
    assert.deepEqual(row(time, 'Short-term')[4], say(duration(short?.minutes ?? 0)));
    assert.deepEqual(row(time, 'Long-term')[4], say(duration(long?.minutes ?? 0)));
    for (const { id, minutes } of balance.activities) {
      const title = book.settings.activities.get(id)?.title ?? id;
      if (minutes > 0) assert.equal(row(time, title)[2], say(duration(minutes)));
    }
  });

  it('agrees on the window’s balance: review, command line and analysis', async () => {
    const balance = await runJson<BalanceJson>(['balance', '--today', today], sampleFolder);
    const window = balanceOf(book, today);
    for (const [index, title] of ['Daily', 'Short-term', 'Long-term'].entries()) {
      const horizon = window.horizons[index] ?? assert.fail();
      assert.equal(horizon.share, balance.horizons[index]?.share);
      assert.equal(row(week.time ?? '', title)[6], `${say(shareText(horizon))}, ${horizon.state}`);
    }
  });

  it('agrees on the reliability of every pair: review and figures', () => {
    const name = (department: string): string => (department === 'me' ? 'me' : `@${department}`);
    assert.ok(figures.trust.length > 5);
    for (const { from, to, kept, all, reliability } of figures.trust) {
      const cells = row(week.commitments ?? '', `${name(from)} → ${name(to)}`);
      assert.deepEqual(cells.slice(2, 4), [
        `${kept} of ${all}`,
        reliability === null ? 'too few' : say(percent(reliability)),
      ]);
    }
  });

  it('agrees on the customer backlog and on calibration: review and figures', () => {
    assert.ok(week.customers?.includes(`Backlog: ${say(t`${trimmed(figures.backlog.total)}`)} points`));
    const { resolved, brier } = figures.calibration;
    assert.ok(
      sections('2026-11').market?.includes(
        `Brier score ${say(t`${trimmed(brier ?? 0, 2)}`)} over ${resolved} resolved`,
      ),
    );
  });

  it('agrees on sales and spending of every budget: review and figures', () => {
    const text = week['sales-and-budget'] ?? '';
    assert.equal(figures.pace.length, 4);
    const [sales = '', spending = ''] = text.split('\n\n');
    for (const pace of figures.pace) {
      const id = `[[${book.page(pace.path)?.id}]]`;
      const sold = row(sales, id);
      assert.ok(sold[3]?.startsWith(say(percent(pace.attainment ?? 0))));
      assert.ok(sold[5]?.startsWith(say(percent(pace.pace ?? 0))));
      assert.equal(sold[5]?.includes('behind'), pace.behind);
      assert.equal(sold[6], `${number.format(pace.forecast ?? 0)} EUR`);
      const spent = row(spending, id);
      assert.equal(spent[2], `${number.format(pace.spendActual ?? 0)} EUR`);
      assert.equal(spent[3], `${number.format(pace.spendPlanned ?? 0)} EUR`);
      assert.equal(spent[5] !== 'on plan', pace.offPace);
    }
  });

  it('agrees on what is stale: review and figures', () => {
    for (const { path, age, state } of figures.freshness) {
      const shown = week.stale?.includes(`[[${book.page(path)?.id}|${book.page(path)?.title}]] ${age} days`);
      assert.equal(shown, state !== 'fresh', path);
    }
  });

  it('moves alike when a page changes', async () => {
    const log = files['log/2026-11-23.md'] ?? assert.fail();
    const changed = bookOf({ ...files, 'log/2026-11-23.md': log.replace('8:10-8:50', '8:10-18:10') });
    const window = balanceOf(changed, today).horizons[0] ?? assert.fail();
    const text = markdownOf(
      review('2026-W48', changed).sections.find(({ name }) => name === 'time')?.blocks ?? [],
      say,
    );
    assert.notEqual(
      say(shareText(window)),
      say(shareText(balanceOf(book, today).horizons[0] ?? assert.fail())),
    );
    assert.equal(row(text, 'Daily')[6], `${say(shareText(window))}, above`);
  });

  it('is printed by the command line as the editor writes it', async () => {
    const { out } = await run(['report', sampleFolder, '--today', today]);
    for (const { name, blocks } of review('2026-W48', book).sections) {
      assert.ok(out.includes(markdownOf(blocks, say)), name);
    }
  });
});
