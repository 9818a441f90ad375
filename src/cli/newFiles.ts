import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { codeOf, reasonOf } from '../reading/reasons';
import { UsageError } from './usageError';

/**
 * Writes a file that is not there yet, and its folder where that is missing. Never overwrites.
 *
 * @param shownPath what messages call it
 * @returns false where there is such a file already
 * @throws UsageError when it cannot be written
 */
export async function writeNewFile(path: string, text: string, shownPath: string): Promise<boolean> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw new UsageError(`${shownPath} cannot be written: ${reasonOf(error)}.`);
  }
}
