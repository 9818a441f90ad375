import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/model/text';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { safeFixes } from '../../../src/core/rules/safeFixes';
import { bookOf, type Files, page, today } from '../support/books';
import { english } from '../support/english';

/** The first file with its safe fixes, and the findings of the book as they stand after the call. */
function fixed(files: Files) {
  const book = bookOf(files);
  const checker = new BookChecker(book, { today });
  const [path, text] = Object.entries(files)[0] as [string, string];
  const found = book.page(path);
  assert.ok(found);
  const before = JSON.stringify(checker.findings());
  const { edits, left } = safeFixes(found, text, checker, { book, settings: book.settings, today });
  return {
    text: applyEdits(text, edits),
    left: english.spoken(left),
    isUntouched: JSON.stringify(checker.findings()) === before,
  };
}

const sections = '\n## Summary\n\n## Strengths\n\n## Weaknesses\n\n## Pricing\n\n## Our answer\n';

describe('the safe fixes of a page', () => {
  it('write a misspelled field and a value in capitals right', () => {
    const { text } = fixed({
      'c.md': page('type: competitor\nthreat: High\nreviewd: 2026-11-20', sections),
    });
    assert.ok(text.startsWith('---\ntype: competitor\nthreat: high\nreviewed: 2026-11-20\n---\n'), text);
  });

  it('leave out what would bring a new error or warning, and do the rest', () => {
    const { text } = fixed({
      'c.md': page('type: competitor\nthreat: High\nreviewd: 2020-01-01', sections),
    });
    assert.ok(text.startsWith('---\ntype: competitor\nthreat: high\nreviewd: 2020-01-01\n---\n'), text);
  });

  it('insert all missing sections at once', () => {
    const { text } = fixed({ 'c.md': page('type: competitor\nthreat: low\nreviewed: 2026-11-20', '# C\n') });
    assert.equal(text.match(/^## /gm)?.length, 5);
  });

  it('claim nothing that only the user can know', () => {
    const files = { 'c.md': page('type: competitor\nthreat: low\nreviewed: 2020-01-01', sections) };
    assert.equal(fixed(files).text, files['c.md']);
  });

  for (const [what, open, reason] of [
    ['a code fence', '```\nunclosed', 'a code fence that begins on line 8 is never closed'],
    ['a comment', '<!-- open', 'a comment (“<!--”) that begins on line 8 is never closed'],
    ['a script', '<script>\nx', '“<script>” that begins on line 8 is never closed'],
    ['preformatted text', '<pre>\nx', '“<pre>” that begins on line 8 is never closed'],
    ['CDATA', '<![CDATA[\nx', 'a CDATA block (“<![CDATA[”) that begins on line 8 is never closed'],
  ] as const) {
    it(`write nothing behind ${what} that is never closed, and say why`, () => {
      const file = page('type: competitor\nthreat: low\nreviewed: 2026-11-20', `# C\n\n${open}\n`);
      const { text, left } = fixed({ 'c.md': file });
      assert.equal(text, file);
      assert.deepEqual(left, [
        {
          title: 'Insert all 5 missing sections',
          reason: `Nothing was changed in c.md: ${reason}; close it and try again.`,
        },
      ]);
    });
  }

  it('say which one would bring a new error or warning', () => {
    const { left } = fixed({
      'c.md': page('type: competitor\nthreat: High\nreviewd: 2020-01-01', sections),
    });
    assert.deepEqual(left, [
      {
        title: 'Rename to “reviewed”',
        reason: 'It would bring a new finding (competitor-stale, error, in c.md).',
      },
    ]);
  });

  it('keep each line and its ending where lines end in all ways', () => {
    const body = '# C\r\r\nA\rB\n\r\nC\rD';
    const file = `---\rtype: competitor\r\nthreat: High\nreviewed: 2026-11-20\r---\n${body}`;
    const { text } = fixed({ 'c.md': file });
    assert.ok(text.startsWith(`${file.replace('High', 'high')}\r\r## Summary\r`), JSON.stringify(text));
  });

  it('leave book and findings as they were until the edits are made', () => {
    const files = { 'c.md': page('type: competitor\nthreat: High\nreviewd: 2020-01-01', sections) };
    assert.ok(fixed(files).isUntouched);
  });
});
