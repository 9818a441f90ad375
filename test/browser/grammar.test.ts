import { assert } from 'chai';
import fc from 'fast-check';
import type { IGrammar } from 'vscode-textmate';
import { parsePage } from '../../src/core/parse/parsePage';
import { activities } from '../../src/core/schema/activities';
import { pageTypes } from '../../src/core/schema/schema';
import { markdownGrammar, marked, tokensOf } from './tokens';

let grammar: IGrammar;
let plain: IGrammar;

before('load VS Code’s grammars', async function () {
  this.timeout(0); // may have to install VS Code first
  grammar = await markdownGrammar();
  plain = await markdownGrammar(false);
});

const lines = (...all: string[]): string => all.join('\n');
const marks = (...all: string[]): [string, string][] => marked(grammar, lines(...all));
const scopesAt = (text: string, piece: string): string[] =>
  tokensOf(grammar, text).find((token) => token.text === piece)?.scopes ?? [];

describe('the grammar of time entries', () => {
  it('tells duration, activity and summary', () => {
    assert.deepEqual(marks('- 1h30m liaison: capacity meeting with @manufacturing'), [
      ['1h30m', 'constant.numeric.duration'],
      ['liaison', 'meta.activity'],
      [':', 'punctuation.separator.summary'],
      ['@manufacturing', 'variable.parameter.department'],
    ]);
  });

  it('tells start, end and what joins them', () => {
    assert.deepEqual(marks('- 8:30 - 9:00 status-book', '- 23:00–0:30> trade-show: stand').slice(0, 8), [
      ['8:30', 'constant.numeric.time.start'],
      ['-', 'keyword.operator.range'],
      ['9:00', 'constant.numeric.time.end'],
      ['status-book', 'meta.activity'],
      ['23:00', 'constant.numeric.time.start'],
      ['–', 'keyword.operator.range'],
      ['0:30', 'constant.numeric.time.end'],
      ['>', 'keyword.operator.next-day'],
    ]);
  });

  it('marks a running timer', () => {
    assert.deepInclude(marks('- 13:05-? new-product: gate'), ['?', 'keyword.other.running']);
  });

  for (const { id, title } of activities) {
    it(`knows ${id}, by its title and in any capitals, too`, () => {
      for (const name of [id, title, id.toUpperCase(), title.toLowerCase()]) {
        assert.deepInclude(marks(`- 1h ${name}: work`), [name, 'meta.activity']);
      }
    });
  }

  it('marks activities of the book’s own, and words that only begin like a known one', () => {
    assert.deepEqual(
      marks('- 1h fairs', '- 1h liaison-visit: x').filter(([, scope]) => scope === 'meta.activity'),
      [
        ['fairs', 'meta.activity'],
        ['liaison-visit', 'meta.activity'],
      ],
    );
  });

  it('gives no activity the colour of a theme: horizons have their own', () => {
    for (const { id } of activities) {
      assert.deepEqual(
        scopesAt(`- 1h ${id}: work`, id).filter(
          (scope) => !scope.startsWith('meta.') && !scope.startsWith('markup.list'),
        ),
        [],
      );
    }
  });

  for (const [what, text] of [
    ['a nested item, which is a note', '- 1h liaison\n  - 2h liaison'],
    ['the second line of an item', '- 1h liaison\n  2h liaison'],
    ['an item in a quote', '- 1h liaison\n\n> - 2h liaison'],
    ['prose', '- 1h liaison\n\n2h liaison'],
    ['a code fence', '- 1h liaison\n\n```\n- 2h liaison\n```'],
    ['a comment', '- 1h liaison\n\n<!--\n- 2h liaison\n-->'],
    ['an item without activity', '- 1h liaison\n- 2h'],
    ['text without colon', '- 1h liaison\n- 2h liaison in the morning'],
    ['an hour that the day does not have', '- 1h liaison\n- 25:00-26:00 liaison'],
    ['front matter', '---\nnotes:\n- 2h liaison\n---\n\n- 1h liaison'],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      assert.deepEqual(marks(text), [
        ['1h', 'constant.numeric.duration'],
        ['liaison', 'meta.activity'],
      ]);
    });
  }

  it('keeps Markdown’s own marks in the summary', () => {
    assert.include(scopesAt('- 1h liaison: **two** visits', 'two'), 'markup.bold.markdown');
  });

  it('sees an entry wherever the book counts one, and nowhere else', () => {
    const piece = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
    const item = fc
      .tuple(
        piece('- ', '* ', '+ ', '1. ', '12) ', '-   ', '  - ', ' - ', '> - ', '    - ', '', '-'),
        piece(
          '1h',
          '45m',
          '1h30m',
          '1h75m',
          '1.5h',
          '1.h',
          'x',
          '9:00-10:15',
          '9:00 – ?',
          '24:00-24:00',
          '23:00-1:00>',
          '8:30 -24:00',
          '[ ] 1h',
          '1h 30m',
          '1h 75m',
          '-30m',
          '−1h',
          '1,5h',
          '1H',
          '09:00-9:00',
          '9:30-9:20',
          '9:19-9:20',
          '10:00-9:30',
          '23:00-1:00',
          '<23:30-6:00',
          '8:00am-9:30am',
          '2:00-3:30 PM',
          '9:00 a.m. – 10:00',
          '13:00am-14:00',
          '9:00-10:00>',
          '9：00-10：00',
        ),
        piece(' ', '  ', '', ': ', ':', ' :', '：'),
        piece('liaison', 'own-thing', 'ex/ploration', 'liaison x', '', 'Sales motivation', 'LIAISON', '30m'),
        piece('', ':', ': ', ' : text', ':text', ': see [[a]]', '：周会', ' :'),
      )
      .map((words) => words.join(''));
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const body = items.join('\n\nwords\n\n');
        const text = lines('---', 'type: log', 'date: 2026-11-23', '---', '', body);
        const counted = parsePage('log/a.md', text)?.entries.map(({ range }) => range.start.line);
        const seen = tokensOf(grammar, text)
          .filter(({ scopes: all }) => /constant\.numeric\.(?:duration|time\.start)\./.test(all.at(-1) ?? ''))
          .map(({ line }) => line);
        assert.deepEqual(seen, counted);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });
});

describe('the grammar of commitments', () => {
  it('tells who owes whom, and every date', () => {
    assert.deepEqual(
      marks('- [ ] @rnd -> @sales: two demo units due:2026-12-05 made:2026-11-20 was:2026-12-01.'),
      [
        ['[ ]', 'punctuation.definition.checkbox.open'],
        ['@rnd', 'variable.parameter.department.from'],
        ['->', 'keyword.operator.arrow'],
        ['@sales', 'variable.parameter.department.to'],
        [':', 'punctuation.separator.promise'],
        ['due', 'variable.language.promise'],
        [':', 'punctuation.separator.date'],
        ['2026-12-05', 'constant.numeric.date'],
        ['made', 'variable.language.promise'],
        [':', 'punctuation.separator.date'],
        ['2026-11-20', 'constant.numeric.date'],
        ['was', 'variable.language.promise'],
        [':', 'punctuation.separator.date'],
        ['2026-12-01', 'constant.numeric.date'],
      ],
    );
  });

  it('takes the typographic arrow, nested items, and a promise to me', () => {
    const found = marks('- a', '    - [x] @me → @sales: x done:2026-11-14', '1. [X] @manufacturing: y');
    assert.deepEqual(
      found.filter(([, scope]) => /department|arrow|done/.test(scope)),
      [
        ['[x]', 'constant.language.checkbox.done'],
        ['@me', 'variable.parameter.department.from'],
        ['→', 'keyword.operator.arrow'],
        ['@sales', 'variable.parameter.department.to'],
        ['[X]', 'constant.language.checkbox.done'],
        ['@manufacturing', 'variable.parameter.department.from'],
      ],
    );
  });

  it('marks the due date alone in an ordinary task', () => {
    assert.deepEqual(marks('- [ ] call @sales due:2026-12-05 made:2026-11-20'), [
      ['[ ]', 'punctuation.definition.checkbox.open'],
      ['due', 'variable.language.promise'],
      [':', 'punctuation.separator.date'],
      ['2026-12-05', 'constant.numeric.date'],
    ]);
  });

  for (const [what, text, sign] of [
    ['brackets', '(due:2026-12-05)', 'due'],
    ['emphasis', '**due:2026-12-05**', 'due'],
    ['emphasis in brackets', '(*due:2026-12-05*)', 'due'],
    ['Obsidian’s signs', '📅 2026-12-05', '📅'],
    ['Dataview’s brackets', '[due:: 2026-12-05]', 'due'],
    ['Dataview’s brackets without a blank', '(due::2026-12-05)', 'due'],
    ['punctuation', 'units,due:2026-12-05.', 'due'],
  ] as const) {
    for (const head of ['@rnd: units', 'units']) {
      it(`sees a day in ${what} behind “${head}”`, () => {
        assert.deepEqual(
          marks(`- [ ] ${head} ${text}`).filter(
            ([, scope]) => /promise$|date$/.test(scope) && !/separator/.test(scope),
          ),
          [
            [sign, 'variable.language.promise'],
            ['2026-12-05', 'constant.numeric.date'],
          ],
        );
      });
    }
  }

  for (const [text, name, period] of [
    ['every:1w', 'every', '1w'],
    ['(every:10d)', 'every', '10d'],
    ['🔁 every 2 weeks', '🔁', '2 weeks'],
    ['[repeat:: every month]', 'repeat', 'every month'],
  ] as const) {
    it(`tells how often by “${text}”`, () => {
      for (const head of ['@rnd: units', 'units']) {
        const found = marks(`- [ ] ${head} ${text}`);
        assert.deepInclude(found, [name, 'variable.language.promise']);
        assert.deepInclude(found, [period, 'constant.numeric.period']);
      }
    });
  }

  // The text of a link keeps the colour of links, also where it holds a key.
  it('sees a key wherever the book reads one, and nowhere else', () => {
    const piece = (...words: string[]): fc.Arbitrary<string> => fc.constantFrom(...words);
    const days = piece('2026-12-05', '2026-02-30', '2026-11-31', '5.12.2026', '2026-12-05.', '2026-12-051');
    const key = fc.oneof(
      fc.tuple(piece('due', 'done', 'Due', 'overdue', 'x-due'), piece(':', ': ', '::', ':: '), days),
      fc.tuple(piece('📅', '✅', '📅 ', '🗓️ '), days),
      fc.tuple(
        piece('every:', 'every: ', '🔁 every ', '🔁'),
        piece('1w', '10d', '0w', 'week', '2 weeks', '1x', 'week when done'),
      ),
      piece('text', 'https://a.b/due:2026-12-05', '`due:2026-12-05`', '<!-- due:2026-12-05 -->').map(
        (one) => [one],
      ),
    );
    const around = piece('|', '(|)', '[|]', '**|**', '_|_', '(*|*)', ',|', '|;');
    const part = fc.tuple(around, key).map(([marks, words]) => marks.replace('|', words.join('')));
    fc.assert(
      fc.property(piece('', '@rnd: '), fc.array(part, { minLength: 1, maxLength: 3 }), (head, parts) => {
        const text = lines('---', 'type: decision', '---', '', `- [ ] ${head}units ${parts.join(' ')}`);
        const found = parsePage('a.md', text);
        const read = [...(found?.tasks ?? []), ...(found?.commitments ?? [])]
          .flatMap(({ keys }) => keys)
          .map(({ valueRange }) => valueRange.start.character);
        const seen = tokensOf(grammar, text)
          .filter(({ scopes: all }) =>
            all.some((scope) => /constant\.numeric\.(?:date|period)\.status-book/.test(scope)),
          )
          .map(({ start }) => start);
        assert.deepEqual(seen, read, text);
      }),
      { numRuns: Number(process.env.RUNS ?? 300) },
    );
  });

  for (const [what, text] of [
    ['a day that no month has', '- [ ] @rnd: x due:2026-12-45'],
    ['a date that is not apart', '- [ ] @rnd: x overdue:2026-12-05'],
    ['a date outside of a task', '- @rnd: x due:2026-12-05'],
    ['a task in a quote', '> - [ ] @rnd: x due:2026-12-05'],
    ['a task in code', '    - [ ] @rnd: x due:2026-12-05'],
    ['a key in code', '- [ ] @rnd: x `due:2026-12-05`'],
    ['a key in a comment', '- [ ] @rnd: x <!-- due:2026-12-05 -->'],
    ['a key in an address', '- [ ] @rnd: x https://a.b/due:2026-12-05'],
  ] as const) {
    it(`leaves ${what} alone`, () => {
      assert.deepEqual(
        marks(text).filter(([piece]) => piece.startsWith('2026')),
        [],
      );
    });
  }
});

describe('the grammar of wiki links', () => {
  it('tells brackets, target, heading and label', () => {
    assert.deepEqual(marks('See [[purenorth#Our answer|what we do]].'), [
      ['[[', 'punctuation.definition.link.begin'],
      ['purenorth', 'markup.underline.link.target'],
      ['#', 'punctuation.separator.heading'],
      ['Our answer', 'entity.name.section.heading'],
      ['|', 'punctuation.separator.label'],
      ['what we do', 'string.other.link.label'],
      [']]', 'punctuation.definition.link.end'],
    ]);
  });

  for (const [where, text] of [
    ['a heading', '## On [[a]]'],
    ['a list', '- on [[a]]'],
    ['a quote', '> on [[a]]'],
    ['a time entry', '- 1h liaison: on [[a]]'],
    ['a commitment', '- [ ] @rnd: on [[a]]'],
    ['a table', '| x |\n|---|\n| [[a]] |'],
    ['bold text', 'this **is [[a]]**'],
  ] as const) {
    it(`sees one in ${where}`, () => {
      assert.deepInclude(marks(text), ['a', 'markup.underline.link.target']);
    });
  }

  for (const [where, text] of [
    ['inline code', 'is `[[a]]` code'],
    ['a code fence', '```\n[[a]]\n```'],
    ['indented code', 'x\n\n    [[a]]'],
    ['a comment', 'x <!-- [[a]] --> y'],
    ['a comment over lines', '<!--\n[[a]]\n-->'],
    ['an HTML tag', 'x <a title="[[a]]">y</a>'],
    ['front matter', '---\ntitle: "[[a]]"\n---'],
    ['an escape', 'x \\[[a]]'],
    ['a Markdown link', '[x](a.md "[[a]]")'],
    ['empty brackets', 'x [[ ]] [[#b]] [[|c]]'],
  ] as const) {
    it(`sees none in ${where}`, () => {
      assert.deepEqual(marks(text), []);
    });
  }
});

describe('the grammar of front matter', () => {
  const keys = (...all: string[]): string[] =>
    marks(...all)
      .filter(([, scope]) => scope === 'meta.object-literal.key')
      .map(([text]) => text);

  it('marks the page type and the fields that pages have, at any depth', () => {
    const page = [
      '---',
      'type: competitor # known',
      'threat: high',
      'predictions:',
      '  - move: "a: b"',
      '    probability: 0.5',
      'lines: [{ item: x, planned: 1 }]',
      '---',
    ];
    assert.deepEqual(keys(...page), [
      'type',
      'threat',
      'predictions',
      'move',
      'probability',
      'lines',
      'item',
      'planned',
    ]);
    assert.deepInclude(marks(...page), ['competitor', 'entity.name.type.page']);
  });

  it('leaves the user’s own fields as YAML has them', () => {
    const text = lines('---', 'type: competitor', 'colour: red', 'threats: 1', '---');
    assert.deepEqual(keys(text), ['type']);
    assert.equal(scopesAt(text, 'colour').at(-1), 'entity.name.tag.yaml');
  });

  it('does not mistake text for a field', () => {
    assert.deepEqual(keys('---', 'type: voice', 'note: |', '  threat: high', 'by: x', '---'), ['type', 'by']);
  });

  it('works from the type line on, wherever it stands', () => {
    assert.deepEqual(keys('---', 'title: A', 'type: trend', 'impact: 3', '---'), ['type', 'impact']);
  });

  for (const [what, text] of [
    ['front matter without type', '---\ntitle: A\ndate: 2026-11-23\n---'],
    ['a type that is none of a status book', '---\ntype: post\ntitle: A\n---'],
    ['a second pair of fences', '---\ntitle: A\n---\n\n---\ntype: log\ndate: 2026-11-23\n---'],
  ] as const) {
    it(`leaves ${what} as it is`, () => {
      assert.deepEqual(tokensOf(grammar, text), tokensOf(plain, text));
    });
  }

  for (const { id } of pageTypes) {
    it(`knows the page type ${id}`, () => {
      assert.deepInclude(marks('---', `type: ${id}`, '---'), [id, 'entity.name.type.page']);
    });
  }

  it('ends with its fence, and keeps YAML’s own marks on the way', () => {
    const text = lines('---', 'type: log', 'date: 2026-11-23 # day', 'tags: [a, "b"]', '---', '', '# Title');
    const own = (scopes: string[]): string[] =>
      scopes.filter((scope) => !scope.endsWith('.status-book') || scope.startsWith('meta.page'));
    const withoutPage = (scopes: string[]): string[] =>
      scopes.filter((scope) => !scope.startsWith('meta.page'));
    const merged = tokensOf(grammar, text).map((token) => ({
      ...token,
      scopes: withoutPage(own(token.scopes)),
    }));
    assert.deepEqual(merged, tokensOf(plain, text));
  });
});

describe('Markdown that is no status book', () => {
  it('keeps its tokens', () => {
    const text = lines(
      '# Title [link](a.md)',
      '',
      '- item with `code` and 9:00 o’clock',
      '- 2h',
      '  - nested',
      '1. first',
      '',
      '> quote @someone',
      '',
      '| a | b |',
      '|---|---|',
      '| 1 | [x] |',
    );
    assert.deepEqual(tokensOf(grammar, text), tokensOf(plain, text));
  });
});
