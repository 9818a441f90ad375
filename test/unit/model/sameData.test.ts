import assert from 'node:assert/strict';
import { dequal } from 'dequal';
import fc from 'fast-check';
import { sameData } from '../../../src/core/model/sameData';

const leaf = fc.constantFrom(0, 1, '', 'a', true, null, undefined);
const data = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value'), { maxKeys: 3, noNullPrototype: true }),
  ),
})).value;

describe('sameData', () => {
  it('tells values apart as dequal does', () => {
    fc.assert(
      fc.property(data, data, (one, other) => assert.equal(sameData(one, other), dequal(one, other))),
      { numRuns: 2000 },
    );
  });

  it('knows a copy', () => {
    fc.assert(fc.property(data, (value) => assert.ok(sameData(value, structuredClone(value)))));
  });

  for (const [one, other] of [
    [{ a: undefined }, {}],
    [{}, { a: undefined }],
    [[], {}],
    [[1], { 0: 1 }],
    [[1, 2], [1]],
    [null, {}],
    [{ a: { b: [1] } }, { a: { b: [2] } }],
    [0, '0'],
  ] as const) {
    it(`tells ${JSON.stringify(one)} from ${JSON.stringify(other)}`, () => assert.ok(!sameData(one, other)));
  }
});
