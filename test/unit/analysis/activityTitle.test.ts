import assert from 'node:assert/strict';
import { activityTitle } from '../../../src/core/analysis/activityTitle';
import type { Activity } from '../../../src/core/schema/activities';
import { Words } from '../../../src/core/words/words';
import { bookOf, page } from '../support/books';

describe('the name of an activity', () => {
  const own = 'activities: [{ id: accounts, title: Budget, horizon: daily }]';
  const { activities } = bookOf({ 'book.md': page(`type: book\n${own}`) }).settings;
  const words = new Words('de', (pattern) => `${pattern} auf Deutsch`);
  const said = (id: string): string => words.say(activityTitle(activities.get(id) as Activity));

  it('is told in the reader’s language where every book has it', () => {
    assert.equal(said('status-book'), 'Status book auf Deutsch');
  });

  it('is the user’s own where the book adds it', () => {
    assert.equal(said('accounts'), 'Budget');
  });
});
