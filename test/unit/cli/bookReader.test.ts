import assert from 'node:assert/strict';
import { join } from 'node:path';
import { mock } from 'node:test';
import { BookReader } from '../../../src/cli/bookReader';
import { Unread } from '../../../src/cli/unread';
import { Library } from '../../../src/core/index/library';
import { readText } from '../../../src/reading/readFile';
import { english } from '../support/english';
import { folderOf, makePipe, refuse } from './support';

const book = { 'book.md': '---\ntype: book\n---\n' };

function textOf(content: string | Uint8Array): string {
  return readText(join(folderOf({ 'x.md': content }), 'x.md'));
}

describe('reading the files of a book', () => {
  afterEach(() => mock.restoreAll());

  it('drops the byte-order mark and keeps CR LF', () => {
    assert.equal(textOf('\ufeffone\r\ntwo\r\n'), 'one\r\ntwo\r\n');
  });

  it('reads bytes that are not UTF-8 as replacement characters', () => {
    const gbk = Uint8Array.from([0x23, 0x20, 0xd6, 0xd0, 0xce, 0xc4]);
    assert.match(textOf(gbk), /^# \ufffd+/);
  });

  it('reads an empty file, and one of more than a megabyte', () => {
    assert.equal(textOf(''), '');
    const long = 'ä'.repeat(700_000);
    assert.equal(textOf(long), long);
  });

  it('says nothing of a file that may not be read where it is excluded', () => {
    const folder = folderOf({ 'book.md': '---\ntype: book\nexclude: [private]\n---\n', 'private/x.md': '' });
    refuse('x.md');
    const unread = new Unread((line) => assert.fail(english.say(line)));
    new BookReader(folder, unread).take(['book.md', 'private/x.md'], new Library());
    assert.equal(unread.faults, 0);
  });

  it('opens no pipe', () => {
    const folder = folderOf();
    makePipe(join(folder, 'x.md'));
    assert.throws(() => readText(join(folder, 'x.md')), { code: 'ENOTFILE' });
  });

  it('reports a file that may not be read, and reads the others', () => {
    const page = '---\ntype: trend\n---\n';
    const folder = folderOf({ ...book, 'closed.md': page, 'open.md': page });
    refuse('closed.md');
    const lines: string[] = [];
    const unread = new Unread((line) => lines.push(english.say(line)));
    const library = new Library();
    const reader = new BookReader(folder, unread);
    reader.take(['book.md', 'closed.md', 'open.md'], library);
    const paths = library
      .book('')
      ?.index.pages()
      .map(({ path }) => path);
    assert.deepEqual(paths, ['book.md', 'open.md']);
    assert.deepEqual(lines, ['closed.md is left out: you are not allowed to read or write it.']);
    assert.equal(unread.faults, 1);
  });
});
