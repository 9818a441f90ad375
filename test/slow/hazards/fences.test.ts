import assert from 'node:assert/strict';
import { parsePage } from '../../../src/core/parse/parsePage';
import { maximumFrontMatter, splitFrontMatter } from '../../../src/core/parse/splitFrontMatter';
import { page } from '../../unit/support/books';
import { english } from '../../unit/support/english';
import { checkInChild } from './childProcess';

const globals = globalThis as { evaluated?: true };

describe('the fences of front matter', () => {
  for (const language of ['js', 'javascript', ' js', ' javascript', 'coffee', 'json', 'toml', 'cson']) {
    it(`never evaluates ---${language}`, () => {
      const text = `---${language}\n(globalThis.evaluated = true, {type: "product"})\n---\n`;
      assert.equal(parsePage('x.md', text), undefined);
      assert.equal(globals.evaluated, undefined);
    });
  }

  it('never evaluates ---js in a process of its own either', () => {
    const files = {
      'x.md': '---js\nprocess.exit(3)\n---\n',
      'y.md': '---javascript\nprocess.exit(3)\n---\n',
    };
    assert.deepEqual(checkInChild(files, 2), { pages: 1, findings: [] });
  });

  it('does not evaluate ---js behind a proper fence', () => {
    const text = '---\ntype: decision\n---js\nprocess.exit(3)\n---\n';
    assert.equal(parsePage('x.md', text)?.type, 'decision');
    assert.equal(parsePage('x.md', text)?.syntaxFaults.length, 1);
  });

  it('takes ---- for no fence', () => {
    assert.equal(splitFrontMatter('----\ntype: decision\n----\n'), undefined);
    assert.deepEqual(splitFrontMatter('---\na: 1\n----\nb: 2\n---\nbody\n')?.yaml, 'a: 1\n----\nb: 2\n');
  });

  it('takes ---extra for no fence', () => {
    assert.deepEqual(
      splitFrontMatter('---\na: 1\n---extra\nb: 2\n---\nbody\n')?.yaml,
      'a: 1\n---extra\nb: 2\n',
    );
  });

  it('accepts white space behind a fence', () => {
    const text = '--- \t\na: 1\n---  \nbody\n';
    assert.deepEqual(splitFrontMatter(text), { yaml: 'a: 1\n', start: 6, bodyStart: 17, closed: true });
    assert.equal(text.slice(17), 'body\n');
  });

  for (const [name, ending] of [
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`splits lines that end with ${name}`, () => {
      const split = splitFrontMatter(['---', 'a: 1', '---', 'body'].join(ending));
      const start = 3 + ending.length;
      assert.deepEqual(split, {
        yaml: `a: 1${ending}`,
        start,
        bodyStart: start + 4 + ending.length + 3 + ending.length,
        closed: true,
      });
    });
  }

  it('finds a closing fence at the very end of the file', () => {
    assert.deepEqual(splitFrontMatter('---\na: 1\n---'), {
      yaml: 'a: 1\n',
      start: 4,
      bodyStart: 12,
      closed: true,
    });
  });

  it('finds empty front matter', () => {
    assert.deepEqual(splitFrontMatter('---\n---\nbody'), { yaml: '', start: 4, bodyStart: 8, closed: true });
  });

  it('leaves the rule of a body alone', () => {
    assert.equal(splitFrontMatter('---\na: 1\n---\nbody\n\n---\nmore\n')?.yaml, 'a: 1\n');
  });

  it('reports a fence that is never closed, and reads the page up to the first blank line', () => {
    const found = parsePage('x.md', '---\ntype: decision\nsize: minor\n\n# A title\n\n[[other]]\n');
    assert.deepEqual(english.spoken(found?.syntaxFaults), [
      {
        message: 'The front matter is never closed. Put a line of “---” behind its last field.',
        range: { start: { line: 0, character: 0 }, end: { line: 0, character: 3 } },
      },
    ]);
    assert.deepEqual(
      [found?.type, found?.fields, found?.title, found?.bodyLine],
      ['decision', [], 'A title', 3],
    );
    assert.deepEqual(
      found?.body.links.map(({ target }) => target),
      ['other'],
    );
  });

  it('leaves a file alone that begins with a rule and is no page', () => {
    assert.equal(parsePage('x.md', '---\n\nSome prose.\n\ntype: decision\n'), undefined);
  });

  it('leaves broken front matter without a type line alone', () => {
    assert.equal(parsePage('x.md', '---\ntitle: Fix: x\n  type: decision\n---\n'), undefined);
  });

  it('reads the type line of broken front matter with its place', () => {
    const found = parsePage('x.md', '---\ntitle: Fix: x\ntype:  "decision"  # mine\n---\n');
    assert.deepEqual([found?.type, found?.typeLine.start.line], ['decision', 2]);
  });

  it('refuses front matter of more than 64 KB, not of 64 KB', () => {
    const head = 'type: decision\nsize: minor\nopened: 2026-11-20\nx: ';
    const longest = `${head}${'a'.repeat(maximumFrontMatter - head.length - 1)}`;
    assert.deepEqual(parsePage('x.md', page(longest))?.syntaxFaults, []);
    assert.deepEqual(
      parsePage('x.md', page(`${longest}a`))?.syntaxFaults.map(({ message }) => english.say(message)),
      ['The front matter is longer than 64 KB; move text into the page’s body.'],
    );
  });

  it('reads the same file the same way each time, malformed or not', () => {
    for (const text of ['---\ntype: [decision\n---\n', '---\ntype: decision\n---\n']) {
      assert.deepEqual(parsePage('x.md', text), parsePage('x.md', text));
      assert.notEqual(parsePage('x.md', text)?.fields, undefined);
    }
    assert.equal(parsePage('x.md', '---\ntype: decision\na: [\n---\n')?.syntaxFaults.length, 1);
    assert.equal(parsePage('x.md', '---\ntype: decision\na: [\n---\n')?.syntaxFaults.length, 1);
  });
});
