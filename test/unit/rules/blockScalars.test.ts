import assert from 'node:assert/strict';
import { editsFor } from '../../../src/core/edit/applyPlan';
import { replaceBy } from '../../../src/core/model/fix';
import { applyEdits } from '../../../src/core/model/text';
import { bookOf, today } from '../support/books';

describe('replacing a text that stands on lines of its own', () => {
  for (const header of ['|', '|-', '|+', '>', '>+']) {
    it(`keeps the line ends behind it, with ${header}`, () => {
      for (const end of ['\n', '\r', '\r\n']) {
        const lines = ['---', 'type: competitor', `threat: ${header}`, '  hgh', '', 'x: y', '---', ''];
        const text = lines.join(end);
        const book = bookOf({ 'c.md': text });
        const page = book.page('c.md');
        const threat = page?.fields.find(({ name }) => name === 'threat');
        assert.ok(page && threat);
        for (const plan of replaceBy(threat.value.range, ['high'])) {
          const { edits = [] } = editsFor(plan, page, text, book, today);
          const after = applyEdits(text, edits).split(end);
          assert.equal(after[2], 'threat: high');
          assert.deepEqual(after.slice(-3), ['x: y', '---', '']);
        }
      }
    });
  }
});
