import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parse } from 'yaml';
import { setFieldsEdits } from '../../../src/core/edit/setFields';
import type { FieldPath, FieldText } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { splitFrontMatter } from '../../../src/core/parse/splitFrontMatter';
import { runs } from '../support/runs';

const ending = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r');
const remark = fc.constantFrom('', '', '', ' # why', '   # a: b');

/** How a text may be written, on the line of its name or below it. */
const text = fc.constantFrom(
  ...['a', 'two words', '"a, b"', "'it''s'", 'a: b'.replace(': ', ':'), '12', '&x a', '!!str a', '*b', ''],
  ...[
    '~',
    'null',
    'NULL',
    '!!null',
    '""',
    '|\n  a\n  b',
    '>-\n  a\n\n  b',
    '|+\n  a\n',
    'a\n  b',
    '"a\n  b"',
    '\n  a',
    '\n  # z\n  a',
  ],
);
const list = fc.constantFrom(
  ...['[a, b]', '[a, b,]', '[]', '[ "x, y" ]', 'a', '"q"', '*b', '*l', '', '~', '{}'],
  ...[
    '\n  - a\n  - b # c',
    '\n- a',
    '\n  [\n    a,\n    b,\n  ]',
    '\n  [\n    a,\n    b # c\n  ]',
    '[a,\n  b]',
    '\n  - "x: y"',
  ],
);
const object = fc.constantFrom(
  ...[
    '{ action: a }',
    '{ action: a, }',
    '{by: 2026-01-01}',
    '{}',
    '{ }',
    '',
    '~',
    '!!null',
    'null',
    '\n  ~',
    '\n  {}',
  ],
  ...[
    '\n  action: a',
    '\n  action: |\n    a\n\n  # z',
    '\n  "action": a # c',
    '{\n    action: a,\n  }',
    '{ action: a,\n    by: x }',
  ],
);

const fields = fc.record({
  owner: fc.option(text),
  problem: fc.option(text),
  reviewed: fc.option(text),
  competitors: fc.option(list),
  products: fc.option(list),
  next: fc.option(object),
  other: fc.option(fc.constantFrom('1', '[[a], {b: c}]', '\n  - x: 1\n    y: 2', '{a: [b]}')),
});

const pages = fc
  .tuple(
    fields,
    fc.infiniteStream(ending),
    fc.infiniteStream(remark),
    fc.boolean(),
    fc.constantFrom('', '# end\n', '...\n'),
  )
  .map(([values, endings, remarks, isFirst, tail]) => {
    const written = Object.entries(values)
      .filter(([, value]) => value !== null)
      .map(([name, value]) => {
        const isOneLine = !value?.includes('\n') && !/[|>]/.test(value ?? '');
        return `${name}:${/^(?:\n|$)/.test(value ?? '') ? '' : ' '}${value}${isOneLine ? remarks.next().value : ''}\n`;
      });
    const anchors = 'base: &b b\nall: &l [p, q]\n';
    const front = `type: opportunity\n${isFirst ? anchors : ''}${written.join('')}${isFirst ? '' : ''}${tail}`;
    const whole = `---\n${front}---\n\n# T\n\nText\n`;
    return whole.replaceAll('\n', () => endings.next().value as string);
  })
  .filter((whole) => parsePage('a.md', whole)?.isReadable === true);

const sets: readonly (readonly [FieldPath, Readonly<Record<string, FieldText>>])[] = [
  [[], { owner: 'new: #1' }],
  [[], { problem: 'a, [b]' }],
  [[], { reviewed: '2026-11-20' }],
  [[], { competitors: ['z'] }],
  [[], { products: ['a', 'y, z'] }],
  [['next'], { action: 'call, then write', by: '2026-12-01' }],
  [['next'], { by: '2026-12-01' }],
];

function documentOf(whole: string): Record<string, unknown> {
  const yaml = splitFrontMatter(whole)?.yaml.replace(/\r\n?/g, '\n') ?? '';
  return parse(yaml, { version: '1.2', schema: 'core' }) as Record<string, unknown>;
}

/** Lines with their endings; a CR LF is one ending. */
function linesOf(whole: string): string[] {
  return whole.match(/[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+$/g) ?? [];
}

describe('setting a field of any front matter', () => {
  it('changes its value alone, or says why not', function () {
    this.timeout(60_000);
    let refused = 0;
    let all = 0;
    fc.assert(
      fc.property(pages, fc.constantFrom(...sets), (whole, [path, values]) => {
        const page = parsePage('a.md', whole);
        assert.ok(page);
        all++;
        let after: string;
        try {
          after = applyEdits(whole, setFieldsEdits(page, whole, path, values));
        } catch (error) {
          assert.ok(error instanceof RangeError, String(error));
          assert.match(error.message, /^Nothing was changed(?: in a\.md)?: .{20,}\.$/);
          refused++;
          return;
        }
        const names = path.length > 0 ? ['next'] : Object.keys(values);
        const before = documentOf(whole);
        const then = documentOf(after);
        for (const name of new Set([...Object.keys(before), ...Object.keys(then)])) {
          if (!names.includes(name)) assert.deepEqual(then[name], before[name], name);
        }
        for (const [name, value] of Object.entries(values)) {
          const owner = (path.length > 0 ? then.next : then) as Record<string, unknown>;
          if (typeof value === 'string') assert.equal(String(owner[name]), value);
          else for (const one of value) assert.ok((owner[name] as unknown[]).includes(one), name);
        }
        // Every line that does not belong to the field is there, byte for byte.
        const left = linesOf(after);
        let at = 0;
        let isOwn = false;
        for (const line of linesOf(whole)) {
          if (/^(?:[a-z]|---|\.\.\.|#)/.test(line)) isOwn = names.some((name) => line.startsWith(`${name}:`));
          if (isOwn) continue;
          while (at < left.length && left[at] !== line) at++;
          assert.ok(at++ < left.length, `lost: ${JSON.stringify(line)}`);
        }
      }),
      {
        numRuns: runs(200),
        ...(process.env.SEED ? { seed: Number(process.env.SEED) } : {}),
      },
    );
    assert.ok(refused < all / 8, `${refused} of ${all} were refused`);
  });
});
