import assert from 'node:assert/strict';
import fc from 'fast-check';
import { completionsAt } from '../../../src/core/language/completion/completion';
import { beginsItem, isWorthAsking } from '../../../src/core/language/completion/trigger';
import { fieldNamed } from '../../../src/core/model/frontMatter';
import { contains, LineMap } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { fieldsOf, pageTypes } from '../../../src/core/schema/schema';
import { bookOf, page, today } from '../support/books';
import { offered } from '../support/completion';
import { atCursor } from '../support/cursor';
import { runs } from '../support/runs';

const files = {
  'competitors/purenorth.md': page('type: competitor\ntitle: PureNorth', '## Summary\n'),
  'products/ro300.md': page('type: product\nstage: growth'),
  'plans/answer.md': page('type: response\nstatus: active'),
  'strategy/home.md': page('type: strategy'),
};

describe('Completion of any half-typed text', () => {
  const book = bookOf(files);
  const fragments = [
    '---\n',
    'type: competitor\n',
    'type: book\n',
    'type: log\n',
    'type:',
    'products: [',
    'ro300',
    ', ',
    ']',
    '{',
    '}',
    'predictions:\n',
    '  - ',
    '  ',
    '\n',
    'move: ',
    'by: +2w',
    '"',
    "'",
    '# ',
    '&a ',
    '*a',
    '>\n',
    'cadence: ',
    'rules:\n',
    '## Time\n',
    '- 1h ',
    '- 9:00-',
    '- [ ] @',
    'rnd',
    ' -> ',
    'due:',
    'next fr',
    '[[',
    ']]',
    '#',
    '](',
    ')',
    '```\n',
    '<!-- status-book-ignore ',
    '-->',
    '> ',
    '\r\n',
    '\t',
    '净水器',
    '\ufeff',
    '\0',
    '\ud800',
    ':',
    ': ',
    '-',
    'x',
  ];
  const texts = fc.array(fc.constantFrom(...fragments), { maxLength: 14 }).map((parts) => parts.join(''));

  it('never fails, and replaces a part of one line around the cursor', () => {
    fc.assert(
      fc.property(texts, fc.nat(), fc.boolean(), (text, seed, isFenced) => {
        const whole = isFenced ? `---\ntype: competitor\n${text}` : text;
        const lines = new LineMap(whole);
        const position = lines.positionAt(seed % (whole.length + 1));
        const list = completionsAt({ book, path: 'x.md', text: whole, position, today, minutes: 600 });
        for (const { range = list?.range, additionalEdits = [] } of list?.items ?? []) {
          assert.ok(range);
          assert.equal(range.start.line, range.end.line);
          assert.ok(contains(range, position));
          assert.ok(range.end.character <= lines.lineText(range.end.line).length);
          for (const edit of additionalEdits) {
            const isApart =
              lines.offsetAt(edit.range.end) <= lines.offsetAt(range.start) ||
              lines.offsetAt(edit.range.start) >= lines.offsetAt(range.end);
            assert.ok(isApart);
          }
        }
      }),
      { numRuns: runs(200) },
    );
  });

  it('ends with the line within a quoted value that is closed lines below', () => {
    const text = '---\ntype: competitor\nproducts: [""---\n## Time\n"';
    const position = { line: 2, character: 12 };
    const list = completionsAt({ book, path: 'x.md', text, position, today, minutes: 600 });
    const ends = (list?.items ?? []).map(({ range = list?.range }) => range?.end);
    assert.ok(ends.length > 0);
    for (const end of ends) assert.deepEqual(end, { line: 2, character: 16 });
  });

  it('bears brackets nested a thousand deep', () => {
    const list = offered(`---\ntype: competitor\nproducts: ${'['.repeat(1000)}|\n---\n`, { files });
    assert.ok(list.labels.length >= 0);
  });
});

describe('What completion inserts', () => {
  for (const { id } of pageTypes) {
    it(`is front matter that can be read, for every field of a ${id} page`, () => {
      for (const name of fieldsOf(id).keys()) {
        const taken = offered(`---\ntype: ${id}\n|\n---\n`, { files }).taking(name);
        const parsed = parsePage('x.md', taken);
        assert.ok(parsed?.isReadable, taken);
        assert.ok(fieldNamed(parsed.fields, name), taken);
      }
    });

    it(`is front matter that can be read, for every value offered on a ${id} page`, () => {
      for (const name of fieldsOf(id).keys()) {
        for (const written of [`${name}: |`, `${name}:|`, `${name}: [|]`, `${name}:\n  - |`]) {
          const list = offered(`---\ntype: ${id}\n${written}\n---\n`, { files });
          for (const label of list.labels) {
            const taken = list.taking(label);
            assert.ok(parsePage('x.md', taken)?.isReadable, taken);
          }
        }
      }
    });
  }

  it('is a page that can be read, for a whole page of every type', () => {
    const list = offered('|', { files });
    for (const label of list.labels) {
      const parsed = parsePage('x.md', list.taking(label));
      assert.ok(parsed?.isReadable, label);
      assert.notEqual(parsed.type, '');
    }
  });
});

describe('Completion while typing', () => {
  const ask = (before: string, text: string): boolean => {
    const lines = text.split('\n');
    return isWorthAsking(before.slice(-1), before, lines.indexOf(before), {
      lineCount: lines.length,
      lineText: (line) => lines[line] ?? '',
    });
  };
  const body = (line: string): string => `---\ntype: log\n---\n\nText.\n${line}\nMore.\n`;

  it('comes up by letters between the fences', () => {
    assert.ok(ask('he', '---\ntype: product\nhe\n---\n\nText.\n'));
  });

  it('does not come up by letters, spaces and colons in a text', () => {
    for (const line of ['Some te', 'Some text ', 'Some text:', 'Some (', 'Some [', '# ', 'Some #']) {
      assert.equal(ask(line, body(line)), false, line);
    }
  });

  it('comes up where something of the book begins', () => {
    for (const line of [
      'See [[',
      'See [[pu',
      'See [[x#',
      '[x](',
      'With @',
      '- 1h ',
      '- [ ] @rnd: x due:',
      '- 1h l',
    ]) {
      assert.ok(ask(line, body(line)), line);
    }
  });

  it('is brought up by the first letter of something that is offered', () => {
    const begins = (marked: string, path = 'page.md'): boolean => {
      const { text, position } = atCursor(marked);
      return beginsItem({ book: bookOf(files), path, text, position, today, minutes: 600 });
    };
    assert.ok(begins('---\ntype: product\nh|\n---\n'));
    assert.ok(begins('---\ntype: product\nhealth: o|\n---\n'));
    assert.ok(begins('---\ntype: trend\nproducts: [r|]\n---\n'));
    assert.ok(begins('c|', 'competitors/new.md'));
    assert.ok(begins('---\ntype: decision\n---\n- [ ] @rnd: units d|\n'));
    assert.equal(begins('---\ntype: product\nhe|\n---\n'), false);
    assert.equal(begins('---\ntype: product\nz|\n---\n'), false);
    assert.equal(begins('---\ntype: product\ntitle: h|\n---\n'), false);
    assert.equal(begins('---\ntype: product\n---\nh|\n'), false);
    assert.equal(begins('---\ntype: decision\n---\n- [ ] @rnd: u|\n'), false);
  });
});
