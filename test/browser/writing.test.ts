import { assert } from 'chai';
import type { Locator, Page } from 'playwright-core';
import { seenTexts } from './looks.mjs';
import {
  eventually,
  goTo,
  openFile,
  readEditor,
  readStatusBar,
  screenshot,
  settled,
  useWorkbench,
} from './support';
import { foldExplorer } from './tidy';

/** What the lenses of the active editor say, as far as they are in view. */
function readLenses(page: Page): Promise<string[]> {
  return lenses(page).allTextContents();
}

function lenses(page: Page): Locator {
  return page.locator('.editor-group-container.active .codelens-decoration > :is(a, span):not(:empty)');
}

/** Waits until the lenses are drawn no more, one of them as wanted: what is drawn anew under a click loses it. */
async function lensesAreStill(page: Page, isWanted: (text: string) => boolean): Promise<string[]> {
  const seen = await settled(
    () => lenses(page).evaluateAll(seenTexts),
    (all) => all.every(({ isSeen }) => isSeen) && all.some(({ text }) => isWanted(text)),
  );
  return seen.map(({ text }) => text);
}

function activeEditor(page: Page): Locator {
  return page.locator('.editor-group-container.active .monaco-editor').first();
}

function explorerRow(page: Page, name: string): Locator {
  return page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: name }).first();
}

/** Opens a folder of the Explorer, and no other, and waits for a file in it. */
async function unfold(page: Page, folder: string, file: string): Promise<void> {
  await foldExplorer(page);
  await explorerRow(page, folder).click();
  await explorerRow(page, file).waitFor();
}

function lineOf(page: Page, isWanted: (line: string) => boolean): Promise<string[]> {
  return eventually(
    () => readEditor(page),
    (lines) => lines.some(isWanted),
  );
}

/** The entry that Enter has begun, with or without the time that is offered behind the cursor. */
function isBegun(line: string): boolean {
  return line === '- ' || line === '- 11:00-';
}

/** Puts the cursor behind the entry of line 11 and presses Enter there. */
async function beginEntry(page: Page): Promise<void> {
  await openFile(page, 'log/2026-11-20.md');
  await goTo(page, 11);
  await page.keyboard.press('End');
  // The extension answers in turn: what it suggests here comes after it has seen where the cursor is, and Enter is its own.
  await page.keyboard.press('Control+Space');
  await page.locator('.suggest-widget.visible').waitFor();
  await page.keyboard.press('Escape');
  await page.locator('.suggest-widget.visible').waitFor({ state: 'detached' });
  await page.keyboard.press('Enter');
  await untilLine(page, 12);
  await lineOf(page, isBegun);
}

/** The time that is offered behind the cursor, dimmed. */
function offeredTime(page: Page): Locator {
  return page.locator('.ghost-text-decoration, .ghost-text').first();
}

/** Waits until the cursor is on a line. */
function untilLine(page: Page, line: number): Promise<string[]> {
  return eventually(
    () => readStatusBar(page),
    (items) => items.some((item) => item.startsWith(`Ln ${line}, `)),
  );
}

/** Waits until the book has been read. */
function untilRead(page: Page): Promise<string[]> {
  return eventually(
    () => readStatusBar(page),
    (items) => items.some((item) => item.startsWith('Time balance')),
  );
}

describe('Writing in the workbench', () => {
  const workbench = useWorkbench();
  beforeEach('read the book', () => untilRead(workbench().page));

  it('shows the time of the day above its page, and tells an imbalance once: by the mark at Time', async () => {
    const { page } = workbench();
    await openFile(page, 'log/2026-11-23.md');
    const shown = await eventually(
      () => readLenses(page),
      (texts) => texts.some((text) => text.startsWith('Today: 3 h 20 min')),
    );
    assert.notInclude(shown.join('\n'), '%');
    await activeEditor(page).locator('.squiggly-warning').first().waitFor();
    await screenshot(page, 'code-lens-log');
  });

  it('shows who refers to a page on a click on their number', async () => {
    const { page } = workbench();
    await openFile(page, 'competitors/purenorth.md');
    await lensesAreStill(page, (text) => /^\d+ references$/.test(text));
    await lenses(page)
      .filter({ hasText: /^\d+ references$/ })
      .click();
    await page.locator('.peekview-widget .ref-tree').waitFor();
    await screenshot(page, 'code-lens-references');
  });

  it('shows the age of a competitor above its page, and renews it with one click', async () => {
    const { page } = workbench();
    await openFile(page, 'competitors/purenorth.md');
    const shown = await lensesAreStill(page, (text) => text.includes('Reviewed 47 days ago'));
    assert.isTrue(
      shown.some((text) => /^\d+ references$/.test(text)),
      shown.join('\n'),
    );
    await screenshot(page, 'code-lens-competitor');
    await lenses(page).filter({ hasText: 'Mark as reviewed today' }).click();
    await eventually(
      () => readLenses(page),
      (texts) => texts.includes('Reviewed today · due every 30 days'),
    );
  });

  it('goes on with the list of entries on Enter, and ends it on another Enter', async () => {
    const { page } = workbench();
    await beginEntry(page);
    // The offered time shows that the extension has seen where the cursor is; Enter is for it only from then on.
    await offeredTime(page).waitFor();
    await page.keyboard.press('Enter');
    await eventually(
      () => readEditor(page),
      (lines) => !lines.some(isBegun),
    );
    await page.keyboard.press('Control+Z');
    await lineOf(page, isBegun);
  });

  it('offers the time of the next entry, which Tab takes', async () => {
    const { page } = workbench();
    await beginEntry(page);
    const offer = offeredTime(page);
    await offer.waitFor();
    await screenshot(page, 'enter-offers-time');
    await page.keyboard.press('Tab');
    await offer.waitFor({ state: 'detached' });
    await lineOf(page, (line) => line === '- 11:00-');
  });

  it('leaves Enter alone where nothing is to be continued', async () => {
    const { page } = workbench();
    await openFile(page, 'log/2026-11-20.md');
    await goTo(page, 17);
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('Late.');
    await lineOf(page, (line) => line === 'Late.');
  });

  it('makes a link of a page that is dropped from the Explorer', async () => {
    const { page } = workbench();
    await openFile(page, 'strategy/strategy-home-2030.md');
    await unfold(page, 'competitors', 'osmaro.md');
    await lineOf(page, (line) => line === '## Situation');
    const heading = activeEditor(page).locator('.view-line').filter({ hasText: '## Situation' }).first();
    const { x, y, height } = (await heading.boundingBox()) ?? { x: 0, y: 0, height: 0 };
    await explorerRow(page, 'osmaro.md').hover();
    await page.mouse.down();
    await page.mouse.move(x + 200, y + height / 2, { steps: 10 });
    await page.keyboard.down('Shift');
    await eventually(
      async () => {
        await page.mouse.move(x + 150, y + height / 2, { steps: 5 });
        await page.mouse.move(x + 200, y + height / 2, { steps: 5 });
        return page.locator('.dnd-target').count();
      },
      (count) => count > 0,
    );
    await page.mouse.up();
    await page.keyboard.up('Shift');
    await lineOf(page, (line) => line === '## Situation[[osmaro]]');
    await screenshot(page, 'drop-makes-link');
  });

  it('makes a link of a page that is copied in the Explorer and pasted', async () => {
    const { page } = workbench();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFile(page, 'strategy/strategy-home-2030.md');
    await unfold(page, 'competitors', 'osmaro.md');
    await explorerRow(page, 'osmaro.md').click();
    await page.keyboard.press('Control+C');
    await openFile(page, 'strategy/strategy-home-2030.md');
    await page.keyboard.press('Control+End');
    await page.keyboard.press('Control+V');
    await lineOf(page, (line) => line.includes('[[osmaro]]'));
  });

  it('offers a link for a path that is pasted, and pastes it as it is first', async () => {
    const { page } = workbench();
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await openFile(page, 'strategy/strategy-home-2030.md');
    await page.keyboard.press('Control+End');
    await page.keyboard.type('competitors/osmaro.md');
    await page.keyboard.press('Shift+Home');
    await page.keyboard.press('Control+X');
    await page.keyboard.press('Control+V');
    await lineOf(page, (line) => line === 'competitors/osmaro.md');
    await page.locator('.post-edit-widget').click();
    await screenshot(page, 'paste-offers-link');
    await page.getByText(/^Insert Link to /).click();
    await lineOf(page, (line) => line === '[[osmaro]]');
  });
});
