import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type SampleFile, sampleBookFor, sampleDay } from '../../../src/core/edit/sampleBook';
import { addDays } from '../../../src/core/model/calendarDate';
import { checkerOf } from '../support/books';

const folder = join(__dirname, '../../../examples/aquelle');

const sample: SampleFile[] = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.md'))
  .map((name) => ({ path: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

/** How often each rule finds something on a day. */
function counts(files: readonly SampleFile[], today: string): Map<string, number> {
  const checker = checkerOf(Object.fromEntries(files.map(({ path, text }) => [path, text])), { today });
  const found = new Map<string, number>();
  for (const { rule } of checker.findings()) found.set(rule, (found.get(rule) ?? 0) + 1);
  return found;
}

describe('the sample book', () => {
  it('is as it was written on its own day, and all of that week', () => {
    assert.deepEqual(sampleBookFor(sampleDay, sample), sample);
    assert.deepEqual(sampleBookFor(addDays(sampleDay, 6), sample), sample);
  });

  it('moves its log pages with their dates', () => {
    const moved = sampleBookFor('2027-03-03', sample).find(({ path }) => path === 'log/2027-03-01.md');
    assert.match(moved?.text ?? '', /^date: 2027-03-01$/m);
  });

  it('finds half a year on what it finds on its own day', () => {
    const today = addDays(sampleDay, 26 * 7);
    const then = counts(sampleBookFor(today, sample), today);
    for (const [rule, count] of counts(sample, sampleDay)) {
      if (!monthly.has(rule)) assert.equal(then.get(rule), count, rule);
    }
  });
});

/** Budgets go by months, which whole weeks do not fit. */
const monthly = new Set(['budget-off-pace', 'sales-behind', 'budget-actuals-stale', 'log-missing']);
