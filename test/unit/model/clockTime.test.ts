import assert from 'node:assert/strict';
import { clockText, elapsedText } from '../../../src/core/model/clockTime';

describe('A time of day', () => {
  it('is written as logs have it', () => {
    assert.deepEqual([0, 65, 23 * 60 + 59, 24 * 60].map(clockText), ['0:00', '1:05', '23:59', '24:00']);
  });

  it('is marked when it belongs to the next day', () => {
    assert.deepEqual([24 * 60 + 1, 24 * 60 + 90].map(clockText), ['0:01>', '1:30>']);
  });

  it('that has passed is told in hours, beyond a day, too', () => {
    assert.deepEqual([0, 42, 90, 25 * 60].map(elapsedText), ['0:00', '0:42', '1:30', '25:00']);
  });
});
