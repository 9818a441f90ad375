import assert from 'node:assert/strict';
import { escapedText, isVisible } from '../../../src/core/model/escapedText';

describe('a text that can be seen', () => {
  it('stays as it is in every script, with emoji and their parts', () => {
    for (const text of ['Ines Claes', '漏水', 'می‌خواهم', 'क्‍ष', '👩‍👩‍👧 ❤️ 🏳️‍🌈', 'a\u00a0b', '½ é ß'])
      assert.equal(escapedText(text), text);
  });

  it('writes out controls, marks of direction, separators and what has no width', () => {
    const codes = [
      0x00, 0x07, 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x61c, 0x200b, 0x200c, 0x200d, 0x200e, 0x200f, 0x2028, 0x2029,
    ];
    for (const code of [...codes, 0x202a, 0x202e, 0x2060, 0x2066, 0x2069, 0xfeff, 0xd800]) {
      const hex = code.toString(16).padStart(4, '0');
      assert.equal(escapedText(`a${String.fromCharCode(code)}b`), `a\\u${hex}b`);
      assert.ok(!isVisible(String.fromCharCode(code)));
    }
  });

  it('writes out letters of tags, which have two units', () => {
    assert.equal(escapedText('a\u{e0041}'), 'a\\udb40\\udc41');
  });

  it('writes line ends and tabs as they are typed in programs, and keeps those that are wanted', () => {
    assert.equal(escapedText('a\nb\r\tc'), 'a\\nb\\r\\tc');
    assert.equal(escapedText('a\nb\u001b', '\n'), 'a\nb\\u001b');
  });
});
