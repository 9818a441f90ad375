import assert from 'node:assert/strict';
import { checkerOf, inBrief, quietPage } from '../support/books';

describe('the page that tests take where any page will do', () => {
  it('has no findings, whatever rules there are', () => {
    assert.deepEqual(inBrief(checkerOf({ 'x.md': quietPage('# A page\n\nProse.\n') }).findings()), []);
  });

  it('has those alone that its further fields and its body bring', () => {
    const found = inBrief(checkerOf({ 'x.md': quietPage('[[nowhere]]\n', 'owmer: Ines') }).findings());
    assert.deepEqual(found, ['x.md:5 field-misspelled information', 'x.md:7 reference-broken warning']);
  });
});
