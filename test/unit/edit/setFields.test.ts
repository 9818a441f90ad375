import assert from 'node:assert/strict';
import { addFieldEdits } from '../../../src/core/edit/addField';
import { setFieldsEdits } from '../../../src/core/edit/setFields';
import type { FieldPath, FieldText } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page, today } from '../support/books';

type Values = Readonly<Record<string, FieldText>>;

function set(front: string, values: Values, object: FieldPath = []): string {
  const text = page(front, 'Body\n');
  const parsed = parsePage('a.md', text);
  assert.ok(parsed);
  const after = applyEdits(text, setFieldsEdits(parsed, text, object, values));
  assert.ok(after.endsWith('\n---\nBody\n'), after);
  return after.slice('---\n'.length, -'\n---\nBody\n'.length);
}

const step = { action: 'call', by: '2026-12-01' };
const filled = 'next:\n  action: call\n  by: 2026-12-01';

describe('setting fields', () => {
  for (const empty of [
    '',
    ' ',
    ' ~',
    ' null',
    ' NULL',
    ' Null',
    ' !!null',
    ' !!null ""',
    ' {}',
    ' { }',
    ' ""',
    " ''",
    ' []',
    '\n  ~',
    '\n  {}',
  ]) {
    it(`fills an object that is written as “next:${empty.replace('\n', '↵')}”`, () => {
      assert.equal(
        set(`type: opportunity\nproblem: p\nnext:${empty}\nworth: 3`, step, ['next']),
        `type: opportunity\nproblem: p\n${filled}\nworth: 3`,
      );
    });
    it(`fills a value that is written as “reviewed:${empty.replace('\n', '↵')}”`, () => {
      const after = set(`type: opportunity\nreviewed:${empty}\nworth: 3`, { reviewed: '2026-11-20' });
      assert.equal(after, 'type: opportunity\nreviewed: 2026-11-20\nworth: 3');
    });
  }

  it('keeps a remark behind what was empty', () => {
    assert.equal(
      set('type: opportunity\nnext: ~ # soon', step, ['next']),
      `type: opportunity\n${filled.replace('next:', 'next:  # soon')}`,
    );
    assert.equal(
      set('type: opportunity\nnext: # soon', step, ['next']),
      `type: opportunity\n${filled.replace('next:', 'next: # soon')}`,
    );
    assert.equal(
      set('type: opportunity\nreviewed: # soon', { reviewed: '2026-11-20' }),
      'type: opportunity\nreviewed: 2026-11-20 # soon',
    );
  });

  it('adds an object that is missing', () => {
    assert.equal(set('type: opportunity', step, ['next']), `type: opportunity\n${filled}`);
  });

  for (const [what, before, after] of [
    ['a comma behind the last field', 'next: { action: a, }', 'next: { action: a, by: 2026-12-01, }'],
    ['no comma', 'next: { action: a }', 'next: { action: a, by: 2026-12-01 }'],
    ['several lines', 'next: {\n  action: a\n  }', 'next: {\n  action: a,\n  by: 2026-12-01\n  }'],
    [
      'several lines and commas',
      'next: {\n  action: a, # x\n  }',
      'next: {\n  action: a, # x\n  by: 2026-12-01,\n  }',
    ],
    ['lines below it', 'next:\n  action: a # x', 'next:\n  action: a # x\n  by: 2026-12-01'],
    [
      'a block of text',
      'next:\n  action: |\n    a\n    b\n',
      'next:\n  action: |\n    a\n    b\n  by: 2026-12-01',
    ],
  ] as const) {
    it(`adds a field to an object with ${what}`, () => {
      assert.equal(
        set(`type: opportunity\n${before}`, { by: '2026-12-01' }, ['next']),
        `type: opportunity\n${after}`,
      );
    });
  }

  for (const [what, before, after] of [
    ['brackets', '[aaa, bbb]', '[aaa, bbb, zzz]'],
    ['a comma behind the last item', '[aaa, bbb,]', '[aaa, bbb, zzz,]'],
    ['nothing in it', '[]', '[zzz]'],
    ['a remark', '[aaa] # why', '[aaa, zzz] # why'],
    ['a line for each item', '\n  [\n    aaa,\n    bbb\n  ]', '\n  [\n    aaa,\n    bbb,\n    zzz\n  ]'],
    [
      'a line and a comma for each item',
      '\n  [\n    aaa,\n    bbb,\n  ]',
      '\n  [\n    aaa,\n    bbb,\n    zzz,\n  ]',
    ],
    [
      'a line and a remark for each item',
      '\n  [\n    aaa, # x\n    bbb # y\n  ]',
      '\n  [\n    aaa, # x\n    bbb, # y\n    zzz\n  ]',
    ],
    ['items below each other', '\n  - aaa\n  - bbb # y\n  # z', '\n  - aaa\n  - bbb # y\n  - zzz\n  # z'],
    ['items without indentation', '\n- aaa', '\n- aaa\n- zzz'],
    ['one value', 'aaa', '[aaa, zzz]'],
    ['one value in quotes', '"a, b"', '["a, b", zzz]'],
    ['one value with a comma', 'a, b', '["a, b", zzz]'],
    ['one value on a line of its own', '\n  aaa', ' [aaa, zzz]'],
    ['an empty value', '~', '[zzz]'],
  ] as const) {
    it(`adds an item to a list with ${what}`, () => {
      const gap = /^\s/.test(before) ? '' : ' ';
      const gapAfter = /^\s/.test(after) ? '' : ' ';
      assert.equal(
        set(`type: strategy\ncompetitors:${gap}${before}\nyears: 3`, { competitors: ['zzz'] }),
        `type: strategy\ncompetitors:${gapAfter}${after}\nyears: 3`,
      );
    });
  }

  for (const [what, before, after] of [
    ['a block of text', 'advantage: |\n  a\n  b\nyears: 3', 'advantage: new\nyears: 3'],
    ['a folded block at the end', 'advantage: >-\n  a\n\n  b', 'advantage: new'],
    ['a text over several lines', 'advantage: a\n  b\n  c\nyears: 3', 'advantage: new\nyears: 3'],
    ['a quoted text over several lines', 'advantage: "a\n  b"\nyears: 3', 'advantage: new\nyears: 3'],
    ['a text on a line of its own', 'advantage:\n  a\nyears: 3', 'advantage: new\nyears: 3'],
    ['a name in quotes', '"advantage": a', '"advantage": new'],
    ['a name apart from its colon', 'advantage : a', 'advantage : new'],
    ['an anchor that nobody uses', 'advantage: &a a # x', 'advantage: new # x'],
    ['a tag', 'advantage: !!str a', 'advantage: new'],
    ['an alias', 'owner: &a Ines\nadvantage: *a', 'owner: &a Ines\nadvantage: new'],
    ['the end of the document', 'advantage: a\n...', 'advantage: new\n...'],
  ] as const) {
    it(`replaces ${what}`, () => {
      assert.equal(set(`type: strategy\n${before}`, { advantage: 'new' }), `type: strategy\n${after}`);
    });
  }

  it('adds fields before the end of the document', () => {
    assert.equal(set('type: strategy\n...', { years: '3' }), 'type: strategy\nyears: 3\n...');
  });

  it('adds fields to front matter that is indented or in braces', () => {
    const text = '---\n  type: strategy\n---\n';
    const parsed = parsePage('a.md', text);
    assert.ok(parsed);
    assert.equal(
      applyEdits(text, setFieldsEdits(parsed, text, [], { years: '3' })),
      '---\n  type: strategy\n  years: 3\n---\n',
    );
    assert.equal(
      set('{type: strategy, owner: a}', { advantage: 'b, c' }),
      '{type: strategy, owner: a, advantage: "b, c"}',
    );
  });

  it('refuses to change what an alias repeats elsewhere, and says so', () => {
    for (const [front, values, name, anchor] of [
      ['type: strategy\nreviewed: &d 2026-01-01\nmade: *d', { reviewed: '2026-11-20' }, 'reviewed', 'd'],
      ['type: strategy\nproducts: &p [a]\ncompetitors: *p', { products: ['b'] }, 'products', 'p'],
      ['type: strategy\nreviewed: &d\nmade: *d', { reviewed: '2026-11-20' }, 'reviewed', 'd'],
    ] as const) {
      assert.throws(
        () => set(front, values),
        new RegExp(
          `^RangeError: Nothing was changed: the value of “${name}” is repeated elsewhere by “\\*${anchor}”`,
        ),
      );
    }
  });

  it('writes a list out that repeated another one', () => {
    assert.equal(
      set('type: strategy\nproducts: &p [a, "b, c"]\ncompetitors: *p', { competitors: ['z'] }),
      'type: strategy\nproducts: &p [a, "b, c"]\ncompetitors: [a, "b, c", z]',
    );
  });

  it('refuses to put fields below a text', () => {
    assert.throws(
      () => set('type: opportunity\nnext: call Ines', step, ['next']),
      /“next” holds something else than fields of its own/,
    );
  });

  it('keeps a remark that it would have to take out, and says so', () => {
    assert.throws(
      () => set('type: strategy\nadvantage: | # why\n  a', { advantage: 'new' }),
      /a remark in the front matter would be lost/,
    );
  });

  it('writes one line, whatever is given', () => {
    assert.equal(set('type: strategy', { advantage: 'a\n# b: c' }), 'type: strategy\nadvantage: "a # b: c"');
  });

  it('dates a log by its file’s name', () => {
    const text = page('type: log\ntags: [x]');
    const parsed = parsePage('log/2026-11-19.md', text);
    assert.ok(parsed);
    const after = applyEdits(text, addFieldEdits(parsed, text, ['date'], today));
    assert.equal(after, page('type: log\ntags: [x]\ndate: 2026-11-19'));
  });
});
