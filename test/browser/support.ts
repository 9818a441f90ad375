// What the browser tests share: one server with the packed extension and one browser for all of them, and a fresh copy of
// a book in a fresh window for each test. What a person does in that window is in actions.ts.
import type { Browser, Page } from 'playwright-core';
import { startBrowser } from '../host/browser.mjs';
import {
  projectFolder,
  sampleBookFolder,
  sampleSettings,
  temporaryCopy,
  temporaryFolder,
} from '../host/folders.mjs';
import { packExtension } from '../host/packExtension.mjs';
import { type Server, startServer } from '../host/server.mjs';

import { screenshot } from './actions';
import { hasBook, settledStatus, tidyUp, viewport } from './tidy';

export * from './actions';

const startLimitMilliseconds = 60_000;

interface Host {
  server: Server;
  browser: Browser;
  stop(): Promise<void>;
}

let host: Promise<Host> | undefined;

async function startHost(): Promise<Host> {
  const folder = await temporaryFolder('package');
  const server = await startServer({
    vsix: await packExtension(projectFolder, folder.path),
    settings: sampleSettings,
  });
  const browser = await startBrowser();
  const stop = async () => {
    await browser.close();
    await server.stop();
    await folder.remove();
  };
  return { server, browser, stop };
}

after('stop the server and the browser', async () => {
  await (await host)?.stop();
});

/** A book that is open in a window of its own. */
export interface Workbench {
  page: Page;
  /** Absolute path of the copy that is open. */
  folder: string;
  close(): Promise<void>;
}

/**
 * Opens a fresh copy of a folder in a fresh window, and waits until the workbench is there.
 *
 * @param book the folder to copy; the sample book when left out
 */
export async function openWorkbench(book: string = sampleBookFolder): Promise<Workbench> {
  host ??= startHost();
  const { server, browser } = await host;
  const copy = await temporaryCopy(book);
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(startLimitMilliseconds);
  await page.goto(server.url(copy.path));
  await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
  const close = async () => {
    await context.close();
    await copy.remove();
  };
  return { page, folder: copy.path, close };
}

/** Opens a fresh window in which no folder is open. */
export async function openEmptyWindow(): Promise<Pick<Workbench, 'page' | 'close'>> {
  host ??= startHost();
  const { server, browser } = await host;
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(startLimitMilliseconds);
  await page.goto(`${server.url()}?ew=true`);
  await page.locator('.activitybar').getByRole('tab', { name: 'Status Book' }).waitFor();
  return { page, close: () => context.close() };
}

/**
 * Gives the tests of a `describe` block a workbench. Each test leaves it to the next one as it found it: all editors are
 * closed, the files of the folder are as they were, and so is what the status bar says of them. Where that does not come
 * about, or a test fails, the next one gets a window of its own. A test that fails leaves a picture.
 *
 * @param book the folder to copy; the sample book when left out
 * @returns the workbench of the running test
 */
export function useWorkbench(book: string = sampleBookFolder): () => Workbench {
  let workbench: Workbench | undefined;
  let status: string | undefined;
  const closeIt = async () => {
    await workbench?.close();
    workbench = undefined;
  };
  beforeEach('open the book', async function () {
    this.timeout(3 * startLimitMilliseconds);
    if (workbench) return;
    workbench = await openWorkbench(book);
    status = undefined;
    if (hasBook(book)) status = await settledStatus(workbench.page);
  });
  afterEach('tidy the window', async function () {
    this.timeout(startLimitMilliseconds);
    if (!workbench) return;
    // One that is tried again has not failed yet.
    const hasFailed = !this.currentTest?.isPassed();
    if (hasFailed) await screenshot(workbench.page, `failed ${this.currentTest?.fullTitle()}`);
    if (hasFailed || status === undefined || !(await tidyUp(workbench, book, status))) await closeIt();
  });
  after('close the book', closeIt);
  return () => {
    if (!workbench) throw new Error('The workbench is open only while a test runs');
    return workbench;
  };
}
