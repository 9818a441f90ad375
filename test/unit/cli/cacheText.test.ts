import assert from 'node:assert/strict';
import fc from 'fast-check';
import { cacheText, linesOfCache } from '../../../src/cli/cache/cacheText';
import { contentHash } from '../../../src/core/index/contentHash';
import { withChange } from './damagedText';

const textWithChange = fc
  .tuple(fc.string({ unit: 'binary', minLength: 1 }), fc.nat(), fc.integer({ min: 1, max: 0xffff }))
  .map(([text, place, difference]) => ({ text, changed: withChange(text, place, difference) }));

describe('a hash of a content', () => {
  it('is the same for the same text, by letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const copy = JSON.parse(JSON.stringify(text));
        assert.equal(contentHash(copy), contentHash(text));
        assert.match(contentHash(text), /^[0-9a-z]+\.[0-9a-z]+$/);
      }),
    );
  });

  it('is another for a text that differs in one character, wherever that stands', () => {
    fc.assert(
      fc.property(textWithChange, ({ text, changed }) =>
        assert.notEqual(contentHash(changed), contentHash(text)),
      ),
      { numRuns: 2000 },
    );
  });

  it('is another for a text to which something was added or from which something was cut', () => {
    fc.assert(
      fc.property(fc.string(), fc.string({ minLength: 1 }), (text, more) => {
        assert.notEqual(contentHash(text + more), contentHash(text));
        assert.notEqual(contentHash(more + text), contentHash(text));
      }),
    );
  });

  it('is another for each of many texts that are nearly the same', () => {
    const texts = Array.from({ length: 20_000 }, (_, number) => `reviewed: 2026-11-${number}`);
    assert.equal(new Set(texts.map(contentHash)).size, texts.length);
  });
});

describe('the text of a cache file', () => {
  const lines = fc.array(
    fc.string({ unit: 'binary', minLength: 1 }).map((line) => line.replace(/[\r\n]/g, ' ')),
  );

  it('gives back the lines that it was given', () => {
    fc.assert(
      fc.property(lines, (all) => assert.deepEqual(linesOfCache('kind', cacheText('kind', all)), all)),
    );
  });

  it('is nothing where one character of it is another', () => {
    fc.assert(
      fc.property(lines, fc.nat(), fc.integer({ min: 1, max: 0xffff }), (all, place, difference) => {
        const damaged = withChange(cacheText('kind', all), place, difference);
        assert.equal(linesOfCache('kind', damaged), undefined, JSON.stringify(damaged));
      }),
      { numRuns: 2000 },
    );
  });

  it('is nothing where it is cut off, wherever that is', () => {
    fc.assert(
      fc.property(lines, (all) => {
        const whole = cacheText('kind', all);
        for (let end = 0; end < whole.length; end++)
          assert.equal(
            linesOfCache('kind', whole.slice(0, end)),
            undefined,
            JSON.stringify(whole.slice(0, end)),
          );
      }),
    );
  });

  it('is nothing where a line is missing, twice there, or follows the end', () => {
    const all = cacheText('kind', ['one', 'two', 'three']).split('\n');
    for (let at = 0; at < all.length - 1; at++) {
      const before = all.slice(0, at);
      assert.equal(linesOfCache('kind', [...before, ...all.slice(at + 1)].join('\n')), undefined);
      assert.equal(linesOfCache('kind', [...before, all[at], ...all.slice(at)].join('\n')), undefined);
    }
    assert.equal(linesOfCache('kind', `${all.join('\n')}more\n`), undefined);
  });

  it('is nothing for another kind', () => {
    assert.equal(linesOfCache('kind 2', cacheText('kind', ['one'])), undefined);
    assert.equal(linesOfCache('kind', cacheText('kind 2', ['one'])), undefined);
  });
});
