import assert from 'node:assert/strict';
import { decodeExactly, encodeLike } from '../../../src/reading/utf8';

describe('the bytes of a page', () => {
  const mark = '\ufeff';

  for (const text of ['', 'a', '漏水 😀\r\n\0', `${mark}a`, `${mark}${mark}a`, `a${mark}`, '\ufffd']) {
    it(`come back from text as they were: ${JSON.stringify(text)}`, () => {
      const bytes = Buffer.from(text);
      assert.deepEqual(Buffer.from(encodeLike(decodeExactly(bytes) ?? 'lost', bytes)), bytes);
    });
  }

  it('have no text where they are not UTF-8', () => {
    for (const bytes of [
      [0xd6, 0xd0],
      [0x61, 0xff],
      [0xed, 0xa0, 0x80],
      [0xe6, 0xbc],
    ])
      assert.equal(decodeExactly(Uint8Array.from(bytes)), undefined);
  });
});
