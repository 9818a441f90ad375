import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  applyEdits,
  contains,
  LineMap,
  lineEndingOf,
  lineRange,
  range,
  type TextEdit,
} from '../../../src/core/model/text';

const text = 'ab\r\n净😀c\r\rd\n';

describe('a line map', () => {
  it('ends lines with LF, CRLF and CR', () => {
    const map = new LineMap(text);
    assert.equal(map.lineCount, 5);
    assert.deepEqual(
      [0, 1, 2, 3, 4].map((line) => map.lineText(line)),
      ['ab', '净😀c', '', 'd', ''],
    );
    assert.equal(map.lineText(5), '');
  });

  it('counts columns in UTF-16 units', () => {
    const map = new LineMap(text);
    assert.deepEqual(map.positionAt(text.indexOf('c')), { line: 1, character: 3 });
    assert.equal(map.offsetAt({ line: 1, character: 3 }), text.indexOf('c'));
  });

  it('puts the inside of a line ending at the end of its line', () => {
    const map = new LineMap(text);
    assert.deepEqual(map.positionAt(2), { line: 0, character: 2 });
    assert.deepEqual(map.positionAt(3), { line: 0, character: 2 });
    assert.deepEqual(map.positionAt(4), { line: 1, character: 0 });
  });

  it('keeps places beyond a line or the text within them', () => {
    const map = new LineMap(text);
    assert.equal(map.offsetAt({ line: 0, character: 99 }), 2);
    assert.equal(map.offsetAt({ line: 99, character: 0 }), text.length);
    assert.deepEqual(map.positionAt(999), { line: 4, character: 0 });
  });

  it('has one empty line for an empty text', () => {
    const map = new LineMap('');
    assert.deepEqual([map.lineCount, map.lineText(0), map.positionAt(0)], [1, '', { line: 0, character: 0 }]);
  });

  it('leads from every character to its place and back', () => {
    const characters = fc.string({
      unit: fc.constantFrom('a', '\n', '\r', '\r\n', '😀', '\u2028'),
      maxLength: 30,
    });
    fc.assert(
      fc.property(characters, (any) => {
        const map = new LineMap(any);
        for (let offset = 0; offset <= any.length; offset++) {
          const insideEnding = any[offset - 1] === '\r' && any[offset] === '\n';
          if (!insideEnding) assert.equal(map.offsetAt(map.positionAt(offset)), offset);
        }
      }),
    );
  });
});

describe('edits of a text', () => {
  const edit = (
    ...[startLine, start, endLine, end, newText]: [number, number, number, number, string]
  ): TextEdit => ({
    range: range(startLine, start, endLine, end),
    newText,
  });

  it('are applied in the order of their places, whatever the order they come in', () => {
    const edits = [edit(1, 0, 1, 1, 'B'), edit(0, 0, 0, 1, 'A'), edit(1, 3, 2, 0, '-')];
    assert.equal(applyEdits('abc\nbcd\nef', edits), 'Abc\nBcd-ef');
  });

  it('refer to the text before any of them', () => {
    assert.equal(applyEdits('abc', [edit(0, 0, 0, 0, 'xyz'), edit(0, 1, 0, 2, '')]), 'xyzac');
  });

  it('insert at the same place in the order given, before what is replaced there', () => {
    const edits = [edit(0, 1, 0, 2, 'B'), edit(0, 1, 0, 1, '1'), edit(0, 1, 0, 1, '2')];
    assert.equal(applyEdits('abc', edits), 'a12Bc');
  });

  it('may touch, but not overlap', () => {
    assert.equal(applyEdits('abcd', [edit(0, 0, 0, 2, 'x'), edit(0, 2, 0, 4, 'y')]), 'xy');
    assert.throws(
      () => applyEdits('abcd', [edit(0, 0, 0, 3, 'x'), edit(0, 2, 0, 4, 'y')]),
      /Overlapping edits/,
    );
  });

  it('leave all else as it is, line endings too', () => {
    assert.equal(applyEdits('a\r\nb\rc\n', [edit(1, 0, 1, 1, 'B')]), 'a\r\nB\rc\n');
  });

  it('follow the line ending of the text', () => {
    assert.deepEqual(['a\r\nb', 'a\nb', 'a'].map(lineEndingOf), ['\r\n', '\n', '\n']);
  });
});

describe('a range', () => {
  it('contains its ends', () => {
    const word = lineRange(2, 4, 8);
    assert.deepEqual(
      [3, 4, 6, 8, 9].map((character) => contains(word, { line: 2, character })),
      [false, true, true, true, false],
    );
    assert.equal(contains(word, { line: 1, character: 6 }), false);
  });
});
