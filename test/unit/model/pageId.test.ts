import assert from 'node:assert/strict';
import { idFromTitle } from '../../../src/core/model/pageId';

describe('The id of a title', () => {
  it('is in lower case with words joined by hyphens', () => {
    assert.equal(idFromTitle('  Winter promotion 2026/27: Filters!  '), 'winter-promotion-2026-27-filters');
  });

  it('keeps the letters of every script', () => {
    assert.equal(idFromTitle('Café Zürich'), 'café-zürich');
    assert.equal(idFromTitle('净水器 市场'), '净水器-市场');
  });

  it('is the same for equal texts otherwise composed', () => {
    assert.equal(idFromTitle('Cafe\u0301'), idFromTitle('Café'));
  });

  it('never holds what leads out of a folder', () => {
    assert.equal(idFromTitle('../../etc/passwd'), 'etc-passwd');
    assert.equal(idFromTitle('C:\\Windows'), 'c-windows');
  });

  it('is empty where there is no letter and no digit', () => {
    assert.equal(idFromTitle('–––'), '');
  });

  it('ends with a whole word within 80 characters', () => {
    const id = idFromTitle('word '.repeat(40));
    assert.ok(id.length <= 80);
    assert.match(id, /^word(-word)*$/);
  });
});
