import assert from 'node:assert/strict';
import fc from 'fast-check';
import { quietDays, touchedOn } from '../../../src/core/analysis/touched';
import { addDays, daysBetween } from '../../../src/core/model/calendarDate';
import { bookOf, page, today } from '../support/books';
import { runs } from '../support/runs';

const target = fc.oneof(
  { weight: 1, arbitrary: fc.constantFrom('a', 'b') },
  { weight: 60, arbitrary: fc.constantFrom('c', 'nowhere') },
);

/** Log pages some days before today (after, where negative), few of which link to a competitor. */
const logs = fc.array(fc.record({ ago: fc.integer({ min: -5, max: 120 }), target }), {
  maxLength: 150,
  size: 'max',
});
const reviewed = fc.option(fc.integer({ min: -5, max: 150 }), { freq: 2 });

describe('the days since pages of a type were touched', () => {
  it('are those of the page that was touched last, however many log pages there are', () => {
    fc.assert(
      fc.property(logs, reviewed, reviewed, (written, ...reviews) => {
        const competitors = reviews.map((ago, at): [string, string] => [
          `competitors/${'ab'[at]}.md`,
          page(`type: competitor${ago === null ? '' : `\nreviewed: ${addDays(today, -ago)}`}`),
        ]);
        const files = new Map([...competitors, ['products/c.md', page('type: product')] as const]);
        for (const [at, { ago, target }] of written.entries()) {
          files.set(`log/${at}.md`, page(`type: log\ndate: ${addDays(today, -ago)}`, `[[${target}]]\n`));
        }
        const book = bookOf(Object.fromEntries(files));
        const first = book.logs().find(({ date }) => date <= today)?.date;
        const touched = book.pagesOfType('competitor').map((each) => touchedOn(each, book, today));
        const last = touched
          .filter((date) => date !== undefined)
          .sort()
          .at(-1);
        assert.equal(
          quietDays(['competitor'], book, today),
          first === undefined ? undefined : daysBetween(last ?? first, today),
        );
      }),
      { numRuns: runs(60) },
    );
  });
});
