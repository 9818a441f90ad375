import assert from 'node:assert/strict';
import { mock } from 'node:test';
import { BookReader } from '../../../src/cli/bookReader';
import { Library } from '../../../src/core/index/library';
import { type FolderFiles, folderOf, refuse } from './support';

const book = { 'book.md': '---\ntype: book\n---\n' };

async function textsOf(files: FolderFiles): Promise<Record<string, string | undefined>> {
  const noProblem = (line: string): never => assert.fail(line);
  const reader = new BookReader(folderOf(files), noProblem, { keepsTexts: true });
  await reader.take(Object.keys(files), new Library());
  return Object.fromEntries(Object.keys(files).map((path) => [path, reader.allTexts().get(path)]));
}

describe('reading the files of a book', () => {
  afterEach(() => mock.restoreAll());

  it('drops the byte-order mark and keeps CR LF', async () => {
    assert.deepEqual(await textsOf({ 'x.md': '\ufeffone\r\ntwo\r\n' }), { 'x.md': 'one\r\ntwo\r\n' });
  });

  it('reads bytes that are not UTF-8 as replacement characters', async () => {
    const gbk = Uint8Array.from([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4]);
    assert.match((await textsOf({ 'x.md': gbk }))['x.md'] ?? '', /^# \ufffd+/);
  });

  it('reads an empty file', async () => {
    assert.deepEqual(await textsOf({ 'x.md': '' }), { 'x.md': '' });
  });

  it('tells of a file that may not be read, and reads the others', async () => {
    const page = '---\ntype: trend\n---\n';
    const folder = folderOf({ ...book, 'closed.md': page, 'open.md': page });
    refuse('closed.md');
    const unreadable: string[] = [];
    const library = new Library();
    await new BookReader(folder, (line) => unreadable.push(line)).take(
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
