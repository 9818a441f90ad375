import { existsSync, realpathSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

/**
 * Where the program lies, seen from the folder of the `code` command.
 *
 * @type {Partial<Record<NodeJS.Platform, string[]>>}
 */
const programs = {
  darwin: ['../../../MacOS/Electron', '../../../MacOS/Code'],
  linux: ['../code', '/snap/code/current/usr/share/code/code'],
  win32: ['../Code.exe'],
};

/**
 * The program of an installed desktop VS Code that can show a window here.
 *
 * @returns {string | undefined} the environment variable VSCODE_EXECUTABLE, else what the `code` command on the PATH
 *   belongs to; undefined without a screen, or in a terminal of a remote window, where `code` means another machine
 */
export function desktopExecutable() {
  if (process.env.VSCODE_EXECUTABLE) return process.env.VSCODE_EXECUTABLE;
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen || process.env.VSCODE_IPC_HOOK_CLI) return undefined;
  const name = process.platform === 'win32' ? 'code.cmd' : 'code';
  const commands = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name));
  const command = commands.find((path) => existsSync(path));
  if (!command) return undefined;
  const bin = dirname(realpathSync(command));
  const candidates = programs[process.platform] ?? [];
  return candidates
    .map((path) => (path.startsWith('/') ? path : join(bin, path)))
    .find((path) => existsSync(path));
}
