import type { ValueKind } from '../../src/core/schema/kinds';
import { pageTypes } from '../../src/core/schema/schema';

/** The pages that all fixes are carried out on: what people write, what goes wrong, and what ends otherwise than it should. */

const endings = ['\n', '\n', '\n', '\r\n', '\r'];

const bodyLines = [
  ...[
    '',
    '',
    'Text of a paragraph.',
    'Two words',
    '- item',
    '* other',
    '  - nested',
    '1. one',
    '> quoted words',
    '> - [ ] @me: no',
  ],
  ...[
    '# Title',
    '## Time',
    'Time',
    '----',
    '===',
    '## Status',
    '### Summary',
    '## What we see',
    '## Notes #',
    '> ## Time',
  ],
  ...[
    '```',
    '~~~',
    '<!-- open',
    '-->',
    '<!-- a comment -->',
    '<script>',
    '</script>',
    '<pre>',
    '<![CDATA[',
    ']]>',
    '<div>',
    '    code',
    '\tcode',
  ],
  ...[
    '- 1h liaison: call',
    '- 9:00-10:00 promotion',
    '- 9:30-? liaison',
    '- 1h liason: typo',
    '- 1h30 liaison',
    '- 30m',
    '- 1h liaison words',
  ],
  ...[
    '- [ ] @rnd -> @sales: two units',
    '- [ ] @me -> @rnd: plan due:2026-11-01 made:2026-10-01',
    '- [ ] @nobody: x due:2026-13-01',
    '- [x] @rnd: done',
    '- [ ] call due: 2026-12-01',
    '- [ ] @me -> @rnd: weekly due:2026-11-01 every:1w',
    '- [ ] @rnd: plan 📅 2026-11-01 🔁 every week ✅ 2026-11-02',
    '- [x] @sales: figures [due:: 2026-11-01] ^figures',
    '- [ ] @rnd: plan (Due: 5.12.2026)',
    '- [ ] @rnd: units due:D',
    '  that go on in a second line due:2026-12-01',
  ],
  ...[
    'As they say.[^1]',
    '[^1]: A note with [[nowhere]]',
    '| a | b |',
    '| --- | --- |',
    '| [[c]] | `x | y` |',
    '=======',
    '---',
    'Summary',
    '<!-- status-book-ignore competitor-stal: asked on Monday -->',
    '<!-- status-book-ignore: no rule -->',
    '[[c#Nothing|other name]]',
    '[[#Time]]',
    '<div',
    '<a href="c.md">c</a>',
  ],
  ...[
    '[[c]]',
    'See [[nowhere]] and [x](c.md).',
    '[gone](gone.md)',
    '[ref]: q.md',
    '@sales said so',
    '<!-- status-book-ignore section-missing -->',
    '<<<<<<< HEAD',
    '>>>>>>> x',
  ],
];
const texts = [
  'a',
  'two words',
  '"a: b"',
  "'x'",
  '12',
  '2026-11-01',
  '2027-05-01',
  '',
  '~',
  'null',
  '{}',
  '[]',
  '|\n  a\n  b',
  'a\n  b',
  '&x a',
  '*x',
  '!!str a',
  'High',
  'c',
  '[c, nowhere]',
  '\n  - c\n  - q # r',
  '[c,]',
  '{ action: a, }',
  '{ action: a, due: 2026-11-01 } # remark',
  '>-\n  a\n\n  b',
  '|+\n  a\n',
  '12.000',
  '1.500,50',
  '[a, &y b, *y]',
  '"a',
  '\n  action: a',
];

export function generatedPage(random: () => number): [path: string, text: string] {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T;
  const type = pick(pageTypes.filter(({ id }) => id !== 'book'));
  const lines = [`type: ${random() < 0.03 ? slipped(type.id, random) : type.id}`];
  for (const { name, value, required } of type.fields) {
    if (random() < (required ? 0.25 : 0.7)) continue;
    lines.push(
      `${random() < 0.1 ? slipped(name, random) : name}: ${random() < 0.6 ? fitting(value, random) : pick(texts)}${random() < 0.1 ? ' # remark' : ''}`,
    );
  }
  if (random() < 0.3) lines.push(`owner: ${pick(texts)}`);
  if (random() < 0.2) lines.push('base: &x y');
  if (random() < 0.03) lines.push(pick(['<<<<<<< HEAD', '--- x', '# remark', '\tx: y']));
  const body = Array.from({ length: Math.floor(random() * 14) }, () => pick(bodyLines));
  const uniform = random() < 0.6 ? pick(endings) : undefined;
  const whole = ['---', ...lines.flatMap((line) => line.split('\n')), '---', ...body];
  const written = whole.map((line) => line.trimEnd() + (uniform ?? pick(endings))).join('');
  const name = type.id === 'log' ? pick(['2026-11-20', '2026-11-19', 'day']) : 'p';
  return [
    `${name}${random() < 0.02 ? ' (conflicted copy 2026-11-20)' : ''}.md`,
    random() < 0.2 ? written.replace(/[\r\n]+$/, '') : written,
  ];
}

function slipped(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  return name.slice(0, at) + name.slice(at + 1);
}

function fitting(kind: ValueKind, random: () => number): string {
  switch (kind.kind) {
    case 'enum': {
      const value = kind.values[Math.floor(random() * kind.values.length)]?.value ?? 'x';
      return random() < 0.2 ? value.toUpperCase() : value;
    }
    case 'date':
      return random() < 0.5 ? '2026-10-01' : '2026-11-20';
    case 'number':
      return String(kind.maximum ?? kind.minimum ?? 7);
    case 'list':
      return kind.of.kind === 'object'
        ? `\n  - ${objectLines(kind.of, random).join('\n    ')}`
        : `[${fitting(kind.of, random)}]`;
    case 'object':
      return `\n  ${objectLines(kind, random).join('\n  ')}`;
    case 'map':
      return '{a: true}';
    case 'reference':
      return kind.to === 'any' || kind.to.includes('competitor')
        ? 'c'
        : kind.to.includes('product')
          ? 'q'
          : 's';
    case 'boolean':
      return 'true';
    default:
      return 'so';
  }
}

function objectLines({ fields }: Extract<ValueKind, { kind: 'object' }>, random: () => number): string[] {
  const wanted = fields.filter((field) => field.value.kind !== 'list' && (field.required || random() < 0.5));
  const some = wanted.length > 0 ? wanted : fields.slice(0, 1);
  return some.map((field) => `${field.name}: ${fitting(field.value, random)}`);
}
