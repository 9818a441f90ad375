import assert from 'node:assert/strict';
import fc from 'fast-check';
import { barText, readBar } from '../../../src/core/report/bar';

describe('a bar', () => {
  it('shows how far it is filled and where the band lies', () => {
    assert.equal(barText(0.62, [40, 56]), '██████████▓▓▓▓██░░░░░░░░░');
    assert.equal(barText(0.12, [16, 24]), '███░▒▒░░░░░░░░░░░░░░░░░░░');
  });

  it('is empty at 0, full at 1 and beyond', () => {
    assert.equal(barText(0, undefined), '░'.repeat(25));
    assert.equal(barText(1, undefined), '█'.repeat(25));
    assert.equal(barText(3, undefined), '█'.repeat(25));
    assert.equal(barText(-1, undefined), '░'.repeat(25));
  });

  it('shows a narrow band, also at the very end', () => {
    assert.equal(barText(0, [50, 50]).indexOf('▒'), 13);
    assert.equal(barText(0, [100, 104]).indexOf('▒'), 24);
  });

  it('has always the same length and reads back', () => {
    const percents = fc.double({ min: -10, max: 150, noNaN: true });
    fc.assert(
      fc.property(fc.double({ noNaN: true }), percents, percents, (share, a, b) => {
        const text = barText(share, [Math.min(a, b), Math.max(a, b)]);
        assert.equal([...text].length, 25);
        const stretches = readBar(text);
        assert.ok(stretches);
        assert.ok(Math.abs(stretches.reduce((sum, { width }) => sum + width, 0) - 1) < 1e-9);
      }),
    );
  });

  it('is not read where there is none', () => {
    assert.equal(readBar('62 %'), undefined);
    assert.equal(readBar('█'.repeat(24)), undefined);
    assert.equal(readBar(''), undefined);
  });
});
