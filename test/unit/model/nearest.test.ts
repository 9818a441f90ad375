import assert from 'node:assert/strict';
import { misspelledName, nearestNames } from '../../../src/core/model/nearest';
import { fieldsOf, pageTypes } from '../../../src/core/schema/schema';

describe('the nearest names', () => {
  const activities = ['liaison', 'promotion', 'product-line', 'product-vision', 'new-product'];

  it('come first that differ least', () => {
    assert.deepEqual(nearestNames('liason', activities), ['liaison']);
    assert.deepEqual(nearestNames('product-lin', activities).slice(0, 1), ['product-line']);
  });

  it('disregard capitals', () => {
    assert.deepEqual(nearestNames('Promotion', activities), ['promotion']);
  });

  it('contain what is meant, or are contained in it', () => {
    assert.deepEqual(nearestNames('vision', activities), ['product-vision']);
    assert.deepEqual(nearestNames('promotion-2027', activities), ['promotion']);
  });

  it('are none for a word of its own', () => {
    assert.deepEqual(nearestNames('holiday', activities), []);
    assert.deepEqual(nearestNames('', activities), []);
    assert.deepEqual(nearestNames('x'.repeat(5000), activities), []);
  });

  it('are at most as many as asked for, in alphabetical order where they are as near', () => {
    assert.deepEqual(nearestNames('ab1', ['ab4', 'ab3', 'ab2', 'ab5']), ['ab2', 'ab3', 'ab4']);
    assert.deepEqual(nearestNames('ab1', ['ab4', 'ab3'], 1), ['ab3']);
  });
});

describe('a field name', () => {
  const misspelled = (name: string, type: string, ...present: string[]): string | undefined =>
    misspelledName(name, [...fieldsOf(type).keys(), 'type'], new Set([name, 'type', ...present]));

  for (const [name, type, meant] of [
    ['reviewd', 'competitor', 'reviewed'],
    ['reveiwed', 'competitor', 'reviewed'],
    ['Reviewed', 'competitor', 'reviewed'],
    ['last_contact', 'partner', 'lastContact'],
    ['last-contact', 'partner', 'lastContact'],
    ['product', 'voice', 'products'],
    ['competitor', 'strategy', 'competitors'],
    ['prediction', 'competitor', 'predictions'],
    ['recieved', 'voice', 'received'],
    ['recived', 'voice', 'received'],
    ['sentimnet', 'voice', 'sentiment'],
    ['titel', 'voice', 'title'],
    ['thraet', 'competitor', 'threat'],
    ['stauts', 'promotion', 'status'],
    ['objectve', 'promotion', 'objective'],
  ] as const) {
    it(`“${name}” of a ${type} page is “${meant}” misspelled`, () => {
      assert.equal(misspelled(name, type), meant);
    });
  }

  for (const [name, type, ...present] of [
    ['state', 'product', 'stage'],
    ['date', 'voice'],
    ['date', 'decision'],
    ['link', 'product', 'line'],
    ['link', 'product'],
    ['note', 'product'],
    ['notes', 'log'],
    ['name', 'partner'],
    ['phone', 'partner'],
    ['email', 'partner'],
    ['city', 'partner'],
    ['website', 'competitor'],
    ['country', 'competitor'],
    ['status', 'competitor'],
    ['author', 'decision'],
    ['created', 'decision'],
    ['aliases', 'product'],
    ['cssclass', 'product'],
    ['sku', 'product'],
    ['units', 'product'],
    ['margin', 'product'],
    ['launch', 'product'],
    ['prize', 'partner'],
    ['cast', 'promotion'],
    ['ends', 'promotion', 'end'],
    ['starts', 'promotion', 'start'],
    ['priority', 'proposal'],
    ['summary', 'trend'],
    ['impacts', 'trend', 'impact'],
    ['reviewer', 'decision', 'reviewed'],
  ] as const) {
    it(`“${name}” of a ${type} page${present.length > 0 ? ` beside “${present[0]}”` : ''} is the user’s own`, () => {
      assert.equal(misspelled(name, type, ...present), undefined);
    });
  }

  it('that is known is never taken for another', () => {
    for (const { id } of pageTypes) {
      const known = [...fieldsOf(id).keys()];
      for (const name of known)
        assert.equal(misspelledName(name, known, new Set(known)), undefined, `${id}.${name}`);
    }
  });

  it('of thousands of letters is the user’s own', () => {
    assert.equal(misspelled('reviewed'.repeat(1000), 'competitor'), undefined);
  });
});
