// The dashboard's webview in the workbench, and what is looked at in there.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Frame, Locator, Page } from 'playwright-core';
import type { Table } from '../../src/shared/shownDashboard';
import { eventually, runCommand } from './actions';
import { pixelsOf, tableTexts, violations, widths } from './inBrowser.mjs';

const patienceMilliseconds = 60_000;

/** The page that counts pixels; it ends with the browser. */
let blank: Promise<Page> | undefined;

/** Opens the dashboard by its command and waits until it shows its answers. */
export async function openDashboard(page: Page): Promise<Frame> {
  await runCommand(page, 'Status Book: Open Dashboard');
  return dashboardFrame(page);
}

/** The innermost frame of the dashboard that is shown now. */
export async function dashboardFrame(page: Page): Promise<Frame> {
  page.setDefaultTimeout(patienceMilliseconds);
  const dashboard = page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .locator('#dashboard:has(.page)');
  await dashboard.waitFor();
  const frame = await (await dashboard.elementHandle())?.ownerFrame();
  if (!frame) throw new Error('The dashboard has no frame');
  return frame;
}

/** The answers of the headlines. */
export async function readAnswers(frame: Frame): Promise<string[]> {
  const answers = await frame.locator('.headline .answer > span:last-child').allTextContents();
  return answers.map((answer) => answer.replaceAll('\u00a0', ' '));
}

/** Unfolds all tables. */
export async function openTables(frame: Frame): Promise<void> {
  const folded = frame.locator('details.data:not([open]) > summary');
  for (let left = await folded.count(); left > 0; left--) await folded.first().click();
}

/** What the page shows of a table, titles of its columns first; waits until it is unfolded. */
export function readTable(frame: Frame, caption: string): Promise<string[][]> {
  return eventually(
    () => frame.evaluate(tableTexts, `section[aria-label="${caption}"] table`),
    (rows) => rows.length > 0,
  );
}

/** What a table ought to show. */
export function expectedTable({ columns, rows }: Table): string[][] {
  return [columns.map(({ title }) => title), ...rows.map((row) => row.map(({ text }) => text.trim()))];
}

/** The share of an element's pixels that are drawn on, and how many colours they have. */
export async function drawn(page: Page, element: Locator): Promise<{ painted: number; colours: number }> {
  await element.scrollIntoViewIfNeeded();
  const picture = (await element.screenshot()).toString('base64');
  // In a context of its own, so that the window stays the only one in its.
  blank ??= page.context().browser()?.newPage();
  return (await (blank as Promise<Page>)).evaluate(pixelsOf, picture);
}

/** Changes the colour theme of the window while it is open, through the settings of the folder. */
export async function setTheme(page: Page, folder: string, theme: string, className: string): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(
    join(folder, '.vscode', 'settings.json'),
    JSON.stringify({ 'workbench.colorTheme': theme }),
  );
  const frame = await dashboardFrame(page);
  await frame.locator(`body.${className}`).waitFor();
}

/** Makes the window as wide as it must be for the dashboard to have this width. */
export async function setWidth(page: Page, width: number, height: number): Promise<void> {
  const frame = await dashboardFrame(page);
  await eventually(
    async () => {
      const shown = (await frame.evaluate(widths)).page;
      const viewport = page.viewportSize();
      if (shown !== width && viewport)
        await page.setViewportSize({ width: viewport.width + width - shown, height });
      return shown;
    },
    (shown) => shown === width,
  );
}

/**
 * What axe-core finds wrong in the webview. Its policy forbids any script but its own; axe-core is therefore run through
 * the browser's debugger, which the policy does not bind, and the policy itself stays in force.
 *
 * @param rules the rules of axe-core to check by, all where left out
 */
export async function accessibilityViolations(frame: Frame, rules?: string[]): Promise<string[]> {
  await frame.evaluate(axe.source);
  return frame.evaluate(violations, rules);
}
