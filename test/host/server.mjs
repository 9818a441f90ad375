import { randomBytes } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { temporaryFolder } from './folders.mjs';
import { installHost } from './install.mjs';
import { onLine, startProcessTree } from './processes.mjs';
import { userSettings } from './userSettings.mjs';

const startLimitMilliseconds = 60_000;
const graceSeconds = 20;

/**
 * @typedef {object} ServerOptions
 * @property {string} [vsix] a packed extension to install before the server starts
 * @property {Record<string, unknown>} [settings] user settings on top of the quiet ones
 * @property {NodeJS.ProcessEnv} [env] environment variables on top of this process's
 * @property {number} [port] 0 or nothing: any free port
 * @property {boolean} [driver] lets the address carry a payload, as extension tests need it
 * @property {boolean} [token] ask the browser for a secret that is part of the address
 * @property {string} [home] a temporary folder for its data, removed with it; one of its own where absent
 */

/**
 * @typedef {object} Server
 * @property {number} port
 * @property {(folder?: string, payload?: Record<string, string>) => string} url the address that opens a folder
 * @property {() => string} log what the server printed so far
 * @property {Promise<number>} ended the exit code, once the server is gone
 * @property {() => Promise<void>} stop ends the server with all its processes and removes its data
 */

/**
 * Starts a VS Code server on the loopback address with empty data of its own.
 *
 * @param {ServerOptions} [options]
 * @returns {Promise<Server>}
 * @throws when it cannot be installed, or ends or stays silent instead of listening
 */
export async function startServer(options = {}) {
  const { vscode, node } = await installHost();
  const home = options.home ?? (await temporaryFolder('server')).path;
  const data = join(home, 'data');
  await writeUserSettings(data, options.settings);
  const secret = options.token ? randomBytes(16).toString('hex') : undefined;
  const secretFile = join(home, 'token');
  // Every user of the machine can read the arguments of a process.
  if (secret) await writeFile(secretFile, secret, { mode: 0o600 });
  const args = [
    join(vscode, 'out', 'server-main.js'),
    ...['--host', '127.0.0.1', '--port', String(options.port ?? 0)],
    ...(secret ? ['--connection-token-file', secretFile] : ['--without-connection-token']),
    ...['--accept-server-license-terms', '--telemetry-level', 'off', '--disable-workspace-trust'],
    // The extension host of a window that is gone would go on for three hours.
    ...['--reconnection-grace-time', String(graceSeconds)],
    ...['--server-data-dir', data],
    ...(options.driver ? ['--enable-smoke-test-driver'] : []),
    ...(options.vsix ? ['--start-server', '--install-extension', options.vsix, '--force'] : []),
  ];
  const env = { ...environment(), XDG_RUNTIME_DIR: data, ...options.env };
  const tree = startProcessTree(node, args, { env, removeAfter: home });
  let log = '';
  /** @param {string} line */
  const note = (line) => {
    log += `${line}\n`;
  };
  onLine(tree.stderr, note);
  try {
    const port = await listening(tree, note, options.vsix !== undefined);
    return {
      port,
      url: (folder, payload) => address(port, folder, payload, secret),
      log: () => log,
      ended: tree.ended,
      stop: tree.stop,
    };
  } catch (error) {
    await tree.stop();
    throw new Error(
      `The VS Code server did not start: ${error instanceof Error ? error.message : error}\n${log}`,
    );
  }
}

/**
 * Waits for the lines that tell the port and, where there is an extension to install, that it is in place.
 *
 * @param {import('./processes.mjs').ProcessTree} tree
 * @param {(line: string) => void} note
 * @param {boolean} installing
 * @returns {Promise<number>} the port
 */
function listening(tree, note, installing) {
  /** @type {string | undefined} */
  let port;
  return new Promise((resolve, reject) => {
    const limit = setTimeout(
      () => reject(new Error('it stayed silent for a minute')),
      startLimitMilliseconds,
    );
    onLine(tree.stdout, (line) => {
      note(line);
      port ??= /^Extension host agent listening on (\d+)/.exec(line)?.[1];
      installing &&= !/^\[.*\] Extension '.*' was successfully installed/.test(line);
      if (/Failed Installing Extensions/.test(line))
        reject(new Error('the extension could not be installed'));
      if (port && !installing) resolve(Number(port));
    });
    tree.ended.then((code) => reject(new Error(`it ended with code ${code}`)));
    tree.ended.finally(() => clearTimeout(limit));
    limit.unref();
  });
}

/**
 * @param {number} port
 * @param {string} [folder]
 * @param {Record<string, string>} [payload]
 * @param {string} [secret]
 */
function address(port, folder, payload, secret) {
  const url = new URL(`http://127.0.0.1:${port}/`);
  if (folder) url.searchParams.set('folder', folder);
  if (payload) url.searchParams.set('payload', JSON.stringify(Object.entries(payload)));
  if (secret) url.searchParams.set('tkn', secret);
  return url.href;
}

/**
 * @param {string} data
 * @param {Record<string, unknown>} [settings]
 */
async function writeUserSettings(data, settings) {
  const folder = join(data, 'data', 'User');
  await mkdir(folder, { recursive: true });
  await writeFile(
    join(folder, 'settings.json'),
    JSON.stringify({ ...userSettings, ...settings }, undefined, 2),
  );
}

/**
 * The environment without what would change the server's ways when it is started from an editor's terminal, and
 * without a gallery of extensions, so that nothing is looked up outside.
 */
function environment() {
  const foreign = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$|npm_)/i;
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name));
  return { ...Object.fromEntries(own), EXTENSIONS_GALLERY: '{}' };
}
