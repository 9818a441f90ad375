import assert from 'node:assert/strict';
import {
  closeCommitmentEdits,
  commitmentWithKey,
  reopenCommitmentEdits,
} from '../../../src/core/edit/commitmentEdits';
import { applyEdits } from '../../../src/core/model/text';
import { parsePage } from '../../../src/core/parse/parsePage';
import { page, today } from '../support/books';

function changed(text: string, key: string, close: boolean): string {
  const parsed = parsePage('n.md', text) ?? assert.fail();
  const commitment = commitmentWithKey(parsed, key) ?? assert.fail(`no ${key}`);
  const edits = close
    ? closeCommitmentEdits(parsed, text, commitment, today)
    : reopenCommitmentEdits(parsed, text, commitment);
  return applyEdits(text, edits);
}

const notes = (line: string, end = '\n'): string =>
  page('type: segment\ntitle: N', `# N${end}${end}${line}${end}`);

describe('Checking off a commitment', () => {
  it('ticks its box and notes the day, and nothing else', () => {
    assert.equal(
      changed(notes('- [ ] @rnd -> @me: report due:2026-11-13'), 'rnd>me: report', true),
      notes('- [x] @rnd -> @me: report due:2026-11-13 done:2026-11-23'),
    );
  });

  for (const line of [
    '- [ ] @rnd -> @me: report due:2026-11-13',
    '* [ ] @rnd → @me: report, due:2026-11-13 made:2026-11-01',
    '1. [ ] @rnd: 圖 `done:2026-01-01x` report',
    '  - [ ] @rnd: report',
  ]) {
    for (const [name, end] of [
      ['LF', '\n'],
      ['CRLF', '\r\n'],
    ] as const) {
      it(`is taken back without a trace: ${line} (${name})`, () => {
        const before = notes(line, end);
        const parsed = parsePage('n.md', before) ?? assert.fail();
        const key = `rnd>me: ${parsed.commitments[0]?.text}`;
        const closed = changed(before, key, true);
        assert.notEqual(closed, before);
        assert.equal(changed(closed, key, false), before);
      });
    }
  }

  it('keeps a day that was written before', () => {
    const text = notes('- [ ] @rnd: report done:2026-11-20');
    assert.equal(changed(text, 'rnd>me: report', true), notes('- [x] @rnd: report done:2026-11-20'));
  });

  it('does nothing to what is so already', () => {
    const open = notes('- [ ] @rnd: report');
    assert.equal(changed(open, 'rnd>me: report', false), open);
    const done = notes('- [x] @rnd: report done:2026-11-20');
    assert.equal(changed(done, 'rnd>me: report', true), done);
  });

  it('tells commitments of the same words apart', () => {
    const text = notes('- [ ] @rnd: report due:2026-11-13\n- [ ] @rnd: report due:2026-12-13');
    assert.equal(
      changed(text, 'rnd>me: report (2)', true),
      notes('- [ ] @rnd: report due:2026-11-13\n- [x] @rnd: report due:2026-12-13 done:2026-11-23'),
    );
  });
});
