import { constants, open, realpath } from 'node:fs/promises';
import { getOrMake } from '../core/model/maps';
import type { LocalFiles } from '../extension/books/localFiles';
import { expectInside, expectWithin } from '../reading/containment';
import { expectPlainFile, nonBlocking } from '../reading/plainFile';
import { codeOf } from '../reading/reasons';

const realFolders = new Map<string, Promise<string>>();

/** The files of the machine that the extension host runs on. */
export const localFiles: LocalFiles = {
  async read(path, within) {
    try {
      return await readWithin(path, within);
    } catch (error) {
      if (codeOf(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  expectWithin,
};

async function readWithin(path: string, within: string | undefined): Promise<Uint8Array> {
  const real = await realpath(path);
  if (within !== undefined) {
    // The folder of a workspace stays where it is.
    expectInside(await getOrMake(realFolders, within, () => realpath(within)), real);
  }
  const file = await open(real, constants.O_RDONLY | nonBlocking);
  try {
    expectPlainFile(await file.stat());
    return await file.readFile();
  } finally {
    await file.close();
  }
}
