import assert from 'node:assert/strict';
import { type Files, lines, log, page, today } from '../support/books';
import { dashboardOf, headline, modelOf, sampleBook } from './support';

const inBalance = log('2026-11-20', '20h liaison', '10h promotion', '10h exploration');

function budget(actual: number, more = ''): Files {
  return {
    'b.md': page(
      `type: budget\ntitle: Benelux\nstart: 2026-01-01\nend: 2026-12-31\nasOf: 2026-06-30\nsales: {target: 1000, weights: [1,1,1,1,1,1,1,1,1,1,1,1], actuals: [{month: 2026-06, amount: ${actual}}]}\nlines: []\n${more}`,
    ),
  };
}

describe('The headlines of the dashboard', () => {
  it('answer the four questions for the sample book', () => {
    const { headlines } = dashboardOf(sampleBook(), today);
    assert.deepEqual(
      headlines.map(({ question, answer, state }) => [question, answer, state]),
      [
        [
          'Is my time in balance?',
          'No: too much daily work (62 %) and too little long-term work (10 %)',
          'attention',
        ],
        ['Which competitor is stale?', 'Osmaro Professional: reviewed 187 days ago', 'alarm'],
        ['Who waits for me?', '4 overdue: @finance, @sales, @service and Family Peeters, Aalst', 'attention'],
        ['Will we reach the sales target?', 'Not at this pace: forecast 97 %', 'attention'],
      ],
    );
  });

  it('open the pages that they speak of', () => {
    const { headlines } = dashboardOf(sampleBook(), today);
    assert.deepEqual(
      headlines.map(({ place }) => place),
      [
        { path: 'log/2026-11-23.md', line: 9 },
        { path: 'competitors/osmaro.md' },
        { path: 'budgets/budget-taiwan-2026.md', line: 29 },
        { path: 'budgets/budget-dach-2026.md' },
      ],
    );
  });

  it('say yes where all three horizons are in their bands', () => {
    const { answer, state } = headline(modelOf({ 'log/a.md': inBalance }), 'balance');
    assert.equal(answer, 'Yes, all three horizons are in their bands');
    assert.equal(state, 'good');
  });

  it('say how much time is missing before the balance is judged', () => {
    const { answer, detail, state } = headline(
      modelOf({ 'l.md': log('2026-11-20', '2h liaison') }),
      'balance',
    );
    assert.deepEqual(
      [answer, detail, state],
      ['Not enough data', '38 h more to be logged before the balance is judged.', 'unknown'],
    );
  });

  it('name the competitor that is due next where none is late', () => {
    const rival = (name: string, reviewed: string): string =>
      page(`type: competitor\ntitle: ${name}\nthreat: high\nreviewed: ${reviewed}`);
    const { answer, detail, state } = headline(
      modelOf({ 'a.md': rival('Early', '2026-11-20'), 'b.md': rival('Later', '2026-10-24') }),
      'competitors',
    );
    assert.deepEqual([answer, detail, state], ['None of 2', 'Next: Later, due today.', 'good']);
  });

  it('put a competitor that used more of its cadence before one that is merely older', () => {
    const model = modelOf({
      'a.md': page('type: competitor\ntitle: Slow\nthreat: low\nreviewed: 2026-04-01'),
      'b.md': page('type: competitor\ntitle: Fast\nthreat: high\nreviewed: 2026-10-01'),
    });
    const { answer, state } = headline(model, 'competitors');
    assert.equal(answer, 'Fast: reviewed 53 days ago');
    assert.equal(state, 'attention');
  });

  it('say that nobody waits where no promise and no reply is open', () => {
    const { answer, place } = headline(modelOf({}), 'waiting');
    assert.equal(answer, 'Nobody');
    assert.equal(place, undefined);
  });

  it('do not count as waiting who is promised a later day, or who owes me', () => {
    const { answer, detail } = headline(
      modelOf({
        'l.md': page(
          'type: log\ndate: 2026-11-20',
          lines('- [ ] @me -> @sales: forecast due:2026-11-23', '- [ ] @rnd -> @me: sample due:2026-11-01'),
        ),
      }),
      'waiting',
    );
    assert.deepEqual([answer, detail], ['Nobody is kept waiting', 'Next: @sales on 23 Nov.']);
  });

  it('count a customer whose reply is late', () => {
    const { answer } = headline(
      modelOf({
        'v.md': page(
          'type: voice\ncustomer: Mr. Tan\nreceived: 2026-11-15\nsentiment: -1\nseverity: 3',
          '> Late.\n',
        ),
      }),
      'waiting',
    );
    assert.equal(answer, '1 overdue: Mr. Tan');
  });

  it('list, with their promises, those who are counted as more', () => {
    const names = ['@finance', '@marketing', '@manufacturing', '@rnd', '@sales'];
    const promises = names.flatMap((name, at) => [
      `- [ ] @me -> ${name}: figures due:2026-11-0${at + 1}`,
      `- [ ] @me -> ${name}: again due:2026-11-1${at}`,
    ]);
    const { answer, rest, more } = headline(
      modelOf({ 'l.md': page('type: log\ndate: 2026-11-20', lines(...promises)) }),
      'waiting',
    );
    assert.equal(answer, '10 overdue: @finance, @marketing, @manufacturing and 2 more');
    assert.deepEqual(
      rest?.map(({ text, place }) => [text, place?.path]),
      [
        ['@rnd', 'l.md'],
        ['@sales', 'l.md'],
      ],
    );
    assert.equal(more, 'Show 2 more');
  });

  it('list no more where all are named', () => {
    const promise = lines('- [ ] @me -> @sales: figures due:2026-11-01');
    const { rest } = headline(modelOf({ 'l.md': page('type: log\ndate: 2026-11-20', promise) }), 'waiting');
    assert.equal(rest, undefined);
  });

  it('say yes only where the forecast reaches the target', () => {
    assert.equal(headline(modelOf(budget(500)), 'sales').answer, 'Yes: forecast 100 %');
    assert.equal(headline(modelOf(budget(499)), 'sales').answer, 'Not at this pace: forecast 99.8 %');
    assert.equal(headline(modelOf(budget(499)), 'sales').state, 'attention');
    assert.equal(headline(modelOf(budget(500)), 'sales').state, 'good');
  });

  it('leave out budgets that have ended', () => {
    const old = budget(100)['b.md']?.replaceAll('2026', '2024') ?? '';
    const { answer, detail } = headline(modelOf({ 'old.md': old }), 'sales');
    assert.deepEqual([answer, detail], ['Not known yet', 'No budget runs today.']);
  });
});
