import { readFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { LocalFiles } from '../extension/books/localFiles';
import { stampOf } from '../reading/readFile';
import { fewestTogether, readTogether } from '../reading/readTogether';

/** One is left to the host itself. */
const threads = {
  script: join(__dirname, 'readerThread.js'),
  count: Math.max(1, Math.min(3, availableParallelism() - 1)),
};

/** The files of the machine that the extension host runs on. */
export const localFiles: LocalFiles = {
  read: (path) => unlessMissing(readFile(path)),

  stampOf(path) {
    try {
      return stampOf(path);
    } catch {
      return undefined;
    }
  },

  async readPages(paths, take) {
    if (paths.length < fewestTogether) return;
    await readTogether(
      { folder: '', isExact: true },
      paths,
      threads,
      (read) => {
        if ('content' in read) take(read);
      },
      false,
    );
  },
};

async function unlessMissing<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
