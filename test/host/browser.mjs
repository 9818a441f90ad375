import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright-core';
import { bundledBrowser, hasBundledBrowser } from './bundledBrowser.mjs';
import { installHost } from './install.mjs';

const launchArguments = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

const commandNames = [
  'google-chrome-stable',
  'google-chrome',
  'chromium',
  'chromium-browser',
  'microsoft-edge-stable',
  'microsoft-edge',
];

/** @type {Partial<Record<NodeJS.Platform, string[]>>} */
const applications = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA]
    .filter((folder) => folder !== undefined)
    .flatMap((folder) => [
      join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
};

/**
 * Starts a browser without a window: the one named by the environment variable BROWSER_EXECUTABLE, else an installed
 * Chrome, Chromium or Edge, else the headless shell that comes with the host's npm packages (Linux x64).
 *
 * @returns {Promise<import('playwright-core').Browser>}
 * @throws when there is none; the message says what to do
 */
export async function startBrowser() {
  const executablePath = process.env.BROWSER_EXECUTABLE || installedBrowser();
  if (executablePath) return chromium.launch({ executablePath, args: launchArguments });
  if (!hasBundledBrowser) {
    throw new Error(
      'No browser was found. Install Chrome, Chromium or Edge, or set BROWSER_EXECUTABLE to one.',
    );
  }
  await installHost();
  return chromium.launch({ ...(await bundledBrowser()), args: launchArguments });
}

function installedBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => commandNames.map((name) => join(folder, name)));
  return [...(applications[process.platform] ?? []), ...onPath].find((path) => existsSync(path));
}
