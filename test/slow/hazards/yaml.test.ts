import assert from 'node:assert/strict';
import { figuresOf } from '../../../src/core/analysis/figures';
import type { Page } from '../../../src/core/model/page';
import { parsePage } from '../../../src/core/parse/parsePage';

import { bookOf, findingsOf, inBrief, page, quiet, textAt, today } from '../../unit/support/books';
import { english } from '../../unit/support/english';

import { checkInChild } from './childProcess';

const decision = quiet;

/** A decision page with more in its front matter. */
function decisionWith(yaml: string): string {
  return page(`${decision}\n${yaml}`);
}

function parsed(text: string): Page {
  const result = parsePage('decisions/x.md', text);
  assert.ok(result, 'the text is a page');
  return result;
}

/** The one fault of a page as its message and the characters that it marks. */
function faultOf(text: string): { message: string; marks: string } {
  const { syntaxFaults } = parsed(text);
  assert.equal(syntaxFaults.length, 1);
  const [fault] = syntaxFaults;
  return { message: english.say(fault?.message ?? ''), marks: fault ? textAt(text, fault.range) : '' };
}

describe('front matter that kills YAML parsers', () => {
  it('refuses a nine-level alias bomb', () => {
    const letters = [...'abcdefghi'];
    const bomb = letters.map((letter, level) => {
      const item = level === 0 ? 'lol' : `*${letters[level - 1]}`;
      return `${letter}: &${letter} [${Array(9).fill(item).join(', ')}]`;
    });
    assert.deepEqual(checkInChild({ 'x.md': decisionWith(bomb.join('\n')) }).findings, [
      {
        path: 'x.md',
        line: 2,
        rule: 'front-matter-syntax',
        message: 'The front matter’s aliases repeat too much.',
      },
    ]);
  });

  const deep: Record<string, (depth: number) => string> = {
    'flow lists': (depth) => `x: ${'['.repeat(depth)}${']'.repeat(depth)}`,
    'flow lists that are never closed': (depth) => `x: ${'['.repeat(depth)}`,
    'flow maps': (depth) => `x: ${'{a: '.repeat(depth)}1${'}'.repeat(depth)}`,
    'block lists on one line': (depth) => `x:\n  ${'- '.repeat(depth)}y`,
    'keys on one line': (depth) => `x: ${'a: '.repeat(depth)}y`,
    'explicit keys on one line': (depth) => `x:\n  ${'? '.repeat(depth)}y`,
    'indented maps': (depth) =>
      `x:\n${Array.from({ length: Math.min(depth, 340) }, (_, level) => `${' '.repeat(level + 1)}a:`).join('\n')}`,
    'lists behind a quotation mark in a plain word': (depth) => `x: [a", ${'['.repeat(depth)}`,
    'lists behind an apostrophe in a plain word': (depth) => `x: [-', ${'['.repeat(depth)}`,
    'lists behind a quotation mark in a comment': (depth) => `x: [ # "\n  ${'['.repeat(depth)}`,
    'lists behind an anchor': (depth) => `x: &a ${'['.repeat(depth)}`,
    'lists behind a tag': (depth) => `x: !!seq ${'['.repeat(depth)}`,
    'anchored block lists': (depth) => `x:\n  ${'- &a '.repeat(depth)}y`,
  };
  for (const [name, yaml] of Object.entries(deep)) {
    it(`refuses ${name}, 100, 1,000 and 5,000 deep, six times in one process`, () => {
      const files = {
        'a.md': decisionWith(yaml(100)),
        'b.md': decisionWith(yaml(1000)),
        'c.md': decisionWith(yaml(5000)),
      };
      const { findings } = checkInChild(files, 6);
      const message = 'The front matter is nested deeper than 64 levels.';
      assert.deepEqual(
        findings,
        ['a.md', 'b.md', 'c.md'].map((path) => ({ path, line: 2, rule: 'front-matter-syntax', message })),
      );
    });
  }

  it('reads what is nested as deep as any page may be', () => {
    const { fields, syntaxFaults } = parsed(decisionWith(`x: ${'['.repeat(60)}${']'.repeat(60)}`));
    assert.deepEqual([fields.map(({ name }) => name), syntaxFaults], [['type', 'size', 'opened', 'x'], []]);
  });

  it('does not take many short lists and maps for a deep nesting', () => {
    const lines = Array.from({ length: 200 }, (_, index) => `  - {item: "line ${index} [x", tags: [a, b]}`);
    assert.deepEqual(parsed(decisionWith(`x:\n${lines.join('\n')}`)).syntaxFaults, []);
  });

  it('refuses 20,000 keys, since they are longer than front matter may be', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `key${index}: 1`);
    assert.deepEqual(checkInChild({ 'x.md': decisionWith(keys.join('\n')) }).findings, [
      {
        path: 'x.md',
        line: 1,
        rule: 'front-matter-syntax',
        message: 'The front matter is longer than 64 KB; move text into the page’s body.',
      },
    ]);
  });

  it('reads as many keys as fit into front matter', () => {
    const keys = Array.from({ length: 6_000 }, (_, index) => `key${index}: 1`);
    assert.deepEqual(checkInChild({ 'x.md': decisionWith(keys.join('\n')) }).findings, []);
  });

  it('reads 60,000 blank lines in front matter', () => {
    assert.deepEqual(
      checkInChild({ 'x.md': decisionWith(`${'\n'.repeat(60_000)}due: 2026-12-01`) }).findings,
      [],
    );
  });

  it('refuses as many aliases as fit into front matter', () => {
    const { findings } = checkInChild({ 'x.md': decisionWith(`a: &a 1\nb: [${'*a ,'.repeat(15_000)}]`) });
    assert.deepEqual(
      findings.map(({ message }) => english.say(message)),
      ['The front matter’s aliases repeat too much.'],
    );
  });
});

describe('front matter that means something else to YAML', () => {
  it('reports a name that stands twice, at its second place', () => {
    assert.deepEqual(faultOf(decisionWith('size: major')), {
      message: '“size” stands twice in the front matter; keep one of them.',
      marks: 'size',
    });
    assert.equal(parsed(decisionWith('size: major')).syntaxFaults[0]?.range.start.line, 4);
  });

  it('reports a name that stands twice within a field', () => {
    assert.equal(faultOf(decisionWith('value: {short: 1, short: 2}')).marks, 'short');
  });

  it('takes “__proto__”, “constructor” and merge keys for names as any other', () => {
    const text = decisionWith(
      '__proto__: {polluted: yes}\nconstructor: {prototype: {polluted: yes}}\n<<: {size: major}',
    );
    const { fields, syntaxFaults } = parsed(text);
    assert.deepEqual(syntaxFaults, []);
    assert.deepEqual(
      fields.map(({ name }) => name),
      ['type', 'size', 'opened', '__proto__', 'constructor', '<<'],
    );
    assert.equal(({} as Record<string, unknown>).polluted, undefined);
    assert.deepEqual(findingsOf('field-misspelled', { 'x.md': text }), []);
  });

  it('does not merge what a merge key names', () => {
    const text = page('base: &base {size: minor, opened: 2026-11-20}\ntype: decision\n<<: *base');
    assert.deepEqual(inBrief(findingsOf('field-missing', { 'x.md': text })), [
      'x.md:3 field-missing error',
      'x.md:3 field-missing error',
    ]);
  });

  it('takes inherited names of objects for unknown values', () => {
    const files = {
      'book.md': page(
        'type: book\nrules: {constructor: off, __proto__: off}\ncadence: {competitor: {constructor: 1}}',
      ),
      'x.md': page('type: competitor\nthreat: constructor\nreviewed: 2020-01-01'),
      'y.md': page('type: __proto__'),
      'z.md': page('type: constructor\nid: toString', '[[hasOwnProperty]]\n'),
    };
    assert.deepEqual(findingsOf('competitor-stale', files), []);
    assert.deepEqual(inBrief(findingsOf('field-invalid', files)), ['x.md:3 field-invalid error']);
    assert.deepEqual(inBrief(findingsOf('type-unknown', files)), [
      'book.md:2 type-unknown information',
      'book.md:2 type-unknown information',
    ]);
  });

  it('finds nothing under inherited names of objects in any analysis', () => {
    const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty'];
    const pages = names.flatMap((name) => [
      [`competitors/${name}.md`, page(`type: competitor\nthreat: ${name}\nreviewed: 2026-01-01`)],
      [`partners/${name}.md`, page(`type: partner\nkind: dealer\ntier: ${name}\nlastContact: 2026-01-01`)],
      [`decisions/${name}.md`, page(`type: decision\nsize: ${name}\nopened: 2026-01-01`)],
      [`other/${name}.md`, page(`type: ${name}\nreviewed: 2026-01-01`)],
    ]);
    const files = Object.fromEntries(pages) as Record<string, string>;
    const book = bookOf(files);
    assert.deepEqual(figuresOf(book, today).freshness, []);
    assert.deepEqual(
      book.foreignTypes().map(({ type }) => type),
      [...names].sort(),
    );
    const clocks = ['competitor-stale', 'partner-silent', 'decision-overdue'];
    assert.deepEqual(
      clocks.flatMap((rule) => findingsOf(rule, files)),
      [],
    );
  });

  it('lets aliases stand for what they name', () => {
    const { fields } = parsed(decisionWith('a: &a high\nb: [*a, *a]'));
    const list = fields.find(({ name }) => name === 'b')?.value;
    assert.ok(list?.kind === 'list');
    assert.deepEqual(
      list.items.map((item) => (item.kind === 'scalar' ? item.text : '')),
      ['high', 'high'],
    );
  });

  it('lets an alias stand for the latest anchor of its name before it', () => {
    const { fields } = parsed(decisionWith('a: &a one\nb: *a\nc: &a two\nd: *a'));
    const texts = fields.map(({ name, value }) => (value.kind === 'scalar' ? `${name} ${value.text}` : name));
    assert.deepEqual(texts.slice(3), ['a one', 'b one', 'c two', 'd two']);
  });

  it('reports an alias that contains itself', () => {
    assert.deepEqual(faultOf(decisionWith('x: &x [*x]')), {
      message: 'The alias *x contains itself.',
      marks: '*x',
    });
  });

  it('reports an alias that names nothing', () => {
    assert.deepEqual(faultOf(decisionWith('x: *y')), { message: 'The alias *y names nothing.', marks: '*y' });
  });

  it('reports “title: Fix: x” and says what to write', () => {
    const { message } = faultOf(decisionWith('title: Fix: x'));
    assert.equal(
      message,
      'The front matter has a colon where none can stand. Put the whole value in quotes: title: "Fix: x".',
    );
    assert.equal(parsed(decisionWith('title: Fix: x')).syntaxFaults[0]?.range.start.line, 4);
  });

  it('reports an indentation by tab', () => {
    const { message } = faultOf(decisionWith('value:\n\tshort: 1'));
    assert.equal(
      message,
      'The front matter is indented with a tab; YAML wants spaces. Replace the tab by two spaces.',
    );
  });

  it('reports a value that starts with @', () => {
    const { message, marks } = faultOf(decisionWith('owner: @mia'));
    assert.match(message, /starts with a character that YAML keeps for itself/);
    assert.equal(marks, '@');
  });

  it('reports marks of a merge that are left over', () => {
    const text = decisionWith('title: ours\n=======\ntitle: theirs\n>>>>>>> theirs');
    assert.match(faultOf(text).message, /^An unresolved merge conflict stands in the front matter\./);
    assert.equal(faultOf(text).marks, '=======');
  });

  it('reports “...” where more follows', () => {
    assert.deepEqual(faultOf(decisionWith('title: a\n...\nowner: b')), {
      message:
        '“...” at the start of a line ends the front matter for YAML: nothing behind it would be read. Delete it, or close the front matter with a line of “---” alone.',
      marks: '...',
    });
  });

  for (const mark of ['---', '...', '<<<<<<<']) {
    it(`takes “${mark}” behind a line or paragraph separator for text: that ends no line`, () => {
      for (const separator of ['\u2028', '\u2029']) {
        const page = parsed(decisionWith(`owner: "a${separator}${mark}${separator}b"`));
        assert.deepEqual(page.syntaxFaults, []);
      }
    });
  }

  it('accepts “...” as the last line of front matter', () => {
    assert.deepEqual(parsed(decisionWith('...')).syntaxFaults, []);
  });

  it('reports a line without a colon', () => {
    assert.match(faultOf(decisionWith('just a remark\ntitle: a')).message, /colon/);
  });

  it('reports front matter that is a list', () => {
    assert.deepEqual(parsePage('x.md', '---\n- type: decision\n---\n'), undefined);
    assert.match(faultOf('---\n- a\ntype: decision\n---\n').message, /^Something stands behind the value/);
  });

  it('reports names that are no words', () => {
    const message = 'A name in the front matter is not a plain word.';
    assert.equal(faultOf(decisionWith('? [a, b]\n: c')).message, message);
    assert.equal(faultOf(decisionWith('a: &a b\n*a : c')).message, message);
  });

  for (const [written, text] of [
    ['!mine x', 'x'],
    ['!!binary aGVsbG8=', 'aGVsbG8='],
    ['!!js/function "process.exit(3)"', 'process.exit(3)'],
    ['!<tag:example.org,2026:x> y', 'y'],
    ['!!timestamp 2026-11-23', '2026-11-23'],
  ] as const) {
    it(`takes ${written} for its plain text`, () => {
      const { title, syntaxFaults } = parsed(decisionWith(`title: ${written}`));
      assert.deepEqual([title, syntaxFaults], [text, []]);
    });
  }

  for (const [written, value, text] of [
    ['no', 'no', 'no'],
    ['yes', 'yes', 'yes'],
    ['2026-11-23', '2026-11-23', '2026-11-23'],
    ['012', 12, '012'],
    ['10:00', '10:00', '10:00'],
    ['1_000', '1_000', '1_000'],
    ['1.50', 1.5, '1.50'],
    ['"7"', '7', '7'],
    ['true', true, 'true'],
    ['~', null, ''],
    ['', null, ''],
  ] as const) {
    it(`reads ${written === '' ? 'nothing' : written} as ${JSON.stringify(value)}`, () => {
      const node = parsed(decisionWith(`x: ${written}`)).fields.find(({ name }) => name === 'x')?.value;
      assert.ok(node?.kind === 'scalar');
      assert.deepEqual([node.value, node.text], [value, text]);
    });
  }
});
