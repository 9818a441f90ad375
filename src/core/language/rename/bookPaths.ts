import type { Book } from '../../index/library';

/** The book that owns a path: the one whose folder is nearest above it. */
export function ownerOf(books: readonly Book[], path: string): Book | undefined {
  let owner: Book | undefined;
  for (const book of books) {
    if (isInFolder(path, book.root) && (!owner || book.root.length > owner.root.length)) owner = book;
  }
  return owner;
}

export function isInFolder(path: string, folder: string): boolean {
  return folder === '' || path.startsWith(`${folder}/`);
}

export function pathInBook({ root }: Book, path: string): string {
  return root === '' ? path : path.slice(root.length + 1);
}

export function pathInLibrary({ root }: Book, pathInBook: string): string {
  return root === '' ? pathInBook : `${root}/${pathInBook}`;
}
