import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/model/page';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page, textAt } from '../support/books';

function read(body: string): { text: string; page: Page } {
  const text = page('type: decision', `${body}\n`);
  const parsed = parsePage('x.md', text);
  assert.ok(parsed);
  return { text, page: parsed };
}

/** A commitment without its places. */
function commitment(item: string): unknown {
  const { commitments, tasks } = read(item).page;
  assert.deepEqual([commitments.length, tasks.length], [1, 0]);
  const [one] = commitments;
  return one && Object.fromEntries(Object.entries(one).filter(([name]) => !/range$/i.test(name)));
}

describe('a commitment', () => {
  it('is a task that starts with a department, and goes from one to the other', () => {
    assert.deepEqual(
      commitment('- [ ] @rnd -> @sales: two demo units for the dealer day due:2026-12-05 made:2026-11-20'),
      {
        done: false,
        text: 'two demo units for the dealer day',
        from: 'rnd',
        to: 'sales',
        due: '2026-12-05',
        made: '2026-11-20',
        problems: [],
      },
    );
  });

  it('is to me without an arrow', () => {
    assert.deepEqual(commitment('- [ ] @manufacturing: confirm filter capacity due:2026-12-01'), {
      done: false,
      text: 'confirm filter capacity',
      from: 'manufacturing',
      to: 'me',
      due: '2026-12-01',
      problems: [],
    });
  });

  it('is done with [x] or [X], on the day it says', () => {
    for (const mark of ['x', 'X']) {
      assert.deepEqual(
        commitment(`- [${mark}] @me → @manufacturing: forecast due:2026-11-15 done:2026-11-14`),
        {
          done: true,
          text: 'forecast',
          from: 'me',
          to: 'manufacturing',
          due: '2026-11-15',
          doneOn: '2026-11-14',
          problems: [],
        },
      );
    }
  });

  it('keeps the first promise when it is given another day', () => {
    assert.deepEqual(commitment('- [ ] @rnd: units due:2026-12-12 was:2026-12-05'), {
      done: false,
      text: 'units',
      from: 'rnd',
      to: 'me',
      due: '2026-12-12',
      was: '2026-12-05',
      problems: [],
    });
  });

  it('keeps the very first of several promises', () => {
    const { commitments } = read(
      '- [ ] @rnd: units due:2026-12-12 was:2026-12-05 was:2026-12-01 was:2026-12-08',
    ).page;
    assert.equal(commitments[0]?.was, '2026-12-01');
  });

  for (const arrow of ['->', ' -> ', '→', ' → ', '  ->']) {
    it(`goes over “${arrow}”`, () => {
      const { commitments } = read(`- [ ] @rnd${arrow}@sales: units`).page;
      assert.deepEqual([commitments[0]?.from, commitments[0]?.to], ['rnd', 'sales']);
    });
  }

  it('may name departments with digits, hyphens and letters of any script', () => {
    const { commitments } = read('- [ ] @r-and-d2 -> @生产: 样品 due:2026-12-01').page;
    assert.deepEqual(
      [commitments[0]?.from, commitments[0]?.to, commitments[0]?.text],
      ['r-and-d2', '生产', '样品'],
    );
  });

  it('needs no colon', () => {
    assert.equal(read('- [ ] @rnd units').page.commitments[0]?.text, 'units');
  });

  it('ends a date at a comma, a bracket or a full stop', () => {
    for (const end of [',', ';', ')', '.']) {
      assert.equal(
        read(`- [ ] @rnd: units due:2026-12-05${end} please`).page.commitments[0]?.due,
        '2026-12-05',
      );
    }
  });

  it('marks its departments and its date', () => {
    const { text, page: parsed } = read('- [ ] @rnd → @sales: 😀 units due:2026-12-05');
    const [one] = parsed.commitments;
    assert.ok(one?.toRange && one.dueRange);
    assert.deepEqual(
      [one.fromRange, one.toRange, one.dueRange, one.range].map((place) => textAt(text, place)),
      ['@rnd', '@sales', 'due:2026-12-05', '[ ] @rnd → @sales: 😀 units due:2026-12-05'],
    );
  });

  for (const [item, message, marks] of [
    [
      '@rnd: units due:2026-02-30',
      '“2026-02-30” is not a day of the calendar; write a day such as due:2026-12-05',
      'due:2026-02-30',
    ],
    [
      '@rnd: units due:tomorrow',
      '“tomorrow” is not a day of the calendar; write a day such as due:2026-12-05',
      'due:tomorrow',
    ],
    [
      '@rnd: units made:26-11-01',
      '“26-11-01” is not a day of the calendar; write a day such as made:2026-12-05',
      'made:26-11-01',
    ],
    ['@rnd: units done:x', '“x” is not a day of the calendar; write a day such as done:2026-12-05', 'done:x'],
    ['@rnd: units was:x', '“x” is not a day of the calendar; write a day such as was:2026-12-05', 'was:x'],
    ['@ rnd: units', 'No department follows the @', '@'],
  ] as const) {
    it(`“${item}” is invalid`, () => {
      const { text, page: parsed } = read(`- [ ] ${item}`);
      assert.deepEqual(
        parsed.commitments[0]?.problems.map((problem) => [problem.message, textAt(text, problem.range)]),
        [[message, marks]],
      );
    });
  }
});

describe('an ordinary task', () => {
  it('has no department in front', () => {
    const { tasks, commitments } = read('- [ ] call @rnd due:2026-12-05').page;
    assert.deepEqual(commitments, []);
    assert.deepEqual(
      tasks.map(({ done, text, due }) => ({ done, text, due })),
      [{ done: false, text: 'call @rnd', due: '2026-12-05' }],
    );
  });

  it('keeps an impossible date to itself', () => {
    assert.equal(read('- [ ] call due:2026-02-30').page.tasks[0]?.due, undefined);
  });

  it('is any item with a box, nested and numbered ones too', () => {
    const body = ['- [ ] one', '  - [x] two', '1. [ ] three', '', '* [X] four'].join('\n');
    assert.deepEqual(
      read(body).page.tasks.map(({ text, done }) => `${text} ${done}`),
      ['one false', 'two true', 'three false', 'four true'],
    );
  });

  for (const body of [
    '- [] x',
    '- [y] x',
    '- [ ]x',
    '[ ] x',
    '> - [ ] x',
    '```\n- [ ] x\n```',
    '    - [ ] x',
    '- `[ ]` x',
    '- [ ]',
  ]) {
    it(`is not ${JSON.stringify(body)}`, () => {
      const { tasks, commitments } = read(`Text.\n\n${body}`).page;
      assert.deepEqual([tasks, commitments], [[], []]);
    });
  }
});
