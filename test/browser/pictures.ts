// `npm run pictures`: makes the pictures of README.md in media/readme from the sample book on its day, in a real workbench.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { projectFolder, sampleBookFolder, temporaryCopy } from '../host/folders.mjs';
import {
  clickTreeRow,
  eventually,
  goTo,
  openFile,
  openViewContainer,
  openWorkbench,
  readProblems,
  readTree,
  runCommand,
  type Workbench,
} from './support';

const todaysLog = 'log/2026-11-23.md';
const size = { width: 1280, height: 860 };

/** Nothing in the pictures but what they are about. */
const settings = {
  'workbench.layoutControl.enabled': false,
  'editor.minimap.enabled': false,
  'editor.wordWrap': 'on',
  'editor.cursorBlinking': 'solid',
  'editor.lineNumbers': 'off',
  'files.exclude': { '.vscode': true },
};

/** Saves the window as media/readme/NAME.png. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = join(projectFolder, 'media', 'readme');
  mkdirSync(folder, { recursive: true });
  await page.mouse.move(size.width / 2, 2);
  await page.screenshot({ path: join(folder, `${name}.png`), caret: 'hide', animations: 'disabled' });
}

async function widenSideBar(page: Page, width: number): Promise<void> {
  const bar = page.locator('.part.sidebar');
  const box = await bar.boundingBox();
  if (!box) throw new Error('The side bar is not shown');
  await page.mouse.move(box.x + box.width, box.y + 300);
  await page.mouse.down();
  await page.mouse.move(box.x + width, box.y + 300, { steps: 5 });
  await page.mouse.up();
}

/** A copy of the sample book in which no timer runs: the clock would be in the pictures. */
async function preparedBook(): Promise<{ path: string; remove(): Promise<void> }> {
  const copy = await temporaryCopy(sampleBookFolder);
  const log = join(copy.path, todaysLog);
  writeFileSync(log, readFileSync(log, 'utf8').replace('11:15-?', '11:15-12:05'));
  mkdirSync(join(copy.path, '.vscode'));
  writeFileSync(join(copy.path, '.vscode', 'settings.json'), JSON.stringify(settings));
  return copy;
}

describe('The pictures of the README', () => {
  let workbench: Workbench;
  let book: { path: string; remove(): Promise<void> };

  before('prepare the sample book', async () => {
    book = await preparedBook();
  });
  after('remove it', () => book.remove());

  beforeEach('open the sample book', async () => {
    workbench = await openWorkbench(book.path);
    await workbench.page.setViewportSize(size);
    await openViewContainer(workbench.page, 'Status Book');
    await eventually(
      () => readTree(workbench.page, 'Activities'),
      (rows) => rows.length > 3,
    );
    await workbench.page.locator('.notification-toast').waitFor({ state: 'detached' });
  });
  afterEach('close it', () => workbench.close());

  it('dashboard', async () => {
    const { page } = workbench;
    await runCommand(page, 'Status Book: Open Dashboard');
    const frame = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
    await frame.locator('#dashboard:has(.page)').waitFor();
    await page.keyboard.press('Control+B'); // the whole window for it
    await page.locator('.part.sidebar').waitFor({ state: 'hidden' });
    await frame.locator('canvas').first().waitFor();
    await picture(page, 'dashboard');
  });

  it('activities', async () => {
    const { page } = workbench;
    await openFile(page, todaysLog);
    await widenSideBar(page, 420);
    for (const view of ['Products', 'Market']) {
      await page.locator(`.pane-header[aria-label^="${view}"]`).click();
    }
    await clickTreeRow(page, 'Activities', 'Liaison');
    await eventually(
      () => readTree(page, 'Activities'),
      (rows) => rows.some(({ level }) => level === 3),
    );
    await picture(page, 'activities');
  });

  it('problems', async () => {
    const { page } = workbench;
    await openFile(page, 'competitors/purenorth.md');
    await readProblems(page, 'purenorth');
    await goTo(page, 5, 12);
    const offer = page.locator('.action-widget').getByText('Mark as reviewed today').first();
    await eventually(
      async () => {
        if (!(await offer.isVisible())) await page.keyboard.press('Control+.');
        return offer.isVisible();
      },
      (isOffered) => isOffered,
    );
    await picture(page, 'problems');
  });

  it('completion', async () => {
    const { page } = workbench;
    await runCommand(page, "Status Book: Open Today's Log");
    await page.locator('.tab.active[data-resource-name="2026-11-23.md"]').waitFor();
    await page.keyboard.press('End');
    await page.keyboard.type('\n- 45m ');
    await page.keyboard.press('Control+Space');
    await page.locator('.suggest-widget.visible .monaco-list-row').first().waitFor();
    await picture(page, 'completion');
  });

  it('review', async () => {
    const { page } = workbench;
    await runCommand(page, 'Status Book: Write Weekly Review…');
    const lastWeek = page.locator('.quick-input-list .monaco-list-row').filter({ hasText: 'Last week' });
    await lastWeek.click();
    await page.locator('.tab.active').filter({ hasText: /w47/i }).waitFor();
    await page.keyboard.press('Control+Shift+V');
    await page
      .frameLocator('iframe.webview.ready')
      .frameLocator('#active-frame')
      .locator('h2')
      .first()
      .waitFor();
    await runCommand(page, 'Notifications: Clear All Notifications');
    await page.locator('.notification-toast').waitFor({ state: 'detached' });
    await picture(page, 'review');
  });
});
