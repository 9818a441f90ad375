import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { checkerOf, findingsOf, inBrief, textAt } from '../../unit/support/books';
import { english } from '../../unit/support/english';
import { checkInChild } from './childProcess';

const decision = ['---', 'type: decision', 'size: minor', 'opened: 2026-11-20', '---'];

describe('files of unusual characters', () => {
  it('places findings in UTF-16 columns behind a byte-order mark, CRLF and Chinese text', () => {
    const lines = [
      '---',
      'type: competitor',
      'title: 净水器 😀',
      'threat: 高',
      'reviewed: 2026-11-20',
      '---',
      '## Summary',
      '## Strengths',
      '## Weaknesses',
      '## Pricing',
      '## Our answer',
      '他们 😀 卖 [[无此页|净水]] 便宜。',
    ];
    const text = `\ufeff${lines.join('\r\n')}\r\n`;
    const places = checkerOf({ 'competitors/jing.md': text })
      .findings()
      .map(({ rule, range }) => ({ rule, marks: textAt(text.slice(1), range), range }));
    assert.deepEqual(places, [
      {
        rule: 'field-invalid',
        marks: '高',
        range: { start: { line: 3, character: 8 }, end: { line: 3, character: 9 } },
      },
      {
        rule: 'reference-broken',
        marks: '无此页',
        range: { start: { line: 11, character: 10 }, end: { line: 11, character: 13 } },
      },
    ]);
  });

  it('reads the same page with and without a byte-order mark', () => {
    const text = `${decision.join('\n')}\n# A title\n`;
    assert.deepEqual(parsePage('x.md', `\ufeff${text}`), parsePage('x.md', text));
  });

  it('finds the same at the same lines and columns whatever the line endings', () => {
    const lines = [...decision, '# A title', '', '- [ ] @rnd: x due:2026-11-01', '', 'See [[nowhere]].', ''];
    const found = ['\n', '\r\n', '\r'].map((ending) => checkerOf({ 'x.md': lines.join(ending) }).findings());
    assert.deepEqual(inBrief(found[0] ?? []), [
      'x.md:8 commitment-overdue warning',
      'x.md:10 reference-broken warning',
    ]);
    assert.deepEqual(found[1], found[0]);
    assert.deepEqual(found[2], found[0]);
  });

  it('asks for UTF-8 where front matter was saved as GBK', () => {
    const bytes = Buffer.concat([
      Buffer.from('---\ntype: decision\nsize: minor\nopened: 2026-11-20\ntitle: '),
      Buffer.from([0xbe, 0xbb, 0xcb, 0xae, 0xc6, 0xf7]),
      Buffer.from('\n---\n'),
    ]);
    const [finding, ...others] = checkerOf({ 'x.md': new TextDecoder().decode(bytes) }).findings();
    assert.deepEqual(others, []);
    assert.deepEqual(
      [finding?.rule, english.say(finding?.message ?? ''), finding?.range.start],
      [
        'front-matter-syntax',
        'Characters here could not be read. Save the file in the encoding UTF-8.',
        { line: 4, character: 7 },
      ],
    );
  });

  it('leaves an empty file alone', () => {
    assert.equal(parsePage('x.md', ''), undefined);
    assert.equal(parsePage('x.md', '\ufeff'), undefined);
    assert.deepEqual(checkerOf({ 'x.md': '' }).findings(), []);
  });

  it('leaves a file of nothing but fences alone', () => {
    assert.equal(parsePage('x.md', '---'), undefined);
    assert.equal(parsePage('x.md', '---\n'), undefined);
    assert.equal(parsePage('x.md', '---\n---\n'), undefined);
  });

  it('keeps a NUL as any other character', () => {
    const found = parsePage('x.md', '---\ntype: decision\ntitle: a\0b\n---\nx\0y [[a\0b]]\n');
    assert.deepEqual([found?.title, found?.syntaxFaults], ['a\0b', []]);
    const { range } =
      findingsOf('reference-broken', { 'x.md': `${decision.join('\n')}\n\0 [[nowhere]]\n` })[0] ?? {};
    assert.deepEqual(range?.start, { line: 5, character: 4 });
  });

  it('keeps half of a surrogate pair as one column', () => {
    const text = `${decision.join('\n')}\ntitle \ud800 [[nowhere]] \udc00\n`;
    const [finding] = findingsOf('reference-broken', { 'x.md': text });
    assert.deepEqual(finding?.range.start, { line: 5, character: 10 });
    assert.equal(parsePage('x.md', '---\ntype: decision\ntitle: a\ud800b\n---\n')?.title, 'a\ud800b');
  });

  it('takes U+2028 for no line ending', () => {
    const [finding] = findingsOf('reference-broken', {
      'x.md': `${decision.join('\n')}\na\u2028b [[nowhere]]\n`,
    });
    assert.deepEqual(finding?.range.start, { line: 5, character: 6 });
  });

  const sixtyMegabytes = 60 * 1024 * 1024;
  for (const [name, line] of [
    ['lines', 'A line of notes that says nothing much but goes on.\n'],
    ['one line', 'word '],
  ] as const) {
    it(`reads a file of 60 MB in ${name}`, () => {
      const text = `${decision.join('\n')}\n[[nowhere]]\n`;
      const { findings } = checkInChild({ 'x.md': { text, line, count: sixtyMegabytes / line.length } });
      assert.deepEqual(findings, [
        {
          path: 'x.md',
          line: 6,
          rule: 'reference-broken',
          message: 'No page of this book has the id “nowhere”. Correct the id or create the page.',
        },
      ]);
    });
  }

  it('reports front matter that is never closed in a file of 60 MB', () => {
    const text = '---\ntype: decision\n';
    const { findings } = checkInChild({ 'x.md': { text, line: 'key: value\n', count: sixtyMegabytes / 11 } });
    assert.deepEqual(
      findings.map(({ line, rule }) => [line, rule]),
      [[1, 'front-matter-syntax']],
    );
  });
});
