import assert from 'node:assert/strict';
import {
  chmodSync,
  constants,
  lstatSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { page, plainBook, quiet } from '../support/books';
import { type FolderFiles, folderOf, type Outcome, run } from './support';

const decision = quiet;
const misspelled = page(`${decision}\nowmer: Ines`, 'Body\n');
const fixed = page(`${decision}\nowner: Ines`, 'Body\n');
/** Beside what the safe fixes can fix it lacks what only its writer knows. */
const partly = page('type: decision\nsize: minor\nowmer: Ines');

async function fix(files: FolderFiles, ...words: string[]): Promise<Outcome & { folder: string }> {
  const folder = folderOf({ 'book.md': plainBook, ...files });
  return { folder, ...(await fixAgain(folder, ...words)) };
}

function fixAgain(folder: string, ...words: string[]): Promise<Outcome> {
  return run(['check', '--fix', ...words], { folder });
}

function bytesOf(folder: string, path: string): Buffer {
  return readFileSync(join(folder, path));
}

/** Does something when the command has read everything and is about to open a file for writing. */
function beforeWriting(action: () => void): void {
  const { open } = fs;
  mock.method(fs, 'open', async (...args: Parameters<typeof open>) => {
    action();
    return open(...args);
  });
}

describe('status-book check --fix', () => {
  afterEach(() => mock.restoreAll());

  it('makes the safe fixes on disk and says what it changed', async () => {
    const { folder, code, out, err } = await fix({ 'x.md': misspelled, 'sub/y.md': misspelled });
    assert.equal(bytesOf(folder, 'x.md').toString(), fixed);
    assert.equal(bytesOf(folder, 'sub/y.md').toString(), fixed);
    assert.deepEqual(
      [code, out, err],
      [
        0,
        '3 pages: nothing to report\n',
        'Fixed sub/y.md: 1 fix.\nFixed x.md: 1 fix.\n2 fixes in 2 files.\n',
      ],
    );
  });

  it('counts what it changed, not what that settles', async () => {
    // The right name of the field also ends the finding that the field is missing.
    const { err } = await fix({
      'x.md': page('type: decision\nsize: minor\nopend: 2026-11-20\nowmer: Ines'),
    });
    assert.equal(err, 'Fixed x.md: 2 fixes.\n2 fixes in 1 file.\n');
  });

  it('reports what is left, which makes the exit code', async () => {
    const { folder, code, out } = await fix({ 'x.md': partly });
    assert.equal(bytesOf(folder, 'x.md').toString(), partly.replace('owmer', 'owner'));
    assert.equal(code, 1);
    assert.match(out, /field-missing\n\n2 pages: 1 error\n$/);
  });

  it('prints the chosen format alone on standard output', async () => {
    const { out } = await fix({ 'x.md': misspelled }, '--format', 'json');
    assert.deepEqual((JSON.parse(out) as { findings: unknown[] }).findings, []);
  });

  it('has nothing left to do the second time', async () => {
    const { folder } = await fix({ 'x.md': misspelled, 'y.md': partly });
    const before = [bytesOf(folder, 'x.md'), bytesOf(folder, 'y.md')];
    const { err } = await fixAgain(folder);
    assert.equal(err, 'Nothing to fix without you.\n');
    assert.deepEqual([bytesOf(folder, 'x.md'), bytesOf(folder, 'y.md')], before);
  });

  it('goes on while one fix makes room for the next', async () => {
    // Both sections belong at the end of the page: the second one finds its place when the first one stands.
    const { folder } = await fix({
      'x.md': page('type: trend\nfactr: market\nobserved: 2026-11-10\nimpact: 2'),
    });
    const text = bytesOf(folder, 'x.md').toString();
    assert.match(text, /\nfactor: market\n/);
    assert.match(text, /\n## What we see\n/);
    assert.match(text, /\n## So what\n/);
    assert.equal((await fixAgain(folder)).err, 'Nothing to fix without you.\n');
  });

  it('leaves a page as it is where what is added would not be read, says why, and does so again', async () => {
    const open = page(
      'type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20',
      '## Status\n```\nunclosed\n',
    );
    const { folder, err, out } = await fix({ 'p.md': open });
    assert.equal(bytesOf(folder, 'p.md').toString(), open);
    assert.equal(
      err,
      'Left p.md as it is: “Insert all 5 missing sections” was not done. Nothing was changed in p.md: a code fence that begins on line 8 is never closed; close it and try again.\nNothing was changed.\n',
    );
    assert.match(out, /5 notes\n$/);
    assert.equal((await fixAgain(folder)).err, err);
    assert.equal(bytesOf(folder, 'p.md').toString(), open);
  });

  it('leaves files without safe fixes untouched', async () => {
    const folder = folderOf({
      'book.md': plainBook,
      'x.md': misspelled,
      'y.md': fixed,
      'notes.md': 'owmer',
    });
    const longAgo = new Date('2020-01-01');
    for (const path of ['book.md', 'y.md', 'notes.md']) utimesSync(join(folder, path), longAgo, longAgo);
    await fixAgain(folder);
    for (const path of ['book.md', 'y.md', 'notes.md'])
      assert.deepEqual(statSync(join(folder, path)).mtime, longAgo, path);
  });

  it('writes a file once, however many fixes it takes', async () => {
    const rename = mock.method(fs, 'rename');
    await fix({ 'x.md': page('type: trend\nfactr: market\nobservd: 2026-11-10\nimpact: 2') });
    assert.equal(rename.mock.callCount(), 1);
  });

  it('keeps byte-order mark, CR LF and all other bytes', async () => {
    const crlf = `\ufeff${misspelled.replaceAll('\n', '\r\n')}漏水 😀\u00a0\u0000 \r\n\n\t`;
    const { folder } = await fix({ 'x.md': crlf });
    assert.deepEqual(bytesOf(folder, 'x.md'), Buffer.from(crlf.replace('owmer', 'owner')));
  });

  it('never writes a file that is not in UTF-8', async () => {
    const gbk = Buffer.concat([Buffer.from(misspelled), Buffer.from([0xd6, 0xd0, 0xce, 0xc4])]);
    const { folder, err, out } = await fix({ 'x.md': gbk });
    assert.deepEqual(bytesOf(folder, 'x.md'), gbk);
    assert.equal(err, 'x.md is not in UTF-8; it is left as it is.\nNothing was changed.\n');
    assert.match(out, /field-misspelled/);
  });

  it('fixes a page that holds replacement characters of its own', async () => {
    const { folder } = await fix({ 'x.md': `${misspelled}\ufffd` });
    assert.equal(bytesOf(folder, 'x.md').toString(), `${fixed}\ufffd`);
  });

  it('never writes over what another program has written meanwhile', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': misspelled, 'y.md': misspelled });
    beforeWriting(() => writeFileSync(join(folder, 'x.md'), `${misspelled}More\n`));
    const { err, out } = await fixAgain(folder);
    assert.equal(bytesOf(folder, 'x.md').toString(), `${misspelled}More\n`);
    assert.equal(bytesOf(folder, 'y.md').toString(), fixed);
    assert.equal(
      err,
      'x.md was changed by another program meanwhile; it is left as it is.\nFixed y.md: 1 fix.\n1 fix in 1 file.\n',
    );
    assert.match(out, /^x\.md\n.*field-misspelled\n\n3 pages: 1 note\n$/);
  });

  it('reports a file that may not be written, and goes on', async () => {
    const { open } = fs;
    mock.method(fs, 'open', (...args: Parameters<typeof open>) =>
      String(args[0]).endsWith('x.md') && (Number(args[1]) & constants.O_RDWR) !== 0
        ? Promise.reject(Object.assign(new Error('refused'), { code: 'EACCES' }))
        : open(...args),
    );
    const { folder, err, out } = await fix({ 'x.md': misspelled, 'y.md': misspelled });
    assert.equal(bytesOf(folder, 'y.md').toString(), fixed);
    assert.match(
      err,
      /^x\.md cannot be written: you are not allowed to read or write it; it is left as it is\.\n/,
    );
    assert.match(out, /^x\.md\n/);
  });

  it('writes through links inside of the book and keeps permissions', async () => {
    const folder = folderOf({ 'book.md': plainBook, '.shared/x.md': misspelled, 'z.md': misspelled });
    symlinkSync('.shared/x.md', join(folder, 'x.md'));
    chmodSync(join(folder, 'z.md'), 0o600);
    await fixAgain(folder);
    assert.ok(lstatSync(join(folder, 'x.md')).isSymbolicLink());
    assert.equal(bytesOf(folder, '.shared/x.md').toString(), fixed);
    assert.equal(statSync(join(folder, 'z.md')).mode & 0o777, 0o600);
  });

  it('fixes the pages of several books', async () => {
    const folder = folderOf({
      'a/book.md': plainBook,
      'a/x.md': misspelled,
      'a/inner/book.md': plainBook,
      'a/inner/y.md': misspelled,
    });
    await fixAgain(folder);
    assert.equal(bytesOf(folder, 'a/x.md').toString(), fixed);
    assert.equal(bytesOf(folder, 'a/inner/y.md').toString(), fixed);
  });

  it('leaves alone what a rule is told not to report', async () => {
    const { folder, err } = await fix({ 'x.md': misspelled }, '--rule', 'field-misspelled=off');
    assert.equal(bytesOf(folder, 'x.md').toString(), misspelled);
    assert.equal(err, 'Nothing to fix without you.\n');
  });

  it('fixes known findings as well, and tells that they are gone', async () => {
    const folder = folderOf({ 'book.md': plainBook, 'x.md': misspelled });
    await run(['check', '--baseline', 'known.json', '--update-baseline'], { folder });
    const { err, out } = await fixAgain(folder, '--baseline', 'known.json');
    assert.match(err, /1 fix in 1 file\.\n1 finding of known\.json is gone/);
    assert.equal(out, '2 pages: nothing new; 0 known findings left out\n');
  });
});
