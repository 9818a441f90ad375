// What the browser tests share: one server with the packed extension and one browser for all of them, and a fresh copy of
// a book in a fresh window for each test. What a person does in that window is in actions.ts.
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
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

export * from './actions';

const viewport = { width: 1400, height: 900 };
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
 * Gives the tests of a `describe` block a workbench. A test that only looks leaves it to the next one, with all editors
 * closed and the folder's settings removed; one that changes a page, leaves something unsaved or fails takes its window
 * with it. A test that fails leaves a picture.
 *
 * @param book the folder to copy; the sample book when left out
 * @returns the workbench of the running test
 */
export function useWorkbench(book: string = sampleBookFolder): () => Workbench {
  let workbench: Workbench | undefined;
  const closeIt = async () => {
    await workbench?.close();
    workbench = undefined;
  };
  beforeEach('open the book', async function () {
    this.timeout(3 * startLimitMilliseconds);
    workbench ??= await openWorkbench(book);
  });
  afterEach('tidy the window', async function () {
    if (!workbench) return;
    const hasFailed = this.currentTest?.isFailed() ?? false;
    if (hasFailed) await screenshot(workbench.page, `failed ${this.currentTest?.fullTitle()}`);
    rmSync(join(workbench.folder, '.vscode'), { recursive: true, force: true });
    if (hasFailed || !hasSameFiles(book, workbench.folder) || !(await tidy(workbench.page))) await closeIt();
  });
  after('close the book', closeIt);
  return () => {
    if (!workbench) throw new Error('The workbench is open only while a test runs');
    return workbench;
  };
}

/** Closes what a test has opened; false where that is not possible without a question. */
async function tidy(page: Page): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length > 1) return false;
  if ((await page.locator('.tab.dirty').count()) > 0) return false;
  await page.setViewportSize(viewport);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+W');
  try {
    await page.locator('.tabs-container .tab').first().waitFor({ state: 'detached', timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

function hasSameFiles(one: string, other: string): boolean {
  const [names, otherNames] = [one, other].map(
    (folder) => readdirSync(folder, { recursive: true }) as string[],
  );
  return (
    names?.length === otherNames?.length &&
    (names ?? []).every((name) => {
      const [path, otherPath] = [join(one, name), join(other, name)];
      if (!existsSync(otherPath)) return false;
      return statSync(path).isDirectory() || readFileSync(path).equals(readFileSync(otherPath));
    })
  );
}
