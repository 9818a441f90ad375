// Measures the extension in a real VS Code: a VS Code server with a browser, as the integration tests have it. The
// extension is a copy whose main file watches the host around it (test/bench/inHost).
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { format } from 'node:util';
import { listFiles, PackageManager } from '@vscode/vsce';
import { build } from 'esbuild';
import { startBrowser } from './browser.mjs';
import { projectFolder, sampleSettings, temporaryFolder } from './folders.mjs';
import { startServer } from './server.mjs';

const resultMark = 'status-book-measured ';
const limitMilliseconds = 180_000;
const sources = join(projectFolder, 'test', 'bench', 'inHost');

/**
 * @typedef {object} HostMeasures of one book
 * @property {import('../bench/inHost/suite').HostResult & { window: number }} cold its first start; `window` is the
 *   time in milliseconds from opening the address until the tree is filled, VS Code's own start included
 * @property {import('../bench/inHost/suite').HostResult & { window: number }} warm its second start
 */

/**
 * Opens each book twice. The first book of all is opened once before, so that VS Code itself is warm.
 *
 * @param {'node' | 'web'} host
 * @param {readonly { size: number, folder: string }[]} books
 * @returns {Promise<Record<number, HostMeasures>>} by size
 * @throws when VS Code cannot be started or a measurement fails
 */
export async function measureInHost(host, books) {
  const extension = await temporaryFolder('bench-extension');
  /** @type {{ close(): Promise<void> }[]} */
  const open = [];
  try {
    await copyExtension(host, extension.path);
    const server = await startServer({ driver: true, settings: sampleSettings });
    open.unshift({ close: server.stop });
    const browser = await startBrowser();
    open.unshift(browser);
    // One context: what the first start stores is there at the second.
    const context = await browser.newContext({ viewport: { width: 1400, height: 900 } });
    /** @param {string} folder @param {'start' | 'type'} suite */
    const run = (folder, suite) => openBook(server, context, { extension: extension.path, folder, suite });
    /** @type {Record<number, HostMeasures>} */
    const measures = {};
    const empty = await temporaryFolder('bench-first');
    open.unshift({ close: empty.remove });
    await writeFile(join(empty.path, 'book.md'), '---\ntype: book\n---\n\n# First\n\n- [ ] @nobody: call\n');
    await run(empty.path, 'start');
    for (const { size, folder } of books) {
      console.log(`In VS Code (${host} host): ${size} pages …`);
      const cold = await run(folder, 'start');
      measures[size] = { cold, warm: await run(folder, 'type') };
    }
    return measures;
  } finally {
    for (const resource of open) await resource.close();
    await extension.remove();
  }
}

/**
 * @param {import('./server.mjs').Server} server
 * @param {import('playwright-core').BrowserContext} context
 * @param {{ extension: string, folder: string, suite: 'start' | 'type' }} options
 * @returns {Promise<import('../bench/inHost/suite').HostResult & { window: number }>}
 */
async function openBook(server, context, { extension, folder, suite }) {
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  /** @type {string[]} */
  const said = [];
  /** @type {import('../bench/inHost/suite').HostResult | undefined} */
  let result;
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ _, /** @type {unknown[]} */ values) => {
      const text = format(...values);
      const at = text.indexOf(resultMark);
      if (at >= 0) result = JSON.parse(/** @type {string} */ (text.slice(at + resultMark.length)));
      else said.push(text);
    },
  );
  /** @param {string} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  const limit = setTimeout(() => page.close(), limitMilliseconds);
  const crash = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('The browser page crashed.')));
    page.once('close', () => reject(new Error(`VS Code took more than three minutes.\n${said.join('\n')}`)));
    server.ended.then((code) => reject(new Error(`The VS Code server ended with code ${code}.`)));
  });
  crash.catch(() => undefined);
  try {
    const begin = Date.now();
    await page.goto(
      server.url(folder, {
        extensionDevelopmentPath: remote(extension),
        extensionTestsPath: remote(join(extension, 'dist', `${suite}.js`)),
        skipWelcome: 'true',
      }),
    );
    const code = await Promise.race([exit, crash]);
    if (code !== 0 || !result) throw new Error(`The measurement failed in VS Code.\n${said.join('\n')}`);
    return { ...result, window: result.activation.filledAt - begin };
  } finally {
    clearTimeout(limit);
    await page.close();
  }
}

/**
 * Copies what would be packed, with a main file of ours around the extension's and the suites beside it.
 *
 * @param {'node' | 'web'} host
 * @param {string} target
 */
async function copyExtension(host, target) {
  for (const path of await listFiles({ cwd: projectFolder, packageManager: PackageManager.None })) {
    await mkdir(dirname(join(target, path)), { recursive: true });
    await copyFile(join(projectFolder, path), join(target, path));
  }
  const { main, browser, ...manifest } = JSON.parse(
    await readFile(join(projectFolder, 'package.json'), 'utf8'),
  );
  const extension = join(projectFolder, host === 'web' ? browser : main);
  // Beside the extension's own, so that it finds what lies there.
  const own = join(dirname(host === 'web' ? browser : main), 'measured.js');
  await writeFile(
    join(target, 'package.json'),
    JSON.stringify({ ...manifest, [host === 'web' ? 'browser' : 'main']: `./${own}` }, undefined, 2),
  );
  // In Node it is loaded as VS Code loads it; the browser host loads one file alone.
  const [alias, external] = host === 'web' ? [extension, []] : ['./extension.js', ['./extension.js']];
  await bundle(
    { entryPoints: [join(sources, 'main.ts')], alias: { 'status-book-extension': alias }, external },
    host,
    join(target, own),
  );
  for (const [suite, typing] of [
    ['start', false],
    ['type', true],
  ]) {
    const contents = `import { runBench } from './suite';\nexport const run = () => runBench(${typing}, ${JSON.stringify(resultMark)});\n`;
    const stdin = { contents, resolveDir: sources, loader: /** @type {const} */ ('ts') };
    await bundle({ stdin }, host, join(target, 'dist', `${suite}.js`));
  }
}

/**
 * @param {import('esbuild').BuildOptions} options
 * @param {'node' | 'web'} host
 * @param {string} outfile
 */
async function bundle(options, host, outfile) {
  await build({
    ...options,
    outfile,
    bundle: true,
    format: 'cjs',
    platform: host === 'web' ? 'browser' : 'node',
    target: 'es2022',
    external: ['vscode', ...(options.external ?? [])],
    logLevel: 'error',
  });
}
