// Puts a window back as it was before a test, which is much faster than to open another one.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { readStatusBar } from './actions';

export const viewport = { width: 1400, height: 900 };

const patienceMilliseconds = 10_000;
const stableMilliseconds = 800;

interface Window {
  readonly page: Page;
  readonly folder: string;
}

/** Whether a folder, or one in it, is a book. */
export function hasBook(folder: string): boolean {
  return ['.', ...readdirSync(folder)].some((name) => existsSync(join(folder, name, 'book.md')));
}

/**
 * What the status bar says once the book has been read and checked; commands are offered from then on. The first window
 * of a busy machine takes a minute for that.
 */
export async function settledStatus(page: Page): Promise<string> {
  const end = Date.now() + 12 * patienceMilliseconds;
  let last = '';
  let since = Date.now();
  while (Date.now() < end && (!last.includes('Time balance') || Date.now() - since < stableMilliseconds)) {
    const now = await statusOf(page);
    if (now !== last) since = Date.now();
    last = now;
    await page.waitForTimeout(100);
  }
  return last;
}

/** Closes what is open and restores the files; whether all is as it was. */
export async function tidyUp({ page, folder }: Window, book: string, status: string): Promise<boolean> {
  if (page.isClosed() || page.context().pages().length > 1) return false;
  await page.setViewportSize(viewport);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Escape');
  if (!(await closeEditors(page))) return false;
  restore(folder, book);
  return comesTrue(page, async () => (await statusOf(page)) === status);
}

/** Closes the panel, and shows the Explorer with all folders folded. */
export async function resetLayout(page: Page): Promise<void> {
  const panel = page.locator('.part.panel');
  if (await panel.isVisible()) {
    await page.keyboard.press('Control+J');
    await panel.waitFor({ state: 'hidden' });
  }
  const explorer = page.locator('.activitybar').getByRole('tab', { name: /^Explorer/ });
  if ((await explorer.getAttribute('aria-selected')) !== 'true') await explorer.click();
  await page.locator('.explorer-viewlet .monaco-list-row').first().waitFor();
  await foldExplorer(page);
}

/** Folds all folders of the Explorer that is shown, and goes to its first row. */
export async function foldExplorer(page: Page): Promise<void> {
  await page.locator('.explorer-viewlet .monaco-list').first().focus();
  await page.keyboard.press('Control+ArrowLeft');
  await page
    .locator('.explorer-viewlet [role=treeitem][aria-expanded="true"]')
    .first()
    .waitFor({ state: 'detached' });
  await page.keyboard.press('Home');
}

/** Whether something is so within the time that a window may take. */
async function comesTrue(page: Page, isSo: () => Promise<boolean>): Promise<boolean> {
  const end = Date.now() + patienceMilliseconds;
  while (!(await isSo())) {
    if (Date.now() > end) return false;
    await page.waitForTimeout(100);
  }
  return true;
}

/** The status bar’s balance and problems; a timer goes on by itself. */
async function statusOf(page: Page): Promise<string> {
  const items = await readStatusBar(page);
  return items.filter((item) => /^(?:Time balance|Errors|Warnings|No Problems|Infos)/.test(item)).join('\n');
}

async function closeEditors(page: Page): Promise<boolean> {
  const tabs = page.locator('.tabs-container .tab');
  const question = page.locator('.monaco-dialog-box').getByText("Don't Save", { exact: true });
  await page.keyboard.press('Control+K');
  await page.keyboard.press('Control+W');
  return comesTrue(page, async () => {
    if (await question.isVisible()) await question.click({ timeout: 1000 }).catch(() => undefined);
    return (await tabs.count()) === 0;
  });
}

function restore(folder: string, original: string): void {
  const paths = (of: string): string[] =>
    readdirSync(of, { recursive: true, encoding: 'utf8' }).filter((path) =>
      statSync(join(of, path)).isFile(),
    );
  const wanted = paths(original);
  const isWanted = new Set(wanted);
  for (const path of paths(folder)) if (!isWanted.has(path)) rmSync(join(folder, path));
  for (const path of wanted) {
    const [from, to] = [join(original, path), join(folder, path)];
    const text = readFileSync(from);
    if (existsSync(to) && readFileSync(to).equals(text)) continue;
    mkdirSync(dirname(to), { recursive: true });
    writeFileSync(to, text);
  }
}
