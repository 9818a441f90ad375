import assert from 'node:assert/strict';
import type { Page } from '../../../src/core/model/page';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page, textAt } from '../support/books';
import { english } from '../support/english';

function read(body: string): { text: string; page: Page } {
  const text = page('type: decision', `${body}\n`);
  const parsed = parsePage('x.md', text);
  assert.ok(parsed);
  return { text, page: parsed };
}

/** A commitment without its places and keys. */
function commitment(item: string): unknown {
  const { commitments, tasks } = read(item).page;
  assert.deepEqual([commitments.length, tasks.length], [1, 0]);
  const [one] = commitments;
  return one && Object.fromEntries(Object.entries(one).filter(([name]) => !/range$|^keys$/i.test(name)));
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

  for (const name of ['due', 'was', 'made', 'done'] as const) {
    it(`has the last of several days behind ${name}:`, () => {
      const { commitments } = read(
        `- [ ] @rnd: units ${name}:2026-12-05 ${name}:2026-12-01 ${name}:2026-12-03`,
      ).page;
      assert.equal(commitments[0]?.[name === 'done' ? 'doneOn' : name], '2026-12-03');
    });
  }

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
      '“26-11-01” could be two days; write made:2026-11-01 or made:2001-11-26',
      'made:26-11-01',
    ],
    ['@rnd: units done:x', '“x” is not a day of the calendar; write a day such as done:2026-12-05', 'done:x'],
    ['@rnd: units was:x', '“x” is not a day of the calendar; write a day such as was:2026-12-05', 'was:x'],
    ['@ rnd: units', 'No department follows the @', '@ rnd'],
  ] as const) {
    it(`“${item}” is invalid`, () => {
      const { text, page: parsed } = read(`- [ ] ${item}`);
      assert.deepEqual(
        parsed.commitments[0]?.problems.map((problem) => [
          english.say(problem.message),
          textAt(text, problem.range),
        ]),
        [[message, marks]],
      );
    });
  }
});

describe('the keys of a task', () => {
  for (const [item, due, text] of [
    ['units for the show (due:2026-11-05)', '2026-11-05', 'units for the show'],
    ['units (due:2026-11-05, made:2026-10-01)', '2026-11-05', 'units'],
    ['units [due:2026-11-05]', '2026-11-05', 'units'],
    ['units **due:2026-11-05**', '2026-11-05', 'units'],
    ['units _due:2026-11-05_ please', '2026-11-05', 'units please'],
    ['units, due:2026-11-05.', '2026-11-05', 'units.'],
    ['units “due:2026-11-05”', '2026-11-05', 'units'],
    ['units – due:2026-11-05', '2026-11-05', 'units'],
    ['units due:2026-11-05!', '2026-11-05', 'units!'],
    ['units 📅 2026-11-05', '2026-11-05', 'units'],
    ['units 📅2026-11-05', '2026-11-05', 'units'],
    ['units [due:: 2026-11-05]', '2026-11-05', 'units'],
    ['units (due:: 2026-11-05)', '2026-11-05', 'units'],
    ['units [due::2026-11-05] soon', '2026-11-05', 'units soon'],
    ['units due:2026-11-05 ^p1', '2026-11-05', 'units'],
    ['units ~~due:2026-11-01~~ due:2026-11-05', '2026-11-05', 'units'],
    ['two\n  demo units\n  due:2026-11-05', '2026-11-05', 'two demo units'],
    ['two\ndemo units due:2026-11-05', '2026-11-05', 'two demo units'],
    ['units due:2026-11-05 <!-- first: due:2026-11-01 -->', '2026-11-05', 'units'],
    ['units `due:2026-11-01` due:2026-11-05', '2026-11-05', 'units `due:2026-11-01`'],
    ['units due:2026-11-05 `due:2026-11-01`', '2026-11-05', 'units `due:2026-11-01`'],
    ['see [x](y.md "due:2026-11-01") due:2026-11-05', '2026-11-05', 'see [x](y.md "due:2026-11-01")'],
    ['see <https://x.de/due:2026-11-01>', undefined, 'see <https://x.de/due:2026-11-01>'],
    ['see https://x.de/?due:2026-11-01', undefined, 'see https://x.de/?due:2026-11-01'],
    ['see [[x|due:2026-11-01]]', undefined, 'see [[x|due:2026-11-01]]'],
    ['<b title="due:2026-11-01">x</b>', undefined, '<b title="due:2026-11-01">x</b>'],
    ['overdue:2026-11-05', undefined, 'overdue:2026-11-05'],
  ] as const) {
    it(`of ${JSON.stringify(item)} give the day ${due}`, () => {
      for (const head of ['@rnd: ', '']) {
        const { tasks, commitments } = read(`- [ ] ${head}${item}`).page;
        const [task] = [...tasks, ...commitments];
        assert.deepEqual([task?.due, task?.text, task?.problems], [due, text, []]);
      }
    });
  }

  it('are read alike in CRLF, nested and in numbered lists', () => {
    for (const [before, marker, end] of [
      ['', '- ', '\r\n'],
      ['- notes\n', '  - ', '\n'],
      ['', '10. ', '\n'],
    ] as const) {
      const indent = ' '.repeat(marker.length);
      const body = `${before}${marker}[ ] @rnd: two${end}${indent}units (due:2026-11-05)${end}`;
      const { text, page: parsed } = read(body);
      const [one] = parsed.commitments;
      assert.ok(one?.dueRange);
      assert.deepEqual([one.text, textAt(text, one.dueRange)], ['two units', 'due:2026-11-05']);
    }
  });

  it('of Obsidian’s plugins say when a task was made and done', () => {
    for (const keys of ['➕ 2026-11-01 ✅ 2026-11-03', '[created:: 2026-11-01] (completion:: 2026-11-03)']) {
      const [one] = read(`- [x] @rnd: units ${keys}`).page.commitments;
      assert.deepEqual([one?.made, one?.doneOn, one?.text], ['2026-11-01', '2026-11-03', 'units']);
    }
  });

  for (const [item, rewrites, marks] of [
    ['Due:2026-12-05', ['due:2026-12-05'], 'Due:2026-12-05'],
    ['DUE : 2026-12-05', ['due:2026-12-05'], 'DUE : 2026-12-05'],
    ['(due: 2026-12-05)', ['due:2026-12-05'], 'due: 2026-12-05'],
    ['due:: 2026-12-05', ['due:2026-12-05'], 'due:: 2026-12-05'],
    ['due：2026-12-05', ['due:2026-12-05'], 'due：2026-12-05'],
    ['due:２０２６-１２-０５', ['due:2026-12-05'], 'due:２０２６-１２-０５'],
    ['due:5.12.2026', ['due:2026-12-05'], 'due:5.12.2026'],
    ['due: 5. 12. 2026', ['due:2026-12-05'], 'due: 5. 12. 2026'],
    ['due:2026/12/5', ['due:2026-12-05'], 'due:2026/12/5'],
    ['due:2026-12-5', ['due:2026-12-05'], 'due:2026-12-5'],
    ['due:2026-12-05T10:00', ['due:2026-12-05'], 'due:2026-12-05T10:00'],
    ['due:20261205', ['due:2026-12-05'], 'due:20261205'],
    ['due:25/12/2026', ['due:2026-12-25'], 'due:25/12/2026'],
    ['due:03/04/2026', ['due:2026-04-03', 'due:2026-03-04'], 'due:03/04/2026'],
    ['due: 5 Dec 2026', ['due:2026-12-05'], 'due: 5 Dec 2026'],
    ['due:December 5th, 2026', ['due:2026-12-05'], 'due:December 5th, 2026'],
    ['due:2026年12月5日', ['due:2026-12-05'], 'due:2026年12月5日'],
    ['due: next friday', [], 'due: next friday'],
    ['due:5.12.', [], 'due:5.12.'],
    ['due:2026-13-45', [], 'due:2026-13-45'],
    ['Made: 2026-12-05', ['made:2026-12-05'], 'Made: 2026-12-05'],
    ['done:5.12.2026', ['done:2026-12-05'], 'done:5.12.2026'],
    ['Was:2026-12-05', ['was:2026-12-05'], 'Was:2026-12-05'],
    ['📅 5.12.2026', ['📅 2026-12-05'], '📅 5.12.2026'],
    ['[due:: 5.12.2026]', ['[due:: 2026-12-05]'], '[due:: 5.12.2026]'],
    ['every:week', ['every:1w'], 'every:week'],
    ['every:2 weeks', ['every:2w'], 'every:2 weeks'],
    ['Every: 1w', ['every:1w'], 'Every: 1w'],
    ['every:1W', ['every:1w'], 'every:1W'],
    ['every:monthly', ['every:1m'], 'every:monthly'],
    ['every:0w', [], 'every:0w'],
    ['every:sometimes', [], 'every:sometimes'],
  ] as const) {
    it(`that read “${item}” are invalid, on a task and on a commitment`, () => {
      for (const head of ['@rnd: ', '']) {
        const { text, page: parsed } = read(`- [ ] ${head}units ${item} soon`);
        const [task] = [...parsed.tasks, ...parsed.commitments];
        assert.deepEqual(
          task?.problems.map((problem) => [problem.rewrites, textAt(text, problem.range)]),
          [[rewrites, marks]],
        );
        assert.deepEqual([task?.due, task?.every], [undefined, undefined]);
      }
    });
  }

  for (const [item, every] of [
    ['every:1w', { count: 1, unit: 'week' }],
    ['every:2d', { count: 2, unit: 'day' }],
    ['(every:1q)', { count: 1, unit: 'quarter' }],
    ['every:12m', { count: 12, unit: 'month' }],
    ['every:1y', { count: 1, unit: 'year' }],
    ['🔁 every week', { count: 1, unit: 'week' }],
    ['🔁 every 2 weeks 📅 2026-12-05', { count: 2, unit: 'week' }],
    ['🔁 every month due:2026-12-05', { count: 1, unit: 'month' }],
    ['[repeat:: every 3 days]', { count: 3, unit: 'day' }],
    ['🔁 every week on Monday', undefined],
    ['🔁 every week when done', undefined],
    ['🔁 every weekday', undefined],
    ['🔁 whenever', undefined],
  ] as const) {
    it(`that read “${item}” repeat it: ${JSON.stringify(every)}`, () => {
      const [task] = read(`- [ ] call ${item}`).page.tasks;
      assert.deepEqual([task?.every, task?.problems], [every, []]);
    });
  }

  it('leave other words of repetition in the text', () => {
    assert.equal(
      read('- [ ] call 🔁 every week on Monday').page.tasks[0]?.text,
      'call 🔁 every week on Monday',
    );
  });
});

describe('the departments of a commitment', () => {
  it('may hold combining marks, and are compared in NFC', () => {
    const { commitments } = read('- [ ] @वित्त -> @fabricacio\u0301n: x').page;
    assert.deepEqual([commitments[0]?.from, commitments[0]?.to], ['वित्त', 'fabricaci\u00f3n']);
  });

  it('may be followed by a full-width colon', () => {
    assert.equal(read('- [ ] @rnd：周会').page.commitments[0]?.text, '周会');
  });

  for (const [item, rewrites, marks] of [
    ['@R&D: units', [], '@R&D'],
    ['@sales/marketing: units', [], '@sales/marketing'],
    ['@rnd -> sales: units', ['-> @sales'], '-> sales'],
    ['@rnd => @sales: units', ['-> @sales'], '=> @sales'],
    ['@rnd --> @sales: units', ['-> @sales'], '--> @sales'],
    ['@rnd -> : units', [], '-> '],
    ['@rnd, @sales: units', [], '@rnd, @'],
    ['＠rnd: units', ['@'], '＠'],
  ] as const) {
    it(`of “${item}” cannot be read`, () => {
      const { text, page: parsed } = read(`- [ ] ${item}`);
      assert.deepEqual(
        parsed.commitments[0]?.problems.map((problem) => [problem.rewrites, textAt(text, problem.range)]),
        [[rewrites, marks]],
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

  it('with an impossible date is invalid: a day is never silently not read', () => {
    const [task] = read('- [ ] call due:2026-02-30').page.tasks;
    assert.equal(task?.due, undefined);
    assert.match(english.say(task?.problems[0]?.message ?? ''), /^“2026-02-30” is not a day of the calendar/);
  });

  it('may hold words that look like keys where no day follows', () => {
    for (const text of [
      'call due:later',
      'was: nothing',
      'Done: the rest',
      'overdue:2026-12-05',
      'a due: b',
    ]) {
      const [task] = read(`- [ ] ${text}`).page.tasks;
      assert.deepEqual([task?.text, task?.keys, task?.problems], [text, [], []]);
    }
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
