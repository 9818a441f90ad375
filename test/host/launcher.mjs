#!/usr/bin/env node
// Takes the arguments that @vscode/test-electron gives a desktop VS Code, and runs the extension tests in a VS Code
// server with a browser instead. The extension runs in the Node host when its manifest has `main`, else in the browser's
// web worker host. The exit code is the suite's.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format, parseArgs } from 'node:util';
import { startBrowser } from './browser.mjs';
import { startServer } from './server.mjs';

const { values, positionals } = parseArgs({
  options: {
    extensionDevelopmentPath: { type: 'string' },
    extensionTestsPath: { type: 'string' },
    'user-data-dir': { type: 'string', default: '' },
  },
  strict: false,
  allowPositionals: true,
});

/** What the workbench itself logs in a good run. */
const expectedNoise = new RegExp(
  [
    /^Resolv(ing|ed) connection token/,
    /^Creating a socket/,
    /^\[(reconnection-grace-time|AgentHost.*|AccountPolicyGate|Service Worker)\]/,
    /additional builtin extensions/,
    /^No search provider registered for scheme/,
    /^Canceled: Canceled/,
  ]
    .map(({ source }) => source)
    .join('|'),
);

/** @param {import('./server.mjs').Server} server */
function testsAddress(server) {
  /** @param {unknown} path */
  const remote = (path) => `vscode-remote://127.0.0.1:${server.port}${path}`;
  return server.url(positionals[0], {
    extensionDevelopmentPath: remote(values.extensionDevelopmentPath),
    extensionTestsPath: remote(values.extensionTestsPath),
    skipWelcome: 'true',
  });
}

/**
 * Opens the workbench, which starts the tests, and waits for their end.
 *
 * @param {import('./server.mjs').Server} server
 * @param {import('playwright-core').Browser} browser
 * @returns {Promise<number>} the exit code
 */
async function runSuite(server, browser) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 700 }, reducedMotion: 'reduce' });
  page.setDefaultTimeout(60_000);
  const exit = new Promise((resolve) => page.exposeFunction('codeAutomationExit', resolve));
  await page.exposeFunction(
    'codeAutomationLog',
    (/** @type {string} */ type, /** @type {unknown[]} */ values) => {
      const text = format(...values);
      if (!expectedNoise.test(text)) (type === 'error' ? console.error : console.log)(text);
    },
  );
  const crash = new Promise((_, reject) => {
    page.once('crash', () => reject(new Error('The browser page crashed.')));
    server.ended.then((code) => reject(new Error(`The VS Code server ended with code ${code}.`)));
  });
  await page.goto(testsAddress(server));
  return Promise.race([exit, crash]);
}

/** @type {{ close(): Promise<void> }[]} */
const open = [];
try {
  const settings = JSON.parse(
    await readFile(join(String(values['user-data-dir']), 'User', 'settings.json'), 'utf8'),
  );
  const server = await startServer({ driver: true, settings });
  open.unshift({ close: server.stop });
  const browser = await startBrowser();
  open.unshift(browser);
  process.exitCode = Number(await runSuite(server, browser));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
} finally {
  for (const resource of open) await resource.close();
}
