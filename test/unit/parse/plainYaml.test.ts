import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { LineMap } from '../../../src/core/model/text';
import { parseYamlWithLibrary } from '../../../src/core/parse/parseYaml';
import { parsePlainYaml } from '../../../src/core/parse/plainYaml';
import { splitFrontMatter } from '../../../src/core/parse/splitFrontMatter';

/** What both readers make of a text; the plain one may leave it to the other. */
function compare(yaml: string): boolean {
  const text = `---\n${yaml}---\n`;
  const plain = parsePlainYaml(yaml, 1);
  if (!plain) return false;
  const { fields, problems } = parseYamlWithLibrary(yaml, 4, new LineMap(text));
  assert.deepEqual(problems, [], JSON.stringify(yaml));
  assert.deepEqual(plain, fields, JSON.stringify(yaml));
  return true;
}

const words = fc.constantFrom(
  ...[
    'a',
    'x-1',
    'two words',
    '12',
    '-3.5',
    '1e3',
    '0x1f',
    '012',
    '2026-11-23',
    '2026-W48',
    '10:00',
    'true',
    'True',
  ],
  ...[
    'null',
    '',
    ' ',
    '"quoted: x"',
    "'it'",
    "it's",
    'a: b',
    'a:b',
    'http://x.y',
    '- x',
    '-x',
    '? x',
    ':x',
    '@me',
  ],
  ...[
    '[a, b]',
    '[]',
    '[ a ]',
    '[a,]',
    '[a: b]',
    '[1, 2.5]',
    '[[a]]',
    '["a", b]',
    '{a: b}',
    '{ short: 1, long: -2 }',
    '{a: [b]}',
    '{a: b, a: c}',
    '{a : b}',
    '{a:b}',
    '{a: }',
    'C#',
    'x#y',
    '~',
    'a\\\\b',
    'x ]',
    'é 水',
    '50 %',
    '.5',
  ],
  ...[
    '"a" b',
    'a "b"',
    '.inf',
    '+1',
    '1.',
    '=',
    '1_000',
    'yes',
    'x,y',
    'x # c',
    '&a x',
    '*a',
    '| ',
    '> x',
    '!t x',
  ],
);
const names = fc.constantFrom('a', 'b-c', 'd_e', 'sales', '12', 'f g', '"q"', '-', 'a');
const indents = fc.constantFrom('', '', '', '  ', '  ', '    ', '      ', ' ', '\t');
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(indents, names, words).map(([indent, name, word]) => `${indent}${name}: ${word}`),
  },
  { weight: 3, arbitrary: fc.tuple(indents, names).map(([indent, name]) => `${indent}${name}:`) },
  { weight: 3, arbitrary: fc.tuple(indents, words).map(([indent, word]) => `${indent}- ${word}`) },
  {
    weight: 3,
    arbitrary: fc.tuple(indents, names, words).map(([indent, name, word]) => `${indent}- ${name}: ${word}`),
  },
  { weight: 1, arbitrary: words },
  { weight: 1, arbitrary: fc.constantFrom('-', '- ', '  -', '', ' ', '...', '# c', 'a:  x  ') },
);
/** Front matter as people write it: indented as it should be. */
const tidy = fc
  .letrec<{ fields: string[]; value: string[] }>((tie) => ({
    fields: fc
      .uniqueArray(fc.constantFrom('a', 'b-c', 'd_e', 'sales', 'x1'), { minLength: 1, maxLength: 4 })
      .chain((keys) =>
        fc
          .tuple(...keys.map((key) => tie('value').map((value) => ({ key, value }))))
          .map((pairs) =>
            pairs.flatMap(({ key, value }) =>
              value.length === 1 && !/^(?:- |[ab]:)/.test(value[0] as string)
                ? [`${key}: ${value[0]}`.trimEnd()]
                : [`${key}:`, ...value.map((inner) => `  ${inner}`)],
            ),
          ),
      ),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      words.map((word) => [word]),
      tie('fields'),
      fc
        .array(
          fc.oneof(
            words.map((word) => [word]),
            tie('fields'),
          ),
          { minLength: 1, maxLength: 3 },
        )
        .map((items) =>
          items.flatMap((lines) => lines.map((inner, at) => `${at === 0 ? '- ' : '  '}${inner}`)),
        ),
    ),
  }))
  .fields.map((lines) => `${lines.join('\n')}\n`);
const yamls = fc.oneof(
  tidy,
  fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => `${lines.join('\n')}\n`),
);

describe('plain front matter', () => {
  it('is read as the YAML library reads it, whatever the text', () => {
    let answered = 0;
    fc.assert(
      fc.property(yamls, (yaml) => {
        if (compare(yaml)) answered++;
      }),
      { numRuns: 4000, seed: 20261123 },
    );
    assert.ok(answered > 100, `${answered} of 4000 were plain`);
  });

  it('is what nearly all pages of the sample book have', () => {
    const folder = join(__dirname, '../../../examples/aquelle');
    const yamls = (readdirSync(folder, { recursive: true, encoding: 'utf8' }) as string[])
      .filter((name) => name.endsWith('.md'))
      .flatMap((name) => splitFrontMatter(readFileSync(join(folder, name), 'utf8'))?.yaml ?? []);
    const answered = yamls.filter(compare).length;
    assert.ok(answered > yamls.length * 0.8, `${answered} of ${yamls.length}`);
  });

  it('is left to the library where it is not plain', () => {
    for (const yaml of [
      'a: &x 1\nb: *x\n',
      'a: |\n  b\n',
      'a: b\n  c\n',
      'a: 1\na: 2\n',
      'a: {b: [c]}\n',
      'a: b # c\n',
    ]) {
      assert.equal(parsePlainYaml(yaml, 1), undefined, yaml);
    }
  });
});
