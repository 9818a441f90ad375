import assert from 'node:assert/strict';
import { type LensKind, type LensText, lensKinds } from '../../../src/core/language/codeLens/codeLens';
import { codeLensesOf } from '../../../src/core/language/codeLens/codeLenses';
import type { Spoken } from '../../../src/core/model/message';
import type { Page } from '../../../src/core/model/page';
import { bookOf, type Files, lines, log, page, today } from '../support/books';
import { english } from '../support/english';

/** The lenses of a page: line from 1, `!` for a warning, title, and the action behind it. */
function lensesOf(files: Files, path: string, kinds: readonly LensKind[] = lensKinds): string[] {
  return textsOf(files, path, kinds).map(
    ({ line, text: { title, isWarning, action } }) =>
      `${line}${isWarning ? '!' : ''} ${title}${action ? ` → ${action.kind}` : ''}`,
  );
}

function textsOf(
  files: Files,
  path: string,
  kinds: readonly LensKind[] = lensKinds,
): { line: number; text: Spoken<LensText> }[] {
  const book = bookOf(files);
  return codeLensesOf({ page: book.page(path) as Page, book, today }, new Set(kinds)).map(
    ({ range, text }) => ({ line: range.start.line + 1, text: english.spoken(text()) }),
  );
}

const week = {
  'log/2026-11-23.md': log('2026-11-23', '2h liaison', '1h promotion', '10:00-? exploration'),
  'log/2026-11-20.md': log('2026-11-20', '25h liaison', '10h promotion', '5h exploration'),
};

describe('Code lenses of a log page', () => {
  it('tell the day by horizon above the page, and the window against the bands above the Time heading', () => {
    assert.deepEqual(lensesOf(week, 'log/2026-11-23.md'), [
      '1 Today: 3 h and a running timer · Daily 2 h · Short-term 1 h',
      '5! Last 28 days: Daily 63 % above 40–55 % · Short-term 26 % inside 20–30 % · Long-term 12 % below 15–25 % → showActivities',
    ]);
  });

  it('leave the window to the finding that says the same, where one stands on the page', () => {
    const book = bookOf(week);
    const shown = book.page('log/2026-11-23.md') as Page;
    const titles = (isReported: (rule: string) => boolean): string[] =>
      codeLensesOf({ page: shown, book, today, isReported }, new Set(['balance'])).map(({ text }) =>
        english.say(text().title),
      );
    assert.equal(titles((rule) => rule === 'time-unbalanced').length, 1);
    assert.equal(titles((rule) => rule === 'time-drifting').length, 2);
  });

  it('tell the window that ended with the day on an older page', () => {
    const files = {
      ...week,
      'log/2026-11-20.md': log('2026-11-20', '20h liaison', '12h promotion', '8h exploration'),
    };
    assert.deepEqual(lensesOf(files, 'log/2026-11-20.md'), [
      '1 This day: 40 h · Daily 20 h · Short-term 12 h · Long-term 8 h',
      '5 28 days to this day: Daily 50 % inside 40–55 % · Short-term 30 % inside 20–30 % · Long-term 20 % inside 15–25 % → showActivities',
    ]);
  });

  it('say what is missing while there is too little to judge', () => {
    const [, window] = textsOf({ 'log/2026-11-23.md': log('2026-11-23', '2h liaison') }, 'log/2026-11-23.md');
    assert.equal(window?.text.title, 'Last 28 days: 38 h more to be logged before the balance is judged');
    assert.ok(!window?.text.isWarning);
  });

  it('say that a day to come does not count yet', () => {
    assert.deepEqual(
      lensesOf({ 'log/2026-11-24.md': log('2026-11-24', '2h liaison') }, 'log/2026-11-24.md'),
      ['1 2 h, not counted before its day'],
    );
  });

  it('tell the window on the type line where there is no Time heading, and nothing without a date', () => {
    const body = '- 1h liaison\n';
    assert.deepEqual(
      textsOf({ 'a.md': page('type: log\ndate: 2026-11-23', body) }, 'a.md').map(({ line }) => line),
      [1, 2],
    );
    assert.deepEqual(lensesOf({ 'a.md': page('type: log', body) }, 'a.md'), []);
  });
});

describe('Code lenses of a page with a cadence', () => {
  const competitor = (reviewed: string): Files => ({
    'p.md': page(`type: competitor\nthreat: high\nreviewed: ${reviewed}`),
  });

  it('tell the age against it and offer the review', () => {
    assert.deepEqual(lensesOf(competitor('2026-10-07'), 'p.md', ['review']), [
      '1! Reviewed 47 days ago · due every 30 days',
      '1 Mark as reviewed today → markAsReviewed',
    ]);
  });

  it('do not warn on the very day on which it runs out', () => {
    assert.equal(
      lensesOf(competitor('2026-10-24'), 'p.md', ['review'])[0],
      '1 Reviewed 30 days ago · due every 30 days',
    );
  });

  it('offer no review on the day of one', () => {
    assert.deepEqual(lensesOf(competitor(today), 'p.md', ['review']), [
      '1 Reviewed today · due every 30 days',
    ]);
  });

  it('offer the review where no day is known', () => {
    assert.deepEqual(lensesOf(competitor(''), 'p.md', ['review']), [
      '1 Mark as reviewed today → markAsReviewed',
    ]);
  });

  it('tell of the last contact with a partner, for which a review does not stand', () => {
    const files = { 'p.md': page('type: partner\nkind: dealer\ntier: A\nlastContact: 2026-11-22') };
    assert.deepEqual(lensesOf(files, 'p.md', ['review']), ['1 Last contact yesterday · due every 30 days']);
  });

  it('skip a retired product', () => {
    const files = { 'p.md': page('type: product\nstage: retired\nhealth: on-track\nupdated: 2020-01-01') };
    assert.deepEqual(lensesOf(files, 'p.md', ['review']), []);
  });
});

describe('Code lenses of predictions', () => {
  const prediction = (move: string, ...rest: string[]): string =>
    [`  - move: ${move}`, ...rest.map((field) => `    ${field}`)].join('\n');
  const competitor = (...predictions: string[]): string =>
    page(`type: competitor\nthreat: low\nreviewed: ${today}\npredictions:\n${predictions.join('\n')}`);

  it('count the states, and stand above what waits', () => {
    const files = {
      'p.md': competitor(
        prediction('A', 'probability: 0.9', 'by: 2026-06-30', 'outcome: happened'),
        prediction('B', 'probability: 0.5', 'impact: 9', 'by: 2026-11-15'),
        prediction('C', 'probability: 0.6', 'impact: 9', 'by: 2027-02-28'),
        prediction('D', 'probability: 0.6', 'impact: 9', 'by: 2027-02-28', 'response: answer'),
      ),
      'answer.md': page('type: response\nstatus: active'),
    };
    assert.deepEqual(lensesOf(files, 'p.md', ['predictions']), [
      '5 4 predictions: 1 settled, 1 due, 1 unanswered',
      '10! Due 8 days ago: enter its outcome',
      '14! Unanswered: weighs 5.4 (a response from 5 on)',
    ]);
  });

  it('name the score of the book as such on a page that has too few of its own', () => {
    const many = Array.from({ length: 10 }, () => prediction('M', 'probability: 0.8', 'outcome: happened'));
    const files = { 'p.md': competitor(...many), 'q.md': competitor(prediction('N', 'probability: 0.8')) };
    assert.deepEqual(lensesOf(files, 'q.md', ['predictions']), [
      '5 1 prediction, none settled yet',
      '5 Brier score of the whole book: 0.04 over 10 predictions',
    ]);
  });

  it('give the Brier score of the page from ten settled ones on', () => {
    const settled = (count: number): Files => ({
      'p.md': competitor(
        ...Array.from({ length: count }, () => prediction('M', 'probability: 0.8', 'outcome: happened')),
      ),
    });
    assert.deepEqual(lensesOf(settled(9), 'p.md', ['predictions']), ['5 9 predictions: 9 settled']);
    assert.deepEqual(lensesOf(settled(10), 'p.md', ['predictions']), [
      '5 10 predictions: 10 settled',
      '5 Brier score of this page: 0.04 over 10 predictions',
    ]);
  });

  it('are not there without predictions', () => {
    assert.deepEqual(
      lensesOf({ 'p.md': page('type: competitor\npredictions: []') }, 'p.md', ['predictions']),
      [],
    );
  });
});

describe('Code lenses of a budget', () => {
  const budget = (...fields: string[]): Files => ({
    'book.md': page('type: book\ncurrency: EUR'),
    'b.md': page(['type: budget', 'start: 2026-01-01', 'end: 2026-12-31', ...fields].join('\n')),
  });

  it('tell the pace and forecast of sales and of spending', () => {
    const files = budget(
      'asOf: 2026-06-30',
      'sales: { target: 1200000, weights: [1,1,1,1,1,1,1,1,1,1,1,1], actuals: [{ month: 2026-06, amount: 480000 }] }',
      'lines:',
      '  - { item: Shows, planned: 10000, actual: 6000, committed: 5000 }',
      '  - { item: Training, planned: 10000, actual: 2000 }',
    );
    assert.deepEqual(lensesOf(files, 'b.md', ['pace']), [
      '6! Sales at 80 % of plan · forecast 960,000 of 1,200,000 EUR',
      '7! Spent 8,000 of 10,000 EUR planned by now · 20,000 EUR in all · 1 line overspent',
    ]);
  });

  it('say so while there is no data, which is not nought', () => {
    const files = budget('sales: { target: 1000 }', 'lines: [{ item: Shows, planned: 10000 }]');
    assert.deepEqual(lensesOf(files, 'b.md', ['pace']), ['5 Sales: no data yet', '6 Spending: no data yet']);
  });

  it('give no forecast before 15 % of the plan', () => {
    const files = budget(
      'asOf: 2026-02-20',
      'sales: { target: 1000, actuals: [{ month: 2026-01, amount: 140 }] }',
    );
    assert.deepEqual(lensesOf(files, 'b.md', ['pace']), ['6 Sales at 100 % of plan']);
  });
});

describe('Code lenses of a list of commitments', () => {
  const kept = '- [x] @rnd -> @me: samples due:2026-11-02 done:2026-11-01';
  const late = '- [x] @rnd -> @me: drawings due:2026-11-02 done:2026-11-09';
  const owed = '- [x] @me -> @rnd: brief due:2026-11-05';

  it('tell how both sides kept their promises, with a share from five on', () => {
    const files = {
      'plan.md': page('type: response', lines('## Promises', kept, late, kept, kept, kept, owed)),
    };
    assert.deepEqual(lensesOf(files, 'plan.md', ['ledger']), [
      '5 @rnd → @me kept 4 of 5 (80 %) · @me → @rnd kept 1 of 1',
    ]);
  });

  it('stand above each list, once for each two departments in it', () => {
    const files = {
      'plan.md': page(
        'type: response',
        lines('## One', kept, '- [ ] @sales -> @rnd: a list due:2026-12-01', kept, '## Two', owed),
      ),
    };
    assert.deepEqual(lensesOf(files, 'plan.md', ['ledger']), [
      '5 @rnd → @me kept 2 of 2 · @me → @rnd kept 1 of 1',
      '5 @sales and @rnd: no promise has come due in the last 90 days',
      '9 @me → @rnd kept 1 of 1 · @rnd → @me kept 2 of 2',
    ]);
  });

  it('leave out what is no valid commitment', () => {
    const files = { 'plan.md': page('type: response', '- [ ] @nobody -> @me: x due:2026-11-01\n') };
    assert.deepEqual(lensesOf(files, 'plan.md', ['ledger']), []);
  });
});

describe('Code lenses of references', () => {
  it('count all three forms and lead to each place', () => {
    const files = {
      'products/a.md': page('type: product'),
      'x.md': page('type: strategy\nproducts: [a]', 'See [[a]] and [it](products/a.md).\n'),
      'y.md': page('type: trend', '[[a]]\n'),
    };
    const text = textsOf(files, 'products/a.md', ['references'])[0]?.text as LensText;
    assert.equal(text.title, '4 references');
    assert.equal(text.tooltip, '4 references in 2 pages');
    assert.equal(text.action?.kind, 'showReferences');
    const places = text.action?.kind === 'showReferences' ? text.action.places : [];
    assert.deepEqual(places.map(({ path, range }) => `${path}:${range.start.line + 1}`).sort(), [
      'x.md:3',
      'x.md:5',
      'x.md:5',
      'y.md:4',
    ]);
  });

  it('say that there are none, but not on pages that are seldom named', () => {
    assert.deepEqual(lensesOf({ 'a.md': page('type: trend') }, 'a.md', ['references']), ['1 No references']);
    assert.deepEqual(lensesOf(week, 'log/2026-11-23.md', ['references']), []);
  });
});

describe('Code lenses', () => {
  it('are shown of the kinds that are switched on alone', () => {
    assert.deepEqual(lensesOf(week, 'log/2026-11-23.md', ['references', 'ledger']), []);
  });

  it('work their texts out only when they are asked for', () => {
    const book = bookOf(week);
    const lenses = codeLensesOf(
      { page: book.page('log/2026-11-23.md') as Page, book, today },
      new Set(['balance'] as const),
    );
    book.delete('log/2026-11-20.md');
    assert.match(english.say(lenses[1]?.text().title ?? ''), /37 h more to be logged/);
  });
});
