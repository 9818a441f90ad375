import assert from 'node:assert/strict';
import fc from 'fast-check';
import { NameIndex } from '../../../src/core/model/nameIndex';
import { nearestNames } from '../../../src/core/model/nearest';

describe('an index of names', () => {
  it('finds what a comparison with each of the names finds, in the same order', () => {
    const letters = fc.constantFrom('a', 'b', 'c', 'A', '-', '1', 'é', '\u{1f600}');
    const name = fc.string({ unit: letters, maxLength: 14 });
    fc.assert(
      fc.property(fc.uniqueArray(name, { maxLength: 40 }), name, (names, text) => {
        assert.deepEqual(new NameIndex(names).nearest(text), nearestNames(text, names));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds names that a longer text is made of, and longer names that hold it', () => {
    const names = ['purenorth', 'the-purenorth-group-of-aarhus', 'pure', 'north-pole'];
    for (const text of ['purenorth', 'PureNorth', 'a-purenorth-of-old', 'north', 'ure'])
      assert.deepEqual(new NameIndex(names).nearest(text), nearestNames(text, names), text);
  });

  it('gives the same names for another text that was asked before', () => {
    const index = new NameIndex(['one', 'two']);
    assert.equal(index.nearest('onne'), index.nearest('onne'));
  });
});
