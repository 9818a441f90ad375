import assert from 'node:assert/strict';
import fc from 'fast-check';
import { takeBatch } from '../../../src/extension/batches';

const limits = { files: 5, markers: 12 };

function allBatches(counts: readonly (number | undefined)[]): [string, number][][] {
  const waiting = new Set(counts.map((_, index) => String(index)));
  const markersOf = (key: string) => {
    const count = counts[Number(key)];
    return count === undefined ? undefined : Array.from({ length: count }, () => key);
  };
  const batches: [string, number][][] = [];
  while (waiting.size > 0) {
    batches.push(takeBatch(waiting, markersOf, limits).map(([key, markers]) => [key, markers.length]));
  }
  return batches;
}

const counts = fc.array(fc.option(fc.nat(30), { nil: undefined }), { maxLength: 60 });

describe('Batches of markers', () => {
  it('hold every waiting file exactly once, those with nothing to send left out', () => {
    fc.assert(
      fc.property(counts, (all) => {
        const sent = allBatches(all).flat();
        const expected = all.flatMap((count, index) => (count === undefined ? [] : [[String(index), count]]));
        assert.deepEqual(sent, expected);
      }),
    );
  });

  it('stay within the limits, but for a file that alone is beyond', () => {
    fc.assert(
      fc.property(counts, (all) => {
        for (const batch of allBatches(all)) {
          const markers = batch.reduce((sum, [, count]) => sum + count, 0);
          assert.ok(batch.length <= limits.files);
          assert.ok(markers <= limits.markers || batch.length === 1);
        }
      }),
    );
  });
});
