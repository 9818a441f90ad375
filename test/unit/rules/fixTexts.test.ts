import assert from 'node:assert/strict';
import { editsFor } from '../../../src/core/edit/applyPlan';
import type { Answers } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { ruleWithId } from '../../../src/core/rules/allRules';
import { BookChecker } from '../../../src/core/rules/bookChecker';

import { bookOf, type Files, lines, page, quietPage, today } from '../support/books';
import { english } from '../support/english';

/** The text of the first file after the first fix of a rule on it whose title begins so. */
function fixed(rule: string, title: string, files: Files, answers: Answers = {}): string {
  const book = bookOf(files);
  const context = { book, settings: book.settings, today };
  const [path, text] = Object.entries(files)[0] as [string, string];
  const found = book.page(path);
  const finding = new BookChecker(book, { today }).findingsOf(path).find((one) => one.rule === rule);
  assert.ok(found && finding, `there is no ${rule}`);
  const plans = ruleWithId(rule)?.fixes?.(finding, found, context) ?? [];
  const plan = plans.find((one) => english.say(one.title).startsWith(title));
  assert.ok(plan, `offered are ${plans.map((one) => english.say(one.title)).join(', ')}`);
  const { edits, create } = editsFor(plan, found, text, book, today, answers);
  const changed = applyEdits(text, edits ?? create?.backlink ?? []);
  return create ? `${changed}=== ${create.path}\n${create.text}` : changed;
}

function decision(body: string): Files {
  return { 'decisions/d.md': quietPage(body) };
}

const promise = '- [ ] @rnd -> @sales: two demo units due:2026-11-20 made:2026-11-01\n';

describe('a promise that is overdue', () => {
  const changed = (title: string, answers: Answers = {}, body = promise): string =>
    fixed('commitment-overdue', title, decision(body), answers).split('---\n')[2] ?? '';

  it('is ticked with the day on which it was kept', () => {
    const kept = '- [x] @rnd -> @sales: two demo units due:2026-11-20 made:2026-11-01 done:2026-11-23\n';
    assert.equal(changed('It was kept today'), kept);
  });

  it('is ticked with a day that the user says', () => {
    const kept = '- [x] @rnd -> @sales: two demo units due:2026-11-20 made:2026-11-01 done:2026-11-19\n';
    assert.equal(changed('It was kept on another day', { day: '2026-11-19' }), kept);
  });

  it('keeps the day that is written already', () => {
    assert.equal(
      changed('It was kept today', {}, '- [ ] @rnd: a unit due:2026-11-20 done:2026-11-18\n'),
      '- [x] @rnd: a unit due:2026-11-20 done:2026-11-18\n',
    );
  });

  it('keeps its first day when it is given a new one', () => {
    assert.equal(
      changed('Agree on a new day', { day: '2026-12-01' }),
      '- [ ] @rnd -> @sales: two demo units due:2026-12-01 was:2026-11-20 made:2026-11-01\n',
    );
  });

  it('keeps the very first day when it is given a new one again', () => {
    assert.equal(
      changed(
        'Agree on a new day',
        { day: '2026-12-01' },
        '- [ ] @rnd: a unit due:2026-11-20 was:2026-11-10\n',
      ),
      '- [ ] @rnd: a unit due:2026-12-01 was:2026-11-10\n',
    );
  });

  it('is struck through when it is dropped, and no longer a promise', () => {
    const text = changed('Drop it');
    assert.equal(
      text,
      '- [x] ~~@rnd -> @sales: two demo units due:2026-11-20 made:2026-11-01~~ dropped 2026-11-23\n',
    );
    assert.deepEqual(bookOf(decision(text)).page('decisions/d.md')?.commitments, []);
  });
});

describe('a prediction', () => {
  const competitor = (predictions: string): Files => ({
    'competitors/purenorth.md': page(
      `type: competitor\nthreat: high\nreviewed: 2026-11-20\npredictions:\n${predictions}`,
      lines('## Summary', '## Strengths', '## Weaknesses', '## Pricing', '## Our answer'),
    ),
  });
  const due = '  - move: cuts prices\n    probability: 0.6 # dealers say so\n    by: 2026-11-15';

  it('is resolved as happened with its day, in its own lines', () => {
    const text = fixed('prediction-due', 'It happened', competitor(due));
    assert.ok(text.includes(`${due}\n    outcome: happened\n    resolved: 2026-11-23\n`), text);
  });

  it('is resolved within braces, too', () => {
    const inBraces = '  - {move: cuts prices, probability: 0.6, by: 2026-11-15}';
    const text = fixed('prediction-due', 'It did not happen', competitor(inBraces));
    assert.ok(text.includes('by: 2026-11-15, outcome: did-not-happen, resolved: 2026-11-23}'), text);
  });

  it('gets a response page that is filled in from it and linked back', () => {
    const likely =
      '  - move: "Opens shops: 12 of them"\n    probability: 0.9\n    impact: 8\n    by: 2027-03-01';
    const text = fixed('prediction-unanswered', 'Create the response', competitor(likely), { kind: 'match' });
    assert.ok(text.includes('    by: 2027-03-01\n    response: purenorth-opens-shops-12-of-them\n'), text);
    assert.ok(text.includes('=== plans/purenorth-opens-shops-12-of-them.md\n---\ntype: response\n'), text);
    assert.match(
      text,
      /due: 2027-03-01\ncompetitor: purenorth\ntrigger: "Opens shops: 12 of them"\nkind: match\n/,
    );
  });
});

describe('other fixes', () => {
  it('fill in a list of objects that is missing, question by question', () => {
    const files = {
      'plans/p.md': page(
        'type: marketing-plan\nstatus: draft\nyear: 2027\nsubmitBy: 2027-06-01\nobjectives:',
      ),
    };
    const answers = {
      'objectives.metric': 'Sell-out: units',
      'objectives.target': '12000',
      'objectives.by': '2027-11-23',
    };
    const text = fixed('field-missing', 'Fill in “objectives”', files, answers);
    assert.match(
      text,
      /objectives:\n {2}- metric: "Sell-out: units"\n {4}target: "12000"\n {4}by: 2027-11-23\n/,
    );
  });

  it('record the decision of a gate, without a go that a failed criterion forbids', () => {
    const files = {
      'plans/p.md': page(
        'type: new-product\nstatus: active\nstage: scoping\ngate: 2026-11-10\nmustMeet: {safe: false}',
      ),
    };
    const book = bookOf(files);
    const finding = new BookChecker(book, { today }).findings().find(({ rule }) => rule === 'gate-overdue');
    const found = book.page('plans/p.md');
    assert.ok(finding && found);
    const [plan] =
      ruleWithId('gate-overdue')?.fixes?.(finding, found, { book, settings: book.settings, today }) ?? [];
    const choices = plan?.ask?.[0]?.choices?.map(({ value }) => value);
    assert.deepEqual(choices, ['kill', 'hold', 'recycle']);
  });

  it('give an opportunity its next step with a day, as a new object', () => {
    const files = { 'strategy/o.md': page('type: opportunity\nproblem: hard water') };
    const text = fixed('opportunity-stuck', 'Set the next step', files, {
      action: 'ask 3 dealers',
      day: '2026-12-01',
    });
    assert.match(text, /problem: hard water\nnext:\n {2}action: ask 3 dealers\n {2}by: 2026-12-01\n---/);
  });

  it('put the words of a customer below the title', () => {
    const files = {
      'voices/v.md': page(
        'type: voice\ncustomer: Ms Li\nreceived: 2026-11-20\nsentiment: 1',
        '# Ms Li\n\nShe called.\n',
      ),
    };
    const text = fixed('voice-without-quote', 'Quote', files, { words: 'It drips.' });
    assert.ok(text.endsWith('# Ms Li\n\n> It drips.\n\nShe called.\n'), text);
  });

  it('insert all missing sections in the order of the type, with the line endings of the page', () => {
    const files = {
      'strategy/p.md': page('type: proposal\nproducts: [x]', '# P\n\n## Proposal\n\nLess noise.').replaceAll(
        '\n',
        '\r\n',
      ),
    };
    const text = fixed('section-missing', 'Insert all 2', files);
    assert.deepEqual(
      text.match(/^#+ .*$/gm),
      ['# P\r', '## Need\r', '## Proposal\r', '## Experience\r'].map((line) => line.trimEnd()),
    );
    assert.ok(!/[^\r]\n/.test(text), 'every line ends alike');
  });

  it('review a trend together with the strategy that would be outdated by it', () => {
    const files = {
      'market/t.md': page(
        'type: trend\nfactor: market\nobserved: 2026-01-01\nimpact: 5\nresponse: p',
        '## What we see\n## So what\n',
      ),
      'strategy/s.md': page(
        'type: strategy\nyears: 3\nadvantage: a\nreviewed: 2026-10-01\nassumes: [t]',
        '# Calm water\n',
      ),
      'plans/p.md': page('type: response\nstatus: done\ncompetitor: c\ntrigger: t\nkind: defend'),
    };
    const book = bookOf(files);
    const found = book.page('market/t.md');
    const finding = new BookChecker(book, { today }).findings().find(({ rule }) => rule === 'trend-stale');
    assert.ok(found && finding);
    const [plan] =
      ruleWithId('trend-stale')?.fixes?.(finding, found, { book, settings: book.settings, today }) ?? [];
    assert.equal(
      english.say(plan?.title ?? ''),
      'Mark as reviewed today, and with it “Calm water”, which assumes it',
    );
    assert.deepEqual(plan?.kind === 'setFields' && plan.pages, ['market/t.md', 'strategy/s.md']);
  });

  for (const [written, meant] of [
    ['1h liaison meeting', '1h liaison: meeting'],
    ['1 h 30 min liaison', '1h30m liaison'],
    ['90 minutes liaison: call', '90m liaison: call'],
    ['9.00-10.15 liaison', '9:00-10:15 liaison'],
    ['9:00 - 10:15 liaison – call', '9:00 - 10:15 liaison: call'],
  ] as const) {
    it(`read “${written}” as “${meant}”`, () => {
      const files = { 'log/2026-11-20.md': page('type: log\ndate: 2026-11-20', `## Time\n\n- ${written}\n`) };
      assert.ok(fixed('time-entry-invalid', 'Write', files).endsWith(`- ${meant}\n`));
    });
  }
});
