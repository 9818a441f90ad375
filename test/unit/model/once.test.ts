import assert from 'node:assert/strict';
import { once } from '../../../src/core/model/once';

describe('what is made lazily', () => {
  it('is made at its first use, once', () => {
    let made = 0;
    const thing = once(() => ++made);
    assert.equal(made, 0);
    assert.deepEqual([thing(), thing()], [1, 1]);
  });

  it('is made again where that failed', () => {
    let tries = 0;
    const thing = once(() => {
      if (++tries === 1) throw new Error('not now');
      return 'here';
    });
    assert.throws(thing, /not now/);
    assert.equal(thing(), 'here');
  });

  it('may be undefined and is made once all the same', () => {
    let made = 0;
    const thing = once(() => {
      made++;
    });
    thing();
    thing();
    assert.equal(made, 1);
  });
});
