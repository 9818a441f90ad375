// npm start: the sample book in a real VS Code with the extension; on the desktop where VS Code is installed, else in the
// browser. Options: --browser (even where a desktop VS Code is), --port N (of the browser's address).
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { copySampleBook } from './copySampleBook.mjs';
import { desktopExecutable } from './desktop.mjs';
import { projectFolder, sampleBookFolder, temporaryFolder } from './folders.mjs';
import { packExtension } from './packExtension.mjs';
import { onInterrupt, startProcessTree } from './processes.mjs';
import { startServer } from './server.mjs';
import { userSettings } from './userSettings.mjs';

/**
 * @typedef {object} Running
 * @property {Promise<number>} ended
 * @property {() => Promise<void>} stop
 */

/**
 * @param {string} program
 * @param {string} book
 * @param {string} profile the folder for a profile of its own, so that the user's stays as it is
 * @returns {Promise<Running>}
 */
async function startDesktop(program, book, profile) {
  await mkdir(join(profile, 'User'), { recursive: true });
  await writeFile(join(profile, 'User', 'settings.json'), JSON.stringify(userSettings, undefined, 2));
  const args = [
    `--extensionDevelopmentPath=${projectFolder}`,
    `--user-data-dir=${profile}`,
    `--extensions-dir=${join(profile, 'extensions')}`,
    ...['--disable-workspace-trust', '--skip-welcome', '--skip-release-notes', '--disable-telemetry'],
    ...['--new-window', book],
  ];
  const desktop = startProcessTree(program, args, { removeAfter: folder.path });
  desktop.stderr.resume();
  desktop.stdout.resume();
  console.log('VS Code opens a copy of the sample book. Close its window, or press Ctrl+C here, to end.');
  return desktop;
}

/**
 * @param {string} book
 * @param {string} folder for the packed extension
 * @param {number} port
 * @returns {Promise<Running>}
 */
async function startInBrowser(book, folder, port) {
  const vsix = await packExtension(projectFolder, folder);
  const server = await startServer({ vsix, port, token: true, home: folder });
  console.log(
    `\nThe sample book is ready. Open this address in your browser; press Ctrl+C here to end.\n\n  ${server.url(book)}\n`,
  );
  return server;
}

/** The calendar date of this machine, YYYY-MM-DD. */
function localToday() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

const { values } = parseArgs({
  options: { browser: { type: 'boolean' }, port: { type: 'string', default: '0' } },
});
const folder = await temporaryFolder('start');
// Removes the folder, too, when this process is killed and can remove nothing itself.
const guard = startProcessTree(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'], {
  removeAfter: folder.path,
});
/** @type {Promise<'interrupted'>} */
const interrupted = new Promise((resolve) => onInterrupt(() => resolve('interrupted')));

/** @returns {Promise<Running>} */
async function start() {
  const book = join(folder.path, basename(sampleBookFolder));
  await copySampleBook(book, localToday());
  const program = values.browser ? undefined : desktopExecutable();
  if (program) return startDesktop(program, book, join(folder.path, 'profile'));
  return startInBrowser(book, folder.path, Number(values.port));
}

try {
  const running = await Promise.race([start(), interrupted]);
  if (running !== 'interrupted') {
    const end = await Promise.race([running.ended, interrupted]);
    await running.stop();
    process.exitCode = end === 'interrupted' ? 0 : end;
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  await guard.stop();
}
process.exit();
