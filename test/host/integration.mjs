// Runs test/integration in a real VS Code: `integration.mjs node` in the Node host, `integration.mjs web` in the browser's
// web worker host. The Node host is a desktop VS Code where there is one (VSCODE_EXECUTABLE, an installed one, or the
// version to download that VSCODE_TEST_VERSION names), else a VS Code server. Both are started by the same call.
// `integration.mjs node --only commands,diagnostics` runs some of the test files.
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { downloadAndUnzipVSCode, runTests } from '@vscode/test-electron';
import { listFiles, PackageManager } from '@vscode/vsce';
import { buildSuite } from './buildSuite.mjs';
import { desktopExecutable } from './desktop.mjs';
import {
  projectFolder,
  sampleBookFolder,
  sampleSettings,
  temporaryCopy,
  temporaryFolder,
} from './folders.mjs';
import { userSettings } from './userSettings.mjs';

const launcher = fileURLToPath(new URL('./launcher.mjs', import.meta.url));

/**
 * What runs in the Node host alone unless it is asked for: it hands VS Code what the core says, which is the same code in
 * both hosts, and touches neither files in a way of its own nor a library that is built otherwise for the browser.
 */
const sameInBoth = ['codeLens', 'navigation', 'quickFixes', 'timer', 'typing'];

/**
 * Runs the suite once.
 *
 * @param {'node' | 'web'} host
 * @param {string} extension the extension's folder
 * @param {string} book the folder to open a copy of
 * @returns {Promise<boolean>} whether all tests passed
 */
async function runIn(host, extension, book) {
  const workspace = await temporaryCopy(book);
  const profile = await temporaryFolder('profile');
  const copy = await temporaryFolder('web-extension');
  try {
    await mkdir(join(profile.path, 'User'));
    await writeFile(
      join(profile.path, 'User', 'settings.json'),
      JSON.stringify({ ...userSettings, ...sampleSettings }),
    );
    const extensionDevelopmentPath = host === 'web' ? await webExtension(extension, copy.path) : extension;
    // VS Code runs the tests in the host of the extension in whose folder they are.
    const extensionTestsPath = join(extensionDevelopmentPath, 'dist', 'test', 'integration.js');
    const only = options.only?.split(',');
    await buildSuite(extensionTestsPath, (name) =>
      only ? only.includes(name) : host === 'node' || !sameInBoth.includes(name),
    );
    const vscodeExecutablePath = await executable(host);
    await runTests({
      vscodeExecutablePath,
      extensionDevelopmentPath,
      extensionTestsPath,
      launchArgs: [
        workspace.path,
        `--user-data-dir=${profile.path}`,
        `--extensions-dir=${join(profile.path, 'extensions')}`,
        ...(host === 'web' && vscodeExecutablePath !== launcher ? ['--extensionDevelopmentKind=web'] : []),
      ],
    });
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    for (const folder of [workspace, profile, copy]) await folder.remove();
  }
}

/** @param {'node' | 'web'} host */
async function executable(host) {
  const hasServer = process.platform !== 'win32';
  if (host === 'web' && hasServer) return launcher;
  const version = process.env.VSCODE_TEST_VERSION;
  const desktop = version ? await downloadAndUnzipVSCode({ version }) : desktopExecutable();
  if (desktop) return desktop;
  if (hasServer) return launcher;
  throw new Error(
    'No VS Code was found. Install it, or name the version to download in VSCODE_TEST_VERSION.',
  );
}

/**
 * Copies what would be packed, with a manifest that has `browser` but no `main`, so that only the web host can run it.
 *
 * @param {string} extension
 * @param {string} target
 */
async function webExtension(extension, target) {
  for (const path of await listFiles({ cwd: extension, packageManager: PackageManager.None })) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await copyFile(join(extension, path), join(target, path));
  }
  const { main: _, ...manifest } = JSON.parse(await readFile(join(extension, 'package.json'), 'utf8'));
  await writeFile(join(target, 'package.json'), JSON.stringify(manifest, undefined, 2));
  return target;
}

const { positionals, values: options } = parseArgs({
  allowPositionals: true,
  options: { only: { type: 'string' } },
});
const [host, extension = projectFolder, book = sampleBookFolder] = positionals;
if (host === 'node' || host === 'web') {
  process.exitCode = (await runIn(host, extension, book)) ? 0 : 1;
} else {
  console.error(
    'Say which host runs the tests: integration.mjs node|web [folder of the extension] [folder of the book]',
  );
  process.exitCode = 2;
}
