import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import fs from 'node:fs/promises';
import { join } from 'node:path';
import { mock } from 'node:test';
import { findMarkdownFiles } from '../../../src/cli/nodeFiles';
import { Unread } from '../../../src/cli/unread';
import { english } from '../support/english';
import { folderOf, makePipe } from './support';

async function pathsIn(folder: string): Promise<{ paths: string[]; unreadable: string[] }> {
  const unreadable: string[] = [];
  return {
    paths: await findMarkdownFiles(folder, new Unread((line) => unreadable.push(english.say(line)))),
    unreadable,
  };
}

/** Lets a function of the file system refuse paths that end so. */
function refuse(method: 'readdir', ending: string): void {
  const original = fs[method] as (...args: unknown[]) => Promise<unknown>;
  mock.method(fs, method, (...args: unknown[]) =>
    String(args[0]).endsWith(ending)
      ? Promise.reject(Object.assign(new Error('refused'), { code: 'EACCES' }))
      : original(...args),
  );
}

describe('finding the files of a book', () => {
  afterEach(() => mock.restoreAll());

  it('finds Markdown files alone, .MD too, at any depth, in the order of their paths', async () => {
    const folder = folderOf({
      'b.md': '',
      'a/z.md': '',
      'a/b/c.md': '',
      'a.txt': '',
      'B.md': '',
      'x.MD': '',
    });
    assert.deepEqual((await pathsIn(folder)).paths, ['B.md', 'a/b/c.md', 'a/z.md', 'b.md', 'x.MD']);
  });

  it('leaves out folders that start with a dot, and node_modules', async () => {
    const folder = folderOf({
      '.git/a.md': '',
      'x/.trash/b.md': '',
      'node_modules/c.md': '',
      'x/node_modules/d.md': '',
    });
    assert.deepEqual((await pathsIn(folder)).paths, []);
  });

  it('takes a folder named like a page for a folder', async () => {
    const folder = folderOf({ 'x.md/y.md': '' });
    assert.deepEqual(await pathsIn(folder), { paths: ['x.md/y.md'], unreadable: [] });
  });

  it('ends where links lead in a circle', async () => {
    const folder = folderOf({ 'a/b/page.md': '' });
    symlinkSync('..', join(folder, 'a/b/up'));
    symlinkSync('.', join(folder, 'self'));
    assert.deepEqual(await pathsIn(folder), { paths: ['a/b/page.md'], unreadable: [] });
  });

  it('follows a linked folder of the book once, by the first path', async () => {
    const folder = folderOf({ 'book.md': '', '.kept/page.md': '' });
    symlinkSync('.kept', join(folder, 'one'));
    symlinkSync('.kept', join(folder, 'two'));
    assert.deepEqual((await pathsIn(folder)).paths, ['book.md', 'one/page.md']);
  });

  it('follows no link out of the folder, and says so', async () => {
    const elsewhere = folderOf({ 'page.md': '', 'key.txt': '' });
    const folder = folderOf({ 'book.md': '' });
    symlinkSync(elsewhere, join(folder, 'linked'));
    symlinkSync(join(elsewhere, 'page.md'), join(folder, 'linked.md'));
    symlinkSync(join(elsewhere, 'key.txt'), join(folder, 'log.md'));
    assert.deepEqual(await pathsIn(folder), {
      paths: ['book.md'],
      unreadable: ['linked', 'linked.md', 'log.md'].map(
        (path) => `${path} is left out: it leads out of the book.`,
      ),
    });
  });

  it('follows no link out of a book into another part of the folder', async () => {
    const folder = folderOf({ 'a/book.md': '', 'a/inner/book.md': '', 'b/secret.txt': '', 'a/.x/y.md': '' });
    symlinkSync('../b/secret.txt', join(folder, 'a/log.md'));
    symlinkSync('../.x/y.md', join(folder, 'a/inner/y.md'));
    symlinkSync('.x/y.md', join(folder, 'a/y.md'));
    assert.deepEqual(await pathsIn(folder), {
      paths: ['a/book.md', 'a/inner/book.md', 'a/y.md'],
      unreadable: ['a/inner/y.md', 'a/log.md'].map(
        (path) => `${path} is left out: it leads out of the book.`,
      ),
    });
  });

  it('reads a folder by its own path where a link leads to it as well', async () => {
    const folder = folderOf({ 'products/page.md': '' });
    symlinkSync('products', join(folder, 'aaa'));
    assert.deepEqual((await pathsIn(folder)).paths, ['products/page.md']);
  });

  it('does not follow a link to a folder around the book', async () => {
    const around = folderOf({ 'book/page.md': '', 'other/private.md': '' });
    symlinkSync('..', join(around, 'book/around'));
    assert.deepEqual((await pathsIn(join(around, 'book'))).paths, ['page.md']);
  });

  it('reads a linked file once', async () => {
    const folder = folderOf({ 'own.md': '', 'text.txt': '' });
    symlinkSync('text.txt', join(folder, 'linked.md'));
    symlinkSync('linked.md', join(folder, 'twice.md'));
    symlinkSync('own.md', join(folder, 'again.md'));
    assert.deepEqual(await pathsIn(folder), { paths: ['linked.md', 'own.md'], unreadable: [] });
  });

  it('takes no device and no pipe for a page, and says so', async () => {
    const folder = folderOf({ 'page.md': '' });
    symlinkSync('/dev/zero', join(folder, 'endless.md'));
    makePipe(join(folder, 'pipe.md'));
    assert.deepEqual(await pathsIn(folder), {
      paths: ['page.md'],
      unreadable: [
        'pipe.md is left out: it is no file but a pipe, a socket or a device.',
        'endless.md is left out: it leads out of the book.',
      ],
    });
  });

  it('takes the marks that Emacs makes beside open files for no pages', async () => {
    const folder = folderOf({ 'page.md': '' });
    symlinkSync('ines@desk.4711:1764500000', join(folder, '.#page.md'));
    assert.deepEqual(await pathsIn(folder), { paths: ['page.md'], unreadable: [] });
  });

  it('finds the files of a folder that is itself a link', async () => {
    const folder = folderOf({ 'page.md': '' });
    const links = folderOf();
    symlinkSync(folder, join(links, 'book'));
    assert.deepEqual((await pathsIn(join(links, 'book'))).paths, ['page.md']);
  });

  it('reports links that lead nowhere or in a circle, and goes on', async () => {
    const folder = folderOf({ 'page.md': '' });
    symlinkSync('nowhere', join(folder, 'gone.md'));
    symlinkSync('loop.md', join(folder, 'loop.md'));
    assert.deepEqual(await pathsIn(folder), {
      paths: ['page.md'],
      unreadable: [
        'gone.md is left out: it does not exist.',
        'loop.md is left out: its links lead in a circle.',
      ],
    });
  });

  it('reports a folder that may not be read, and goes on', async () => {
    const folder = folderOf({ 'closed/a.md': '', 'open/b.md': '' });
    refuse('readdir', 'closed');
    assert.deepEqual(await pathsIn(folder), {
      paths: ['open/b.md'],
      unreadable: ['The folder closed is left out: you are not allowed to read or write it.'],
    });
  });

  it('fails where the folder itself cannot be read', async () => {
    await assert.rejects(pathsIn(join(folderOf(), 'nowhere')), { code: 'ENOENT' });
  });
});
