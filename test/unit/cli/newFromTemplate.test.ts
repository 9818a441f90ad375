import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { page, plainBook } from '../support/books';
import { folderOf, run, runJson } from './support';

const template = page(
  'type: competitor\nthreat:\nreviewed: {{today}} # keep',
  '\n# {{title}}\n\n## Our verdict\n',
);

function book(text: string): string {
  return folderOf({ 'book.md': plainBook, 'templates/competitor.md': text });
}

describe('status-book new in a book with templates', () => {
  it('writes the page from the template, with the values that are given', async () => {
    const folder = book(template);
    const { code, out } = await run(
      ['new', 'competitor', '--set', 'title=Pure North', '--set', 'threat=high'],
      {
        folder,
      },
    );
    assert.deepEqual([code, out], [0, 'Wrote competitors/pure-north.md\n']);
    assert.equal(
      readFileSync(join(folder, 'competitors/pure-north.md'), 'utf8'),
      page(
        'type: competitor\nthreat: high\nreviewed: 2026-11-23 # keep\ntitle: Pure North',
        '\n# Pure North\n\n## Our verdict\n',
      ),
    );
  });

  it('says what is still to fill in, also where there usually is a default', async () => {
    const { out } = await run(['new', 'competitor', '--id', 'x'], { folder: book(template) });
    assert.equal(
      out,
      'Wrote competitors/x.md\nStill to fill in:\n  threat  How dangerous the competitor is to us.\n',
    );
  });

  it('writes the built-in page and says why where the template cannot be used', async () => {
    const folder = book(page('type: partner'));
    const { code, out } = await run(['new', 'competitor', '--id', 'x'], { folder });
    assert.equal(code, 0);
    assert.match(
      out,
      /^Wrote competitors\/x\.md\nStill to fill in:\n {2}threat .+\n {2}reviewed .+\nNote: The template templates\/competitor\.md was not used: its type is partner, not competitor\. /,
    );
    assert.match(readFileSync(join(folder, 'competitors/x.md'), 'utf8'), /^---\ntype: competitor\nthreat:\n/);
  });

  it('leaves templates out of what is checked and counted', async () => {
    const result = await runJson<{ pages: number; findings: unknown[] }>(
      ['check'],
      book('---\ntype: competitor\n---\n'),
    );
    assert.deepEqual([result.pages, result.findings], [1, []]);
  });
});
