import { readFile } from 'node:fs/promises';
import type { LocalFiles } from '../extension/books/localFiles';
import { codeOf } from '../reading/reasons';

/** The files of the machine that the extension host runs on. */
export const localFiles: LocalFiles = {
  async read(path) {
    try {
      return await readFile(path);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
};
