import { stat } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { type Book, Library } from '../core/index/library';
import { t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';
import { enumeration } from '../core/model/texts';
import { parsePage } from '../core/parse/parsePage';
import { isRoot } from '../core/schema/schema';
import { readPlainFile } from '../reading/plainFile';
import { reasonOf } from '../reading/reasons';
import { decode } from '../reading/utf8';
import { BookReader } from './bookReader';
import { findMarkdownFiles } from './nodeFiles';
import type { Terminal } from './terminal';
import { Unread } from './unread';

/** The Markdown files of a folder, not read yet. */
export interface FoundFiles {
  /** Absolute. */
  readonly folder: string;
  readonly paths: readonly string[];
  readonly unread: Unread;
}

/** The books of a folder, read and indexed. */
export interface OpenBooks {
  /** Absolute. */
  readonly folder: string;
  readonly library: Library;
  readonly unread: Unread;
  /** At least one, by root: the book of the folder itself, and those in folders below it. */
  readonly books: readonly Book[];
}

/** Books named in one line at most. */
const namedBooks = 5;

/**
 * Reads all books of a folder.
 *
 * @throws Refusal when there is no such folder, or no book in it
 */
export async function openBooks(folderArgument: string, terminal: Terminal): Promise<OpenBooks> {
  const found = await findFiles(folderArgument, terminal);
  return readBooks(found, readerFor(found), folderArgument, terminal);
}

/**
 * Finds what there is to read in a folder.
 *
 * @throws Refusal when there is no such folder
 */
export async function findFiles(folderArgument: string, terminal: Terminal): Promise<FoundFiles> {
  const folder = resolve(terminal.currentFolder, folderArgument);
  await expectFolder(folder, folderArgument);
  try {
    const unread = new Unread((line) => terminal.warn(line));
    return { folder, paths: await findMarkdownFiles(folder, unread), unread };
  } catch (error) {
    throw new Refusal(t`The folder ${folderArgument} cannot be read: ${reasonOf(error)}.`);
  }
}

export function readerFor({ folder, unread }: FoundFiles): BookReader {
  return new BookReader(folder, unread);
}

/**
 * Reads what was found.
 *
 * @throws Refusal when there is no book in it
 */
export async function readBooks(
  { folder, paths, unread }: FoundFiles,
  reader: BookReader,
  folderArgument: string,
  terminal: Terminal,
): Promise<OpenBooks> {
  const library = new Library();
  reader.take(paths.filter(isBookFile), library);
  if (library.books().length === 0) throw await noBook({ folder, paths, unread }, folderArgument, terminal);
  reader.take(
    paths.filter((path) => !isBookFile(path)),
    library,
  );
  return { folder, library, unread, books: library.books() };
}

/**
 * Reads the book of a folder, or the one book below it.
 *
 * @throws Refusal as `openBooks`, and when there are several books of which none is the folder's own
 */
export async function openOneBook(
  folderArgument: string,
  terminal: Terminal,
): Promise<OpenBooks & { book: Book }> {
  const open = await openBooks(folderArgument, terminal);
  const { books } = open;
  const book = books.find(({ root }) => root === '') ?? (books.length === 1 ? books[0] : undefined);
  if (book) return { ...open, book };
  const shown = books.slice(0, namedBooks).map(({ root }) => join(folderArgument, root));
  const rest = books.length > shown.length ? [t`${books.length - shown.length} more`] : [];
  throw new Refusal(
    t`There are several books in ${folderArgument}; name one of them: ${enumeration([...shown, ...rest])}.`,
  );
}

async function expectFolder(folder: string, folderArgument: string): Promise<void> {
  let isFolder: boolean;
  try {
    isFolder = (await stat(folder)).isDirectory();
  } catch (error) {
    throw new Refusal(t`The folder ${folderArgument} cannot be opened: ${reasonOf(error)}.`);
  }
  if (!isFolder) throw new Refusal(t`${folderArgument} is a file; name the folder of a status book.`);
}

async function noBook(
  { folder, paths, unread }: FoundFiles,
  folderArgument: string,
  terminal: Terminal,
): Promise<Refusal> {
  const reason = unread.reasonOf('book.md');
  if (reason !== undefined)
    return new Refusal(t`The book.md of ${folderArgument} cannot be read: ${reason}.`);
  const above = await bookAbove(folder);
  if (above !== undefined) {
    const shown = relative(terminal.currentFolder, above) || '.';
    return new Refusal(
      folderArgument === '.'
        ? t`This folder lies inside the book ${shown}; name the folder ${shown} instead.`
        : t`${folderArgument} lies inside the book ${shown}; name the folder ${shown} instead.`,
    );
  }
  if (paths.includes('book.md')) {
    return new Refusal(
      t`The book.md of ${folderArgument} makes no book: its front matter needs the line “type: book”.`,
    );
  }
  return new Refusal(
    t`There is no status book in ${folderArgument}: no folder with a book.md. “status-book init” starts a new one.`,
  );
}

/** The nearest folder above that is a book. */
export async function bookAbove(folder: string): Promise<string | undefined> {
  for (
    let parent = dirname(folder), below = folder;
    parent !== below;
    below = parent, parent = dirname(parent)
  ) {
    try {
      if (isRoot(parsePage('book.md', decode(await readPlainFile(join(parent, 'book.md'))))?.type))
        return parent;
    } catch {
      // No book.md here that can be read: look further up.
    }
  }
  return undefined;
}

function isBookFile(path: string): boolean {
  return path === 'book.md' || path.endsWith('/book.md');
}
