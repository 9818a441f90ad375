import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { valueProblems } from '../../../src/core/rules/structure/valueProblems';
import {
  atLeast,
  between,
  bool,
  date,
  listOf,
  mapOf,
  month,
  number,
  object,
  oneOf,
  optional,
  pastDate,
  referenceTo,
  required,
  text,
  type ValueKind,
  week,
} from '../../../src/core/schema/kinds';
import { page, textAt, today } from '../support/books';
import { english } from '../support/english';

/** What is wrong with a value written in front matter: the message and what it marks. */
function problems(kind: ValueKind, written: string): [string, string][] {
  const source = page(`type: x\nfield: ${written}`);
  const node = parsePage('x.md', source)?.fields.find(({ name }) => name === 'field')?.value;
  assert.ok(node, written);
  return valueProblems(node, kind, today).map(({ message, range }) => [
    english.say(message),
    textAt(source, range),
  ]);
}

const stage = oneOf({ growth: 'growing', decline: 'falling' });
const band: ValueKind = { kind: 'list', of: between(0, 100), length: 2, ascending: true };
const incentive = object(optional('goal', text, 'Goal.'), required('ends', date, 'End.'));

describe('a value', () => {
  const right: [ValueKind, string[]][] = [
    [text, ['word', '12', 'true', '2026-11-23', '"quoted: text"', '']],
    [number, ['0', '-3', '1.5', '1e3', '012', '0x1F', '']],
    [between(-2, 2), ['-2', '2', '0.5']],
    [between(1, 4, 'integer'), ['1', '4', '2.0']],
    [atLeast(0, 'money'), ['0', '12.50']],
    [bool, ['true', 'false']],
    [date, ['2026-11-23', '"2026-11-23"', '2030-01-01', '2024-02-29']],
    [pastDate, ['2026-11-23', '2020-01-01']],
    [month, ['2026-12']],
    [week, ['2026-W48', '2026-W53']],
    [stage, ['growth', '"decline"']],
    [referenceTo('product'), ['ro300', '300', '净']],
    [listOf(stage), ['growth', '[growth, decline]', '[]', '']],
    [band, ['[40, 55]', '[0, 100]', '[20, 20]']],
    [incentive, ['{goal: more, ends: 2026-12-31}', '{ends: 2026-12-31, own: x}', '{goal: x}']],
    [listOf(incentive), ['{ends: 2026-12-31}', '[{ends: 2026-12-31}, {goal: x}]']],
    [mapOf(bool, 'criterion'), ['{legal: true, safe: false}', '{}']],
  ];
  for (const [kind, all] of right) {
    for (const written of all) {
      it(`of kind ${kind.kind} may be ${written || 'empty'}`, () => {
        assert.deepEqual(problems(kind, written), []);
      });
    }
  }

  const aDay = 'a day of the calendar such as 2026-12-05';
  const wrong: [ValueKind, string, string, string?][] = [
    [number, 'many', 'is “many”; it takes a number'],
    [number, '"7"', 'is “7”; it takes a number', '"7"'],
    [number, '10:00', 'is “10:00”; it takes a number'],
    [number, '.nan', 'is “.nan”; it takes a number'],
    [between(-2, 2), '3', 'is “3”; it takes a number from -2 to 2'],
    [between(-2, 2), '-2.01', 'is “-2.01”; it takes a number from -2 to 2'],
    [between(1, 4, 'integer'), '2.5', 'is “2.5”; it takes a whole number from 1 to 4'],
    [atLeast(0, 'money'), '-1', 'is “-1”; it takes an amount of money, 0 or more'],
    [atLeast(0, 'days'), '-1', 'is “-1”; it takes a number of days, 0 or more'],
    [bool, 'yes', 'is “yes”; it takes true or false'],
    [date, '2026-02-30', `is “2026-02-30”; it takes ${aDay}`],
    [date, '2026-11-23T10:00', `is “2026-11-23T10:00”; it takes ${aDay}`],
    [date, '23.11.2026', `is “23.11.2026”; it takes ${aDay}`],
    [
      pastDate,
      '2026-11-24',
      'is 2026-11-24, which is later than today (2026-11-23); it tells of what has happened',
    ],
    [month, '2026-13', 'is “2026-13”; it takes a month such as 2026-12'],
    [week, '2025-W53', 'is “2025-W53”; it takes a week such as 2026-W48'],
    [stage, 'Growth', 'is “Growth”; it takes growth or decline'],
    [stage, '[growth]', 'takes growth or decline, not several values', '[growth]'],
    [text, '{a: b}', 'takes a text, not several values', '{a: b}'],
    [
      referenceTo('trend', 'voice'),
      '[a]',
      'takes the id of a page of type trend or voice, not several values',
      '[a]',
    ],
    [listOf(stage), '[growth, wild]', 'is “wild”; it takes growth or decline', 'wild'],
    [band, '[40]', 'takes 2 values, such as [40, 55]; here are 1', '[40]'],
    [band, '50', 'takes 2 values, such as [40, 55]; here are 1'],
    [band, '[55, 40]', 'starts above its end; write the smaller number first', '[55, 40]'],
    [band, '[40, 101]', 'is “101”; it takes a number from 0 to 100', '101'],
    [incentive, 'more', 'needs “goal: …” or “ends: …” below it'],
    [incentive, '{ends: soon}', `has “ends”, which is “soon”; it takes ${aDay}`, 'soon'],
    [listOf(incentive), '[{ends: soon}]', `has “ends”, which is “soon”; it takes ${aDay}`, 'soon'],
    [mapOf(bool, 'criterion'), 'legal', 'needs “criterion: …” lines below it'],
    [
      mapOf(bool, 'criterion'),
      '{legal: maybe}',
      'has “legal”, which is “maybe”; it takes true or false',
      'maybe',
    ],
  ];
  for (const [kind, written, message, marks] of wrong) {
    it(`of kind ${kind.kind} cannot be ${written}`, () => {
      assert.deepEqual(problems(kind, written), [[message, marks ?? written]]);
    });
  }

  it('is reported for each fault of a list', () => {
    assert.deepEqual(
      problems(listOf(stage), '[wild, growth, odd]').map(([, marks]) => marks),
      ['wild', 'odd'],
    );
  });
});
