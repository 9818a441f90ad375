import fc from 'fast-check';

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
    'x # c',
    '12 # "c"',
    '[a, 1] # c',
    '#c',
    'x #',
    'x#c',
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
/** Front matter as people write it, and as nobody should. */
export const yamls: fc.Arbitrary<string> = fc.oneof(
  tidy,
  fc.array(line, { minLength: 1, maxLength: 9 }).map((lines) => `${lines.join('\n')}\n`),
);
