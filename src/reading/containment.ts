import { realpath } from 'node:fs/promises';
import { dirname, isAbsolute, relative } from 'node:path';
import { codeOf } from './reasons';

/** A path that leads out of the folder that it should stay in. */
export class OutsideError extends Error {
  readonly code = 'EOUTSIDE';
}

/** True for a folder itself and all below it; both paths without links. */
export function isInside(realFolder: string, realPath: string): boolean {
  const inner = relative(realFolder, realPath);
  return !/^\.\.(?:[\\/]|$)/.test(inner) && !isAbsolute(inner);
}

/**
 * The path without links.
 *
 * @throws OutsideError for one that leads out of the folder
 */
export async function realPathWithin(folder: string, path: string): Promise<string> {
  const [realFolder, real] = await Promise.all([realpath(folder), realpath(path)]);
  expectInside(realFolder, real);
  return real;
}

/**
 * Both paths without links.
 *
 * @throws OutsideError for a path out of the folder
 */
export function expectInside(realFolder: string, realPath: string): void {
  if (!isInside(realFolder, realPath)) throw new OutsideError('it leads out of the book');
}

/**
 * For a file that is not there yet, whose folder may be missing, too.
 *
 * @throws OutsideError where it would come to lie out of the folder
 */
export async function expectWithin(folder: string, path: string): Promise<void> {
  for (
    let parent = dirname(path);
    parent !== folder && dirname(parent) !== parent;
    parent = dirname(parent)
  ) {
    try {
      await realPathWithin(folder, parent);
      return;
    } catch (error) {
      if (codeOf(error) !== 'ENOENT') throw error;
    }
  }
}
