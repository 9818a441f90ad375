import assert from 'node:assert/strict';
import fc from 'fast-check';
import { editsFor } from '../../../src/core/edit/applyPlan';
import { closeTaskEdits, nextOfTickedEdits } from '../../../src/core/edit/closeTask';
import {
  closeCommitmentEdits,
  commitmentWithKey,
  reopenCommitmentEdits,
} from '../../../src/core/edit/commitmentEdits';
import { dropCommitment, redateCommitment } from '../../../src/core/model/commitmentPlans';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { bookOf, page, plainBook, today } from '../support/books';
import { atCursor } from '../support/cursor';
import { english } from '../support/english';

function changed(text: string, key: string, close: boolean): string {
  const parsed = parsePage('n.md', text) ?? assert.fail();
  const commitment = commitmentWithKey(parsed, key) ?? assert.fail(`no ${key}`);
  const edits = close
    ? closeCommitmentEdits(parsed, text, commitment, today)
    : reopenCommitmentEdits(parsed, text, commitment);
  return applyEdits(text, edits);
}

const notes = (line: string, end = '\n'): string =>
  page('type: segment\ntitle: N', `# N${end}${end}${line}${end}`);

describe('Checking off a commitment', () => {
  it('ticks its box and notes the day, and nothing else', () => {
    assert.equal(
      changed(notes('- [ ] @rnd -> @me: report due:2026-11-13'), 'rnd>me: report', true),
      notes('- [x] @rnd -> @me: report due:2026-11-13 done:2026-11-23'),
    );
  });

  for (const line of [
    '- [ ] @rnd -> @me: report due:2026-11-13',
    '* [ ] @rnd → @me: report, due:2026-11-13 made:2026-11-01',
    '1. [ ] @rnd: 圖 `done:2026-01-01x` report',
    '  - [ ] @rnd: report',
  ]) {
    for (const [name, end] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`is taken back without a trace: ${line} (${name})`, () => {
        const before = notes(line, end);
        const parsed = parsePage('n.md', before) ?? assert.fail();
        const key = `rnd>me: ${parsed.commitments[0]?.text}`;
        const closed = changed(before, key, true);
        assert.notEqual(closed, before);
        assert.equal(changed(closed, key, false), before);
      });
    }
  }

  it('keeps a day that was written before', () => {
    const text = notes('- [ ] @rnd: report done:2026-11-20');
    assert.equal(changed(text, 'rnd>me: report', true), notes('- [x] @rnd: report done:2026-11-20'));
  });

  it('does nothing to what is so already', () => {
    const open = notes('- [ ] @rnd: report');
    assert.equal(changed(open, 'rnd>me: report', false), open);
    const done = notes('- [x] @rnd: report done:2026-11-20');
    assert.equal(changed(done, 'rnd>me: report', true), done);
  });

  it('tells commitments of the same words apart', () => {
    const text = notes('- [ ] @rnd: report due:2026-11-13\n- [ ] @rnd: report due:2026-12-13');
    assert.equal(
      changed(text, 'rnd>me: report (2)', true),
      notes('- [ ] @rnd: report due:2026-11-13\n- [x] @rnd: report due:2026-12-13 done:2026-11-23'),
    );
  });
});

describe('Closing a commitment', () => {
  const closed = (item: string): string => {
    const text = notes(item);
    const parsed = parsePage('n.md', text) ?? assert.fail();
    const [one = assert.fail()] = [...parsed.commitments, ...parsed.tasks];
    return applyEdits(text, closeTaskEdits(parsed, text, one, today, today));
  };

  for (const [name, before, after] of [
    [
      'notes the day as Tasks of Obsidian does where the task is written so',
      '- [ ] @rnd: report 📅 2026-11-13',
      '- [x] @rnd: report 📅 2026-11-13 ✅ 2026-11-23',
    ],
    [
      'notes the day as Dataview does where the task is written so',
      '- [ ] @rnd: report [due:: 2026-11-13]',
      '- [x] @rnd: report [due:: 2026-11-13] [completion:: 2026-11-23]',
    ],
    [
      'writes behind the last line of a wrapped one, before its block id',
      '- [ ] @rnd: report\n  on sales due:2026-11-13 ^r1',
      '- [x] @rnd: report\n  on sales due:2026-11-13 done:2026-11-23 ^r1',
    ],
    [
      'writes the next one of one that repeats above it',
      '- [ ] @rnd: report every:1w due:2026-11-13 was:2026-11-12 made:2026-11-01 ^r1\n- other',
      '- [ ] @rnd: report every:1w due:2026-11-27\n- [x] @rnd: report every:1w due:2026-11-13 was:2026-11-12 made:2026-11-01 done:2026-11-23 ^r1\n- other',
    ],
    [
      'counts one period from today where it has no day',
      '1. [ ] call every:2d',
      '1. [ ] call every:2d due:2026-11-25\n1. [x] call every:2d done:2026-11-23',
    ],
    [
      'keeps the form of the days in the next one',
      '* [ ] call 🔁 every week 📅 2026-11-13',
      '* [ ] call 🔁 every week 📅 2026-11-27\n* [x] call 🔁 every week 📅 2026-11-13 ✅ 2026-11-23',
    ],
    [
      'repeats a nested one beside it, with all of its lines and without its notes',
      '- x\n  - [ ] @rnd: report\n    on sales (made:2026-11-01, due:2026-11-13) every:1w\n    - note',
      '- x\n  - [ ] @rnd: report\n    on sales (due:2026-11-27) every:1w\n  - [x] @rnd: report\n    on sales (made:2026-11-01, due:2026-11-13) every:1w done:2026-11-23\n    - note',
    ],
    [
      'repeats one behind other marks in its line',
      '- - [ ] call every:1d due:2026-11-23',
      '- - [ ] call every:1d due:2026-11-24\n  - [x] call every:1d due:2026-11-23 done:2026-11-23',
    ],
  ] as const) {
    it(name, () => assert.equal(closed(before), notes(after)));
  }

  it('is taken back with the next one that it wrote', () => {
    const before = notes('- [ ] @rnd: report every:1w due:2026-11-13 ^r1');
    const after = changed(before, 'rnd>me: report', true);
    assert.equal(changed(after, 'rnd>me: report (2)', false), before);
  });

  it('follows the line endings around it', () => {
    const before = notes('- [ ] call every:1w due:2026-11-23', '\r\n');
    const parsed = parsePage('n.md', before) ?? assert.fail();
    const [one = assert.fail()] = parsed.tasks;
    const after = applyEdits(before, closeTaskEdits(parsed, before, one, today, today));
    assert.equal(after.split('\r\n').length, before.split('\r\n').length + 1);
    assert.equal(after.split('\n').length, before.split('\n').length + 1);
  });
});

describe('Re-dating and dropping a commitment', () => {
  const book = bookOf({ 'book.md': plainBook });
  const result = (item: string, plan: typeof redateCommitment | typeof dropCommitment): string => {
    const text = notes(`- [ ] ${item}`);
    const parsed = parsePage('n.md', text) ?? assert.fail();
    const [one = assert.fail()] = parsed.commitments;
    const { edits = [] } = editsFor(plan(one, today), parsed, text, book, today, { day: '2026-12-12' });
    return applyEdits(text, edits);
  };

  for (const [before, after] of [
    ['@rnd -> @sales: two units', '@rnd -> @sales: two units due:2026-12-12'],
    ['@rnd: two units ^u1', '@rnd: two units due:2026-12-12 ^u1'],
    ['@rnd: two\n  units', '@rnd: two\n  units due:2026-12-12'],
    ['@rnd: units due:2026-12-05', '@rnd: units due:2026-12-12 was:2026-12-05'],
    ['@rnd: units (due:2026-12-05)', '@rnd: units (due:2026-12-12 was:2026-12-05)'],
    ['@rnd: units due:2026-12-05 was:2026-12-01', '@rnd: units due:2026-12-12 was:2026-12-01'],
    ['@rnd: units 📅 2026-12-05', '@rnd: units was:2026-12-05 📅 2026-12-12'],
    ['@rnd: units ➕ 2026-11-01', '@rnd: units ➕ 2026-11-01 📅 2026-12-12'],
    ['@rnd: units [due:: 2026-12-05]', '@rnd: units [due:: 2026-12-12] was:2026-12-05'],
    ['@rnd: units [created:: 2026-11-01]', '@rnd: units [created:: 2026-11-01] [due:: 2026-12-12]'],
  ] as const) {
    it(`makes “${before}” to “${after}”`, () => {
      assert.equal(result(before, redateCommitment), notes(`- [ ] ${after}`));
      const again = parsePage('n.md', notes(`- [ ] ${after}`))?.commitments[0];
      assert.deepEqual([again?.due, again?.problems], ['2026-12-12', []]);
    });
  }

  it('asks plainly, and says that the first day stays', () => {
    const question = (item: string): string => {
      const [one = assert.fail()] = parsePage('n.md', notes(`- [ ] ${item}`))?.commitments ?? [];
      return english.say(redateCommitment(one, today).ask?.[0]?.prompt ?? '');
    };
    assert.equal(question('@rnd: units'), 'By which day will it be kept?');
    assert.equal(
      question('@rnd: units due:2026-12-05'),
      'By which day will it be kept? It was first promised for Sat 5 Dec; that day stays noted.',
    );
  });

  it('strikes all lines through, before the block id', () => {
    assert.equal(
      result('@rnd: two\n  units due:2026-12-05 ^u1', dropCommitment),
      notes('- [x] ~~@rnd: two\n  units due:2026-12-05~~ dropped 2026-11-23 ^u1'),
    );
  });
});

describe('Closing, re-dating and taking back, in every form', () => {
  const words = fc.constantFrom(
    'units',
    'two **demo** units',
    '`due:2026-01-01` note',
    '[[x]] call',
    '净水 😀',
  );
  const due = fc.constantFrom('due:D', '(due:D)', '**due:D**', '📅 D', '[due:: D]', '(due:: D)', ', due:D.');
  const end = fc.constantFrom('', ' ^b1', ' <!-- due:2026-01-01 -->', '\n  more words');
  const marker = fc.constantFrom('- ', '* ', '3. ', '- x\n  - ');
  const lineEnd = fc.constantFrom('\n', '\r\n');
  const items = fc.tuple(marker, words, due, end, lineEnd);
  const book = bookOf({ 'book.md': plainBook });

  const read = ([mark, text, day, rest, eol]: [string, string, string, string, string]) => {
    const item = `${mark}[ ] @rnd: ${text} ${day.replace('D', '2026-12-05')}${rest}\n- other`;
    const source = notes(item.replaceAll('\n', eol), eol);
    const parsed = parsePage('n.md', source) ?? assert.fail();
    return { source, parsed, one: parsed.commitments[0] ?? assert.fail(source) };
  };

  it('the day is read', () => {
    fc.assert(
      fc.property(items, (item) => {
        const { one } = read(item);
        assert.deepEqual([one.due, one.problems], ['2026-12-05', []]);
      }),
    );
  });

  it('what is ticked is taken back byte by byte', () => {
    fc.assert(
      fc.property(items, (item) => {
        const { source, parsed, one } = read(item);
        const closed = applyEdits(source, closeTaskEdits(parsed, source, one, today, today));
        const after = parsePage('n.md', closed) ?? assert.fail();
        const done = after.commitments[0] ?? assert.fail();
        assert.deepEqual([done.done, done.doneOn, done.due, done.text], [true, today, one.due, one.text]);
        assert.equal(applyEdits(closed, reopenCommitmentEdits(after, closed, done)), source);
      }),
    );
  });

  it('a new day changes nothing but the day', () => {
    fc.assert(
      fc.property(items, (item) => {
        const { source, parsed, one } = read(item);
        const { edits = [] } = editsFor(redateCommitment(one, today), parsed, source, book, today, {
          day: '2026-12-12',
        });
        const after = parsePage('n.md', applyEdits(source, edits))?.commitments[0];
        assert.deepEqual(
          [after?.due, after?.was, after?.text, after?.problems],
          ['2026-12-12', '2026-12-05', one.text, []],
        );
      }),
    );
  });
});

describe('A box that is ticked by typing', () => {
  /** The text once its next one is written; the bar stands before the tick. */
  const ticked = (marked: string): string => {
    const { text, position } = atCursor(notes(marked));
    const parsed = parsePage('n.md', text) ?? assert.fail();
    return applyEdits(text, nextOfTickedEdits(parsed, text, position, today));
  };

  it('has its next one written above it, a promise or a task of one’s own', () => {
    assert.equal(
      ticked('- [|x] @rnd: report due:2026-11-20 every:1w made:2026-10-01 ^a1'),
      notes(
        '- [ ] @rnd: report due:2026-11-27 every:1w\n- [x] @rnd: report due:2026-11-20 every:1w made:2026-10-01 ^a1',
      ),
    );
    assert.equal(
      ticked('* [|X] call **Ines** 🔁 every week 📅 2026-11-23'),
      notes(
        '* [ ] call **Ines** 🔁 every week 📅 2026-11-30\n* [X] call **Ines** 🔁 every week 📅 2026-11-23',
      ),
    );
  });

  it('is left alone where it does not repeat, or is text', () => {
    for (const line of [
      '- [|x] @rnd: report due:2026-11-20',
      '> - [|x] call every:1w',
      '    - [|x] call every:1w',
    ])
      assert.equal(ticked(line), notes(line.replace('|', '')));
  });

  it('has no second one where its next one stands above it', () => {
    const lines = '- [ ] call due:2026-11-27 every:1w\n- [|x] call due:2026-11-20 every:1w';
    assert.equal(ticked(lines), notes(lines.replace('|', '')));
  });
});
