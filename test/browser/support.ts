// What the browser tests share: one server with the packed extension and one browser for all of them, and windows on
// copies of books, which one test hands to the next. What a person does in a window is in actions.ts.
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
import { hasBook, resetLayout, settledStatus, tidyUp, viewport } from './tidy';

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
    // The Explorer stays where a test has put it.
    settings: { ...sampleSettings, 'explorer.autoReveal': false },
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

/** A tidy window on the sample book that the last `describe` block left. */
let spare: OpenWindow | undefined;

interface OpenWindow {
  readonly workbench: Workbench;
  /** What the status bar says while all is as it was; nothing where there is no book. */
  readonly status: string | undefined;
}

async function openWindow(book: string): Promise<OpenWindow> {
  const workbench = await openWorkbench(book);
  return { workbench, status: hasBook(book) ? await settledStatus(workbench.page) : undefined };
}

/**
 * Gives the tests of a `describe` block a workbench. Each test leaves it to the next one as it found it: all editors are
 * closed, the files of the folder are as they were, and so is what the status bar says of them; the sample book’s window
 * goes from one block to the next, with its layout put back. Where that does not come about, or a test fails, the next
 * one gets a window of its own. A test that fails leaves a picture.
 *
 * @param book the folder to copy; the sample book when left out
 * @returns the workbench of the running test
 */
export function useWorkbench(book: string = sampleBookFolder): () => Workbench {
  let window: OpenWindow | undefined;
  const closeIt = async () => {
    await window?.workbench.close();
    window = undefined;
  };
  beforeEach('open the book', async function () {
    this.timeout(3 * startLimitMilliseconds);
    if (window) return;
    if (book === sampleBookFolder) [window, spare] = [spare, undefined];
    window ??= await openWindow(book);
  });
  afterEach('tidy the window', async function () {
    this.timeout(startLimitMilliseconds);
    if (!window) return;
    const { workbench, status } = window;
    const hasFailed = !this.currentTest?.isPassed();
    if (hasFailed) await screenshot(workbench.page, `failed ${this.currentTest?.fullTitle()}`);
    if (hasFailed || status === undefined || !(await tidyUp(workbench, book, status))) await closeIt();
  });
  after('leave or close the book', async () => {
    if (!window || book !== sampleBookFolder) return closeIt();
    await resetLayout(window.workbench.page);
    spare = window;
  });
  return () => {
    if (!window) throw new Error('The workbench is open only while a test runs');
    return window.workbench;
  };
}
