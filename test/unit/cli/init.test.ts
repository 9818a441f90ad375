import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { newBookFiles } from '../../../src/core/edit/initBook';
import { plainBook } from '../support/books';
import { folderOf, run, runJson } from './support';

function fullDisk(): Error {
  return Object.assign(new Error('full'), { code: 'ENOSPC' });
}

describe('status-book init', () => {
  afterEach(() => mock.restoreAll());

  it('makes a book without any finding and tells how to go on', async () => {
    const folder = folderOf();
    const { out, code } = await run(['init'], { folder });
    assert.equal(code, 0);
    assert.equal(
      out,
      'Wrote book.md\nWrote log/2026-11-23.md\n\nNext:\n  status-book new product --id my-product\n  status-book check\n',
    );
    assert.match((await run(['check'], { folder })).out, /nothing to report/);
  });

  it('is completed by a second try where the first one was interrupted at any file', async () => {
    const answers = ['init', '--product', 'RO 300'];
    const whole = folderOf();
    await run(answers, { folder: whole });
    for (const ending of ['book.md', 'ro-300.md', '2026-11-23.md']) {
      const folder = folderOf();
      const { link } = fs;
      mock.method(fs, 'link', (from: string, to: string) =>
        to.endsWith(ending) ? Promise.reject(fullDisk()) : link(from, to),
      );
      const first = await run(answers, { folder });
      assert.match(first.err, /^status-book: .* cannot be written: the disk is full\.\n$/);
      assert.equal(first.code, 2);
      mock.restoreAll();
      assert.equal((await run(answers, { folder })).code, 0);
      assert.deepEqual(
        readdirSync(folder, { recursive: true }).sort(),
        readdirSync(whole, { recursive: true }).sort(),
      );
    }
  });

  it('writes nothing through a link that leads out of the new book', async () => {
    const [folder, outside] = [folderOf(), folderOf()];
    symlinkSync(outside, join(folder, 'log'));
    const { code, err } = await run(['init'], { folder });
    assert.equal(code, 2);
    assert.match(err, /^status-book: log\/2026-11-23\.md cannot be written: it leads out of the book\.\n$/);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('writes the same book as the editor does from the same answers', async () => {
    const folder = folderOf();
    const words = ['--company', 'Aquelle', '--manager', 'Ines', '--currency', 'eur'];
    const { out } = await run(['init', ...words, '--product', 'RO 300', '--product', 'CT 1'], { folder });
    const answers = { company: 'Aquelle', manager: 'Ines', currency: 'eur', products: ['RO 300', 'CT 1'] };
    for (const { path, text } of newBookFiles({ today: '2026-11-23', ...answers })) {
      assert.equal(readFileSync(join(folder, path), 'utf8'), text);
      assert.ok(out.includes(`Wrote ${path}\n`), path);
    }
    assert.match(out, /\n {2}status-book new competitor --id my-competitor\n/);
  });

  it('makes up no state of a product, and says what is still to fill in', async () => {
    const folder = folderOf();
    const { out } = await run(['init', 'mine', '--product', 'RO 300'], { folder });
    assert.match(
      out,
      /\n\nStill to fill in:\n {2}mine\/products\/ro-300\.md: stage, health, updated\n\nNext:\n/,
    );
    const { findings } = await runJson<{ findings: { rule: string }[] }>(['check', 'mine'], folder);
    assert.deepEqual([...new Set(findings.map(({ rule }) => rule))], ['field-missing']);
  });

  for (const [flag, value] of [
    ['--currency', 'euros'],
    ['--product', '…'],
  ] as const) {
    it(`refuses ${flag} ${value} and writes nothing`, async () => {
      const folder = folderOf();
      const { code, err } = await run(['init', flag, value], { folder });
      assert.equal(code, 2);
      assert.ok(err.includes(flag) && err.includes(value), err);
      assert.ok(!existsSync(join(folder, 'book.md')));
    });
  }

  it('makes the folder where there is none', async () => {
    const folder = folderOf();
    const { out } = await run(['init', 'books/my water'], { folder });
    assert.match(out, /^Wrote books\/my water\/book\.md\n/);
    assert.match(out, /\n {2}status-book check "books\/my water"\n$/);
    assert.ok(existsSync(join(folder, 'books/my water/book.md')));
  });

  it('refuses a folder that has a book.md, whatever it is', async () => {
    const folder = folderOf({ 'book.md': '# My own\n' });
    const { code, err } = await run(['init'], { folder });
    assert.deepEqual([code, err], [2, 'status-book: . has a book.md already; nothing was changed.\n']);
    assert.equal(readFileSync(join(folder, 'book.md'), 'utf8'), '# My own\n');
    assert.ok(!existsSync(join(folder, 'log')));
  });

  it('keeps files that are already there', async () => {
    const folder = folderOf({ 'log/2026-11-23.md': 'mine' });
    assert.match(
      (await run(['init'], { folder })).out,
      /^Wrote book\.md\nKept log\/2026-11-23\.md, which was there already\n/,
    );
    assert.equal(readFileSync(join(folder, 'log/2026-11-23.md'), 'utf8'), 'mine');
  });

  it('notes that a folder lies inside another book', async () => {
    const folder = folderOf({ 'book.md': plainBook });
    assert.match(
      (await run(['init', 'sub'], { folder })).out,
      /\nNote: this folder lies inside the book \.; /,
    );
  });

  it('refuses a file', async () => {
    const { code, err } = await run(['init', 'x.txt'], { folder: folderOf({ 'x.txt': '' }) });
    assert.deepEqual([code, err], [2, 'status-book: x.txt is a file; name a folder for the new book.\n']);
  });
});
