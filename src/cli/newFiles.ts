import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';
import { expectWithin } from '../reading/containment';
import { reasonOf } from '../reading/reasons';
import { createFile } from './atomicFile';

/**
 * Writes a file that is not there yet, and its folder where that is missing. Never overwrites.
 *
 * @param shownPath what messages call it
 * @param within a folder that the file must come to lie in, links followed; anywhere where it is absent
 * @returns false where there is such a file already
 * @throws Refusal when it cannot be written
 */
export async function writeNewFile(
  path: string,
  text: string,
  shownPath: string,
  within?: string,
): Promise<boolean> {
  try {
    if (within !== undefined) await expectWithin(within, path);
    await mkdir(dirname(path), { recursive: true });
    return await createFile(path, text);
  } catch (error) {
    throw new Refusal(t`${shownPath} cannot be written: ${reasonOf(error)}.`);
  }
}
