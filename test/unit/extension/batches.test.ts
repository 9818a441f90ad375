import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Finding, Severity } from '../../../src/core/model/finding';
import { maxMarkersOfFile, shownFindings, takeBatch } from '../../../src/extension/batches';

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

describe('Findings of a page that has very many', () => {
  const finding = (severity: Severity, line: number): Finding => {
    const place = { line, character: 0 };
    return {
      rule: 'made-up',
      path: 'a.md',
      severity,
      message: 'Made up.',
      range: { start: place, end: place },
    };
  };
  const many = (count: number, severity: Severity): Finding[] =>
    Array.from({ length: count }, (_, line) => finding(severity, line));

  it('are all shown up to the number that VS Code shows', () => {
    const findings = many(maxMarkersOfFile, 'hint');
    assert.equal(shownFindings(findings), findings);
  });

  it('are shown in part beyond, with room for the word that there are more', () => {
    const findings = many(maxMarkersOfFile + 1, 'warning');
    assert.deepEqual(shownFindings(findings), findings.slice(0, maxMarkersOfFile - 1));
  });

  it('are shown by severity, then by place', () => {
    const [hints, errors] = [many(2000, 'hint'), many(3, 'error')];
    const warning = finding('warning', 7);
    const shown = shownFindings([...hints, ...errors, warning]);
    assert.deepEqual(shown.slice(0, 5), [...errors, warning, hints[0]]);
    assert.equal(shown.length, maxMarkersOfFile - 1);
  });
});
