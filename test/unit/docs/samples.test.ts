import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { balanceOf } from '../../../src/core/analysis/balance';
import { type Book, Library } from '../../../src/core/index/library';
import { allRules } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { activities } from '../../../src/core/schema/activities';
import { pageTypes } from '../../../src/core/schema/schema';

const today = '2026-11-23';

function sample(name: string): Book {
  const folder = join(__dirname, '../../../examples', name);
  const library = new Library();
  const paths = readdirSync(folder, { recursive: true }).map(String);
  for (const path of paths.filter((file) => file.endsWith('.md'))) {
    library.setFile(path.split(sep).join('/'), readFileSync(join(folder, path), 'utf8'));
  }
  return library.book('') as Book;
}

const rulesIn = (book: Book): string[] =>
  new BookChecker(book.index, { today }).findings().map(({ rule }) => rule);

describe('the sample books', () => {
  const aquelle = sample('aquelle');
  const neglected = sample('neglected');

  it('show every rule at least once', () => {
    const shown = new Set([...rulesIn(aquelle), ...rulesIn(neglected)]);
    assert.deepEqual(
      allRules.map(({ id }) => id).filter((id) => !shown.has(id)),
      [],
    );
  });

  it('have sixty pages and more, of every type', () => {
    assert.ok(aquelle.index.pageCount >= 60);
    assert.deepEqual(
      pageTypes.map(({ id }) => id).filter((type) => aquelle.index.pagesOfType(type).length === 0),
      [],
    );
  });

  it('log eight weeks of time, on every activity', () => {
    const minutes = balanceOf(aquelle.index, today, '2026-09-28', today).activities;
    const logged = new Set(minutes.filter((activity) => activity.minutes > 0).map(({ id }) => id));
    assert.deepEqual(
      activities.map(({ id }) => id).filter((id) => !logged.has(id)),
      [],
    );
  });

  it('tell of a manager whose daily work pushes the long term aside', () => {
    const { horizons, totalMinutes } = balanceOf(aquelle.index, today);
    assert.equal(totalMinutes, 8025);
    assert.deepEqual(
      horizons.map(({ id, minutes, state }) => [id, minutes, state]),
      [
        ['daily', 4985, 'above'],
        ['short', 2265, 'inside'],
        ['long', 775, 'below'],
      ],
    );
  });
});
