import { compareText } from '../model/text';
import { LazyPage } from '../parse/lazyPage';
import { isRoot } from '../schema/schema';
import { BookIndex, type PageChange } from './bookIndex';
import { isTemplatePath } from './templates';

/** A book of the library. */
export interface Book {
  /** The folder of `book.md`, as the library's paths have it; empty for the library's own root. */
  readonly root: string;
  readonly index: BookIndex;
}

export interface LibraryChange {
  readonly book: Book;
  readonly change: PageChange;
}

export interface LibraryUpdate {
  readonly changes: readonly LibraryChange[];
  /** Books that came or went, their pages moving between books with them. */
  readonly opened: readonly Book[];
  readonly closed: readonly Book[];
}

/**
 * All Markdown files of a workspace, divided into books: the nearest `book.md` of type `book` above a page owns it.
 * Paths are any strings of segments joined by `/`.
 */
export class Library {
  private readonly parsed = new Map<string, LazyPage | null>();
  private readonly templateTexts = new Map<string, string>();
  private readonly booksByRoot = new Map<string, Book>();

  /** The books by root. */
  books(): Book[] {
    return [...this.booksByRoot.values()].sort((a, b) => compareText(a.root, b.root));
  }

  book(root: string): Book | undefined {
    return this.booksByRoot.get(root);
  }

  /** The book that owns a path. */
  bookOf(path: string): Book | undefined {
    for (let folder = parentOf(path); folder !== undefined; folder = parentOf(folder)) {
      const book = this.booksByRoot.get(folder);
      if (book) return book;
    }
    return undefined;
  }

  /** A path of the library as a path within its book. */
  pathInBook(book: Book, path: string): string {
    return book.root === '' ? path : path.slice(book.root.length + 1);
  }

  pathOf(book: Book, pathInBook: string): string {
    return book.root === '' ? pathInBook : `${book.root}/${pathInBook}`;
  }

  paths(): IterableIterator<string> {
    return this.parsed.keys();
  }

  /** The Markdown files of books that are no pages of theirs, conflicted copies of pages left out. */
  notes(): string[] {
    return [...this.parsed.keys()].filter((path) => {
      const book = this.bookOf(path);
      if (!book) return false;
      const inBook = this.pathInBook(book, path);
      return !book.index.page(inBook) && !book.index.conflictedCopy(inBook);
    });
  }

  /** The text of a page or template; undefined for any other file. */
  textOf(path: string): string | undefined {
    return this.parsed.get(path)?.text ?? this.templateTexts.get(path);
  }

  /** @param page the file as `LazyPage.inSlices` gives it, where that was done before */
  setFile(path: string, text: string, page = LazyPage.of(path, text) ?? null): LibraryUpdate {
    this.parsed.set(path, page);
    if (isTemplatePath(path)) this.templateTexts.set(path, text);
    const root = rootOfBookFile(path);
    if (root !== undefined) {
      const isBook = isRoot(page?.type);
      if (isBook && !this.booksByRoot.has(root)) return this.openBook(root);
      if (!isBook && this.booksByRoot.has(root)) return this.closeBook(root);
    }
    const book = this.bookOf(path);
    return update(book ? [{ book, change: this.setIn(book, path, page) }] : []);
  }

  deleteFile(path: string): LibraryUpdate {
    if (!this.parsed.delete(path)) return update([]);
    this.templateTexts.delete(path);
    const root = rootOfBookFile(path);
    if (root !== undefined && this.booksByRoot.has(root)) return this.closeBook(root);
    const book = this.bookOf(path);
    return update(book ? [{ book, change: book.index.delete(this.pathInBook(book, path)) }] : []);
  }

  private openBook(root: string): LibraryUpdate {
    const outer = this.bookOf(root === '' ? 'book.md' : `${root}/book.md`);
    const book: Book = { root, index: new BookIndex() };
    this.booksByRoot.set(root, book);
    const changes: LibraryChange[] = [];
    for (const [path, page] of this.parsed) {
      if (this.bookOf(path) !== book) continue;
      if (outer?.index.hasFile(this.pathInBook(outer, path))) {
        changes.push({ book: outer, change: outer.index.delete(this.pathInBook(outer, path)) });
      }
      this.setIn(book, path, page);
    }
    return { changes, opened: [book], closed: [] };
  }

  private closeBook(root: string): LibraryUpdate {
    const book = this.booksByRoot.get(root) as Book;
    this.booksByRoot.delete(root);
    const changes: LibraryChange[] = [];
    for (const [path, page] of this.parsed) {
      if (root !== '' && !path.startsWith(`${root}/`)) continue;
      const heir = this.bookOf(path);
      if (!heir || heir.index.hasFile(this.pathInBook(heir, path))) continue;
      changes.push({ book: heir, change: this.setIn(heir, path, page) });
    }
    return { changes, opened: [], closed: [book] };
  }

  private setIn(book: Book, path: string, page: LazyPage | null): PageChange {
    const pathInBook = this.pathInBook(book, path);
    return book.index.set(pathInBook, page?.at(pathInBook) ?? null, this.templateTexts.get(path));
  }
}

function update(changes: LibraryChange[]): LibraryUpdate {
  return { changes, opened: [], closed: [] };
}

/** The folder of a file named `book.md`. */
function rootOfBookFile(path: string): string | undefined {
  if (path === 'book.md') return '';
  return path.endsWith('/book.md') ? path.slice(0, -'/book.md'.length) : undefined;
}

function parentOf(path: string): string | undefined {
  const slash = path.lastIndexOf('/');
  if (slash >= 0) return path.slice(0, slash);
  return path === '' ? undefined : '';
}
