import { join } from 'node:path';
import { projectFolder } from './folders.mjs';
import { runProcess } from './processes.mjs';

const packer = join(projectFolder, 'node_modules', '@vscode', 'vsce', 'vsce');

/**
 * Packs the built extension as it is published.
 *
 * @param {string} extension its folder
 * @param {string} target the folder for the package
 * @returns {Promise<string>} the path of the .vsix
 * @throws when it cannot be packed; the message holds the packer's words
 */
export async function packExtension(extension, target) {
  const path = join(target, 'product-status-book.vsix');
  const args = [
    packer,
    'package',
    '--no-dependencies',
    '--allow-missing-repository',
    '--no-rewrite-relative-links',
    '--out',
    path,
  ];
  const { code, output } = await runProcess(process.execPath, args, { cwd: extension });
  if (code !== 0) throw new Error(`The extension could not be packed.\n${output.trim()}`);
  return path;
}
