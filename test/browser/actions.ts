// What a person does in the workbench and sees there, as functions on its page.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { projectFolder } from '../host/folders.mjs';

const patienceMilliseconds = 30_000;
/** What has been the same for so long is drawn. */
const stillMilliseconds = 500;

/** What these functions use of a DOM element, inside the browser. */
interface DomElement {
  getAttribute(name: string): string | null;
  querySelector(selector: string): DomElement | null;
  textContent: string | null;
}

/** A row of a tree view. */
export interface TreeRow {
  /** From 1 for the topmost rows. */
  level: number;
  label: string;
  /** The dimmed text after the label. */
  description: string;
  /** Undefined when the row has no children. */
  expanded: boolean | undefined;
  /** What a screen reader says. */
  accessibilityLabel: string;
}

/** A row of the Problems panel. */
export interface Problem {
  severity: string;
  message: string;
  line: number;
  column: number;
  /** The file's name, without its folder. */
  file: string;
}

/**
 * Reads again and again until what is read is as wanted, which is how a person waits for a screen to settle.
 *
 * @param read reads once
 * @param isWanted judges what was read
 * @returns what was read at last
 * @throws when it is not as wanted within half a minute; the message shows what was read last
 */
export async function eventually<T>(read: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
  const end = Date.now() + patienceMilliseconds;
  for (;;) {
    let value: T | undefined;
    try {
      value = await read();
      if (isWanted(value)) return value;
    } catch (error) {
      // A webview that shows something new may have a new frame.
      if (!/Frame was detached/.test(String(error)) || Date.now() > end) throw error;
    }
    if (Date.now() > end) throw new Error(`Still not as wanted: ${JSON.stringify(value, undefined, 2)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * Reads until what is read is as wanted and stays the same for half a second: a click on what is just drawn anew is lost.
 *
 * @returns what was read at last
 * @throws as `eventually` does
 */
export function settled<T>(read: () => Promise<T>, isWanted: (value: T) => boolean): Promise<T> {
  let last = '';
  let since = 0;
  return eventually(read, (value) => {
    const now = JSON.stringify(value);
    if (now !== last) since = Date.now();
    last = now;
    return isWanted(value) && Date.now() - since >= stillMilliseconds;
  });
}

/** Saves a picture of the window as test/screenshots/NAME.png and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const folder = join(projectFolder, 'test', 'screenshots');
  await mkdir(folder, { recursive: true });
  const path = join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  await page.mouse.move(700, 2); // where nothing shows a tooltip
  await page.screenshot({ path });
  return path;
}

/** Runs a command as the palette shows it, for instance `Status Book: Check Book`; waits until the palette has it. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await pickInQuickInput(page, 'F1', `>${title}`, title);
}

/** Opens a file of the workspace by its path, as quick open finds it. */
export async function openFile(page: Page, path: string): Promise<void> {
  const name = path.split('/').at(-1) ?? path;
  await pickInQuickInput(page, 'Control+P', path, name);
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
  await page.locator('.editor-instance .view-lines').first().waitFor();
}

async function pickInQuickInput(page: Page, key: string, text: string, label: string): Promise<void> {
  await page.keyboard.press(key);
  const input = page.locator('.quick-input-widget input.input');
  await input.waitFor();
  await input.fill(text);
  await quickPickRow(page, label).click({ timeout: patienceMilliseconds });
}

/** The row of an open quick pick that has exactly this label. */
export function quickPickRow(page: Page, label: string): Locator {
  const exact = page.locator('.quick-input-list-label .label-name').getByText(label, { exact: true });
  return page.locator('.quick-input-list .monaco-list-row').filter({ has: exact }).first();
}

/** Types an answer into an open input box or quick pick, and confirms it. */
export async function answerQuickInput(page: Page, text: string): Promise<void> {
  const input = page.locator('.quick-input-widget input.input');
  // A question that has only just come up may still empty its input: what was typed must stay for a moment.
  await eventually(
    async () => {
      const isThere = (await input.inputValue()) === text;
      if (!isThere) await input.fill(text);
      return isThere;
    },
    (isThere) => isThere,
  );
  await page.keyboard.press('Enter');
}

/** Puts the cursor of the active editor at a line and column, both from 1. */
export async function goTo(page: Page, line: number, column = 1): Promise<void> {
  await page.keyboard.press('Control+G');
  await answerQuickInput(page, `:${line}:${column}`);
  await eventually(
    () => readStatusBar(page),
    (items) => items.some((item) => item.startsWith(`Ln ${line}, Col ${column}`)),
  );
}

/** Opens a view container of the activity bar by its title. */
export async function openViewContainer(page: Page, title: string): Promise<void> {
  const tab = page.locator('.activitybar').getByRole('tab', { name: title });
  if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
}

/** The rows that a tree view shows now, by the view's title; no rows while it is not there. */
export function readTree(page: Page, view: string): Promise<TreeRow[]> {
  return treeRows(page, view).evaluateAll((rows: DomElement[]) =>
    rows.map((row) => ({
      level: Number(row.getAttribute('aria-level')),
      label: row.querySelector('.label-name')?.textContent ?? '',
      description: row.querySelector('.label-description')?.textContent ?? '',
      expanded:
        row.getAttribute('aria-expanded') === null ? undefined : row.getAttribute('aria-expanded') === 'true',
      accessibilityLabel: row.getAttribute('aria-label') ?? '',
    })),
  );
}

/** Clicks the row of a tree view that has exactly this label. */
export async function clickTreeRow(page: Page, view: string, label: string): Promise<void> {
  const exact = page.locator('.label-name').getByText(label, { exact: true });
  await treeRows(page, view).filter({ has: exact }).first().click();
}

function treeRows(page: Page, view: string): Locator {
  const header = page.locator(`.pane-header[aria-label^="${view}"]`);
  return page.locator('.pane').filter({ has: header }).locator('.pane-body [role=treeitem]');
}

/** Opens the Problems panel and reads the rows it shows, of the files that the filter lets through. */
export async function readProblems(page: Page, filter = ''): Promise<Problem[]> {
  await page
    .locator('.markers-panel')
    .or(page.locator('.statusbar-item#status\\.problems'))
    .first()
    .waitFor();
  if (!(await page.locator('.markers-panel').isVisible())) await page.keyboard.press('Control+Shift+M');
  const box = page.locator('.panel .viewpane-filter input');
  if ((await box.inputValue()) !== filter) await box.fill(filter);
  const accessibilityLabel = await page
    .locator('.markers-panel .monaco-list-row')
    .evaluateAll((rows: DomElement[]) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  const problems: Problem[] = [];
  let file = '';
  for (const text of accessibilityLabel) {
    file = /^\d+ problems in file (.+?) of folder/.exec(text)?.[1] ?? file;
    const [, severity, message, line, column] =
      /^(\w+): (.*) at line (\d+) and character (\d+)\./s.exec(text) ?? [];
    if (severity && message)
      problems.push({ severity, message, line: Number(line), column: Number(column), file });
  }
  return problems;
}

/** Goes to a problem from the open Problems panel, which opens its file, and applies a quick fix there. */
export async function fixProblem(page: Page, message: string, fix: string): Promise<void> {
  const row = page.locator('.markers-panel .monaco-list-row').filter({ hasText: message }).first();
  await row.dblclick();
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await applyQuickFix(page, fix);
}

/** Applies a quick fix at the cursor of the active editor, by its title. */
export async function applyQuickFix(page: Page, fix: string): Promise<void> {
  await page.keyboard.press('Control+.');
  const offer = page.locator('.action-widget').getByText(fix, { exact: true }).first();
  await offer.click({ timeout: patienceMilliseconds });
}

/** What the items of the status bar say, to a screen reader. */
export function readStatusBar(page: Page): Promise<string[]> {
  return page
    .locator('.statusbar-item')
    .evaluateAll((items: DomElement[]) =>
      items.map((item) => item.getAttribute('aria-label') ?? item.textContent ?? ''),
    );
}

/** The lines of the active editor that are in view, as they read. */
export function readEditor(page: Page): Promise<string[]> {
  return page
    .locator('.editor-group-container.active .view-lines .view-line')
    .evaluateAll((lines: DomElement[]) =>
      lines.map((line) => (line.textContent ?? '').replaceAll('\u00a0', ' ')),
    );
}
