import assert from 'node:assert/strict';
import { pageFact } from '../../../src/core/analysis/pageFact';
import type { Page } from '../../../src/core/model/page';
import { relativeDay } from '../../../src/core/model/texts';
import { pageTypes } from '../../../src/core/schema/schema';
import { bookOf, log, page, today } from '../support/books';
import { english } from '../support/english';

function fact(text: string): string {
  const book = bookOf({ 'one.md': text });
  return english.say(pageFact(book.page('one.md') as Page, today, book.settings));
}

describe('The main fact of a page', () => {
  it('is threat and age of a competitor', () => {
    assert.equal(
      fact(page('type: competitor\nthreat: high\nreviewed: 2026-10-07')),
      'high · reviewed 47 days ago',
    );
  });

  it('is all time of a log, on activities that the book’s titles name as well', () => {
    const book = bookOf({
      'book.md': page('type: book\nactivities: [{id: accounts, title: Key accounts, horizon: daily}]'),
      'log.md': page('type: log\ndate: 2026-11-23', '- 1h Key accounts: call\n- 30m Sales motivation\n'),
    });
    const foreign = { activities: new Map() };
    const log = book.page('log.md') as Page;
    assert.equal(english.say(pageFact(log, today, book.settings)), '1 h 30 min');
    assert.equal(english.say(pageFact(log, today, foreign)), '30 min');
  });

  it('is the day that a plan is held to', () => {
    assert.equal(
      fact(page('type: improvement\nstatus: active\ndue: 2026-11-13')),
      'active · was due 10 days ago',
    );
    assert.equal(fact(page('type: new-product\nstatus: draft\ngate: 2026-11-24')), 'draft · gate tomorrow');
    assert.equal(
      fact(page('type: new-product\nstatus: active\ngate: 2026-11-13')),
      'active · gate was 10 days ago',
    );
    assert.equal(
      fact(page('type: promotion\nstatus: approved\nstart: 2026-11-20\nend: 2026-12-05')),
      'approved · ends in 12 days',
    );
  });

  it('is the decision of a gate once there is one', () => {
    const decided = page('type: new-product\nstatus: active\ngate: 2026-10-29\ndecision: go');
    assert.equal(fact(decided), 'active · gate decided: go');
    const next = page('type: new-product\nstatus: active\ngate: 2026-11-24\ndecision: go');
    assert.equal(fact(next), 'active · gate tomorrow');
  });

  it('is the state alone of what is closed', () => {
    assert.equal(fact(page('type: improvement\nstatus: done\ndue: 2026-11-13')), 'done');
    assert.equal(
      fact(page('type: product\nstage: retired\nhealth: on-track\nupdated: 2026-01-01')),
      'retired',
    );
  });

  it('is the logged time of a log, and the timer that runs', () => {
    assert.equal(
      fact(log('2026-11-23', '1h30m liaison', '9:00-? liaison')),
      '1 h 30 min and a running timer',
    );
    assert.equal(fact(log('2026-11-23')), '0 min');
  });

  it('is the later of the days on which a trend was observed and reviewed', () => {
    assert.equal(
      fact(page('type: trend\nimpact: 4\nobserved: 2026-11-22\nreviewed: 2026-11-01')),
      'impact 4 · observed yesterday',
    );
  });

  it('leaves out what is missing or wrong, on pages of every type', () => {
    for (const { id } of pageTypes) {
      const text = fact(page(`type: ${id}\nreviewed: soon\nupdated: 12\nstart: [1]`));
      assert.doesNotMatch(text, /undefined|NaN|Invalid/, id);
    }
    assert.equal(fact(page('type: competitr')), '');
  });
});

describe('A day in words', () => {
  it('is told from today', () => {
    const days = ['2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25'];
    assert.deepEqual(
      days.map((day) => english.say(relativeDay(day, today))),
      ['2 days ago', 'yesterday', 'today', 'tomorrow', 'in 2 days'],
    );
  });
});
