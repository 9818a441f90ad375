import assert from 'node:assert/strict';
import { libraryOf, page, plainBook } from '../support/books';

const decision = page('type: decision');

describe('a library', () => {
  const files = {
    'readme.md': '# No page\n',
    'a/book.md': plainBook,
    'a/x.md': decision,
    'a/deep/y.md': decision,
    'a/inner/book.md': plainBook,
    'a/inner/z.md': decision,
    'b/book.md': page('type: product'),
    'b/x.md': decision,
  };

  it('gives each page to the nearest book above it', () => {
    const library = libraryOf(files);
    assert.deepEqual(
      library.books().map(({ root, index }) => [root, index.pages().map(({ path }) => path)]),
      [
        ['a', ['book.md', 'deep/y.md', 'x.md']],
        ['a/inner', ['book.md', 'z.md']],
      ],
    );
    assert.equal(library.bookOf('a/deep/y.md')?.root, 'a');
    assert.equal(library.bookOf('a/inner/z.md')?.root, 'a/inner');
    assert.equal(library.bookOf('b/x.md'), undefined);
    assert.equal(library.bookOf('a/new/page.md')?.root, 'a');
  });

  it('takes a book.md of another type for a page', () => {
    const library = libraryOf({ 'book.md': plainBook, 'products/book.md': page('type: product') });
    assert.equal(library.books().length, 1);
    assert.equal(library.book('')?.index.pageWithId('book')?.path, 'book.md');
    assert.deepEqual(
      library
        .book('')
        ?.index.pagesOfType('product')
        .map(({ path }) => path),
      ['products/book.md'],
    );
  });

  it('tells paths of the workspace from paths of the book', () => {
    const library = libraryOf(files);
    const book = library.book('a/inner');
    assert.ok(book);
    assert.equal(library.pathInBook(book, 'a/inner/z.md'), 'z.md');
    assert.equal(library.pathOf(book, 'z.md'), 'a/inner/z.md');
  });

  it('moves pages to a book that appears, and back when it goes', () => {
    const library = libraryOf({ 'book.md': plainBook, 'a/x.md': decision, 'y.md': decision });
    const outer = library.book('')?.index;
    const { opened, changes } = library.setFile('a/book.md', plainBook);
    assert.deepEqual(
      opened.map(({ root, index }) => [root, index.pages().map(({ path }) => path)]),
      [['a', ['book.md', 'x.md']]],
    );
    assert.deepEqual(
      changes.map(({ book, change }) => [book.root, change.path, change.after]),
      [['', 'a/x.md', undefined]],
    );
    assert.deepEqual(
      outer?.pages().map(({ path }) => path),
      ['book.md', 'y.md'],
    );
    const { closed, changes: back } = library.deleteFile('a/book.md');
    assert.deepEqual(
      closed.map(({ root }) => root),
      ['a'],
    );
    assert.deepEqual(
      back.map(({ book, change }) => [book.root, change.path]),
      [['', 'a/x.md']],
    );
    assert.equal(outer?.pageWithId('x')?.path, 'a/x.md');
  });

  it('closes a book whose book.md becomes another page', () => {
    const library = libraryOf({ 'book.md': plainBook, 'x.md': decision });
    library.setFile('book.md', page('type: product'));
    assert.deepEqual(library.books(), []);
    library.setFile('book.md', plainBook);
    assert.equal(library.book('')?.index.pageCount, 2);
  });

  it('keeps a book whose front matter is broken for the moment', () => {
    const library = libraryOf({ 'book.md': plainBook, 'x.md': decision });
    const { closed } = library.setFile('book.md', '---\ntype: book\ncompany: Teich: filters\n---\n');
    assert.deepEqual(closed, []);
    assert.equal(library.book('')?.index.pageCount, 2);
  });

  it('leaves excluded files out, and takes them in when the pattern goes', () => {
    const library = libraryOf({
      'archive/x.md': decision,
      'book.md': page('type: book\nexclude: archive'),
      'y.md': decision,
    });
    const index = library.book('')?.index;
    assert.equal(index?.pageWithId('x'), undefined);
    assert.equal(index?.hasFile('archive/x.md'), true);
    library.setFile('book.md', plainBook);
    assert.equal(index?.pageWithId('x')?.path, 'archive/x.md');
  });

  it('never excludes book.md itself', () => {
    const library = libraryOf({ 'book.md': page('type: book\nexclude: ["**"]'), 'x.md': decision });
    assert.deepEqual(
      library
        .book('')
        ?.index.pages()
        .map(({ path }) => path),
      ['book.md'],
    );
  });

  it('says nothing changed when a file is deleted that it does not hold', () => {
    assert.deepEqual(libraryOf({ 'book.md': plainBook }).deleteFile('x.md'), {
      changes: [],
      opened: [],
      closed: [],
    });
  });
});
