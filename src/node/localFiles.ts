import { readFile, stat } from 'node:fs/promises';
import type { LocalFiles } from '../extension/books/localFiles';

/** The files of the machine that the extension host runs on. */
export const localFiles: LocalFiles = {
  read: (path) => unlessMissing(readFile(path)),

  async stampOf(path) {
    const seen = Date.now();
    const stats = await unlessMissing(stat(path));
    if (!stats) return undefined;
    const { size, mtimeMs, ctimeMs } = stats;
    return { parts: [size, mtimeMs, ctimeMs], modified: Math.max(mtimeMs, ctimeMs), seen };
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
