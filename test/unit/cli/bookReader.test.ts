import assert from 'node:assert/strict';
import fs from 'node:fs';
import { mock } from 'node:test';
import { BookReader } from '../../../src/cli/bookReader';
import { Library } from '../../../src/core/index/library';
import { type FolderFiles, folderOf } from './support';

const book = { 'book.md': '---\ntype: book\n---\n' };

function textsOf(files: FolderFiles): Record<string, string | undefined> {
  const noProblem = (line: string): never => assert.fail(line);
  const reader = new BookReader(folderOf(files), noProblem);
  reader.take(Object.keys(files), new Library());
  return Object.fromEntries(Object.keys(files).map((path) => [path, reader.allTexts().get(path)]));
}

/** Lets the file system refuse to read files whose paths end so. */
function refuse(ending: string): void {
  const original = fs.readFileSync as (...args: unknown[]) => unknown;
  mock.method(fs, 'readFileSync', (...args: unknown[]) => {
    if (String(args[0]).endsWith(ending)) throw Object.assign(new Error('refused'), { code: 'EACCES' });
    return original(...args);
  });
}

describe('reading the files of a book', () => {
  afterEach(() => mock.restoreAll());

  it('drops the byte-order mark and keeps CR LF', () => {
    assert.deepEqual(textsOf({ 'x.md': '\ufeffone\r\ntwo\r\n' }), { 'x.md': 'one\r\ntwo\r\n' });
  });

  it('reads bytes that are not UTF-8 as replacement characters', () => {
    const gbk = Uint8Array.from([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4]);
    assert.match(textsOf({ 'x.md': gbk })['x.md'] ?? '', /^# \ufffd+/);
  });

  it('reads an empty file', () => {
    assert.deepEqual(textsOf({ 'x.md': '' }), { 'x.md': '' });
  });

  it('tells of a file that may not be read, and reads the others', () => {
    const page = '---\ntype: trend\n---\n';
    const folder = folderOf({ ...book, 'closed.md': page, 'open.md': page });
    refuse('closed.md');
    const unreadable: string[] = [];
    const library = new Library();
    new BookReader(folder, (line) => unreadable.push(line)).take(
      ['book.md', 'closed.md', 'open.md'],
      library,
    );
    const paths = library
      .book('')
      ?.index.pages()
      .map(({ path }) => path);
    assert.deepEqual(paths, ['book.md', 'open.md']);
    assert.deepEqual(unreadable, ['closed.md is left out: you are not allowed to read or write it.']);
  });
});
