import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the extension: the checkout. */
export const projectFolder = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** The status book that tests and `npm start` open copies of. */
export const sampleBookFolder = join(projectFolder, 'examples', 'aquelle');

/** User settings under which the tests see the sample book: its day is fixed, and nothing moves by itself. */
export const sampleSettings = {
  'statusBook.today': '2026-11-23',
  'files.autoSave': 'off',
  'editor.cursorBlinking': 'solid',
  'git.enabled': false,
  'workbench.reduceMotion': 'on',
};

/**
 * Makes an empty temporary folder, inside the one that the environment variable STATUS_BOOK_TEMPORARY names, if any.
 *
 * @param {string} purpose becomes part of its name
 * @returns {Promise<{ path: string, remove(): Promise<void> }>}
 */
export async function temporaryFolder(purpose) {
  const path = await realpath(
    await mkdtemp(join(process.env.STATUS_BOOK_TEMPORARY || tmpdir(), `status-book-${purpose}-`)),
  );
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/**
 * Copies a folder into a temporary one, keeping its name.
 *
 * @param {string} source
 * @returns {Promise<{ path: string, remove(): Promise<void> }>} the copy
 */
export async function temporaryCopy(source) {
  const parent = await temporaryFolder('copy');
  const path = join(parent.path, basename(source));
  await cp(source, path, { recursive: true });
  return { path, remove: parent.remove };
}
