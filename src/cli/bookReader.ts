import { join } from 'node:path';
import { matchesAny } from '../core/index/glob';
import type { Library } from '../core/index/library';
import { readText } from '../reading/readFile';
import type { Unread } from './unread';

/**
 * Reads the files of a folder into a library, and reports those that cannot be read. One after the other, which takes a
 * fifth of the time of asking for many at once.
 */
export class BookReader {
  constructor(
    private readonly folder: string,
    private readonly unread: Unread,
  ) {}

  take(paths: readonly string[], library: Library): void {
    for (const path of paths) {
      try {
        library.setFile(path, readText(join(this.folder, path)));
      } catch (error) {
        if (!isExcluded(path, library)) this.unread.note(path, error);
      }
    }
  }
}

function isExcluded(path: string, library: Library): boolean {
  const book = library.bookOf(path);
  return book !== undefined && matchesAny(library.pathInBook(book, path), book.index.settings.exclude);
}
