import assert from 'node:assert/strict';
import { fixPages } from '../../bench/fixPages';

describe('every fix of generated pages', () => {
  it('loses nothing, breaks nothing, and takes its finding away or is refused with a reason', function () {
    this.timeout(60_000);
    const { faults, pages, fixes } = fixPages(60, 20261123);
    assert.deepEqual(faults, []);
    assert.ok(pages === 60 && fixes > 100);
  });
});
