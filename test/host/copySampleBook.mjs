import { join } from 'node:path';
import { projectFolder, sampleBookFolder } from './folders.mjs';
import { runProcess } from './processes.mjs';

/**
 * Copies the sample book with its dates moved to the week of `today`.
 *
 * @param {string} target the folder to make
 * @param {string} today YYYY-MM-DD
 * @throws when the copy fails; the message says why
 */
export async function copySampleBook(target, today) {
  const tool = join(projectFolder, 'dist', 'tools', 'copySample.js');
  const { code, output } = await runProcess(process.execPath, [tool, sampleBookFolder, target, today]);
  if (code !== 0) throw new Error(`The sample book could not be copied.\n${output.trim()}`);
}
