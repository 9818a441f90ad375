import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { assert } from 'chai';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { colourOf, themeColours } from './looks.mjs';
import { eventually, goTo, openFile, runCommand, screenshot, settled, useWorkbench } from './support';

/** The body of the page that the preview shows. */
function preview(page: Page): Locator {
  return previewFrame(page).locator('.markdown-body');
}

function previewFrame(page: Page): FrameLocator {
  return page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
}

async function openPreview(page: Page, path: string): Promise<Locator> {
  await openFile(page, path);
  await runCommand(page, 'Markdown: Open Preview');
  await preview(page).locator('.status-book-card').waitFor();
  return preview(page);
}

async function setSetting(folder: string, name: string, value: unknown): Promise<void> {
  await mkdir(join(folder, '.vscode'), { recursive: true });
  await writeFile(join(folder, '.vscode/settings.json'), JSON.stringify({ [name]: value }));
}

/** The first token of the active editor that reads like this. */
function token(page: Page, text: string): Locator {
  return page.locator('.editor-instance .view-line span span').getByText(text, { exact: true }).first();
}

describe('The look of pages in the editor', () => {
  const workbench = useWorkbench();

  it('tells the horizons of time entries apart by colour', async () => {
    const { page } = workbench();
    await openFile(page, 'log/2026-11-20.md');
    const words = ['status-book', 'liaison', 'promotion', 'trade-show', 'product-vision'];
    const colours = await settled(
      () => Promise.all(words.map((word) => token(page, word).evaluate(colourOf))),
      // A token that is just drawn anew has no colour; one that is not decorated yet has another one.
      (found) => !found.includes('') && new Set(found).size === 3,
    );
    const [daily, alsoDaily, short, alsoShort, long] = colours;
    assert.deepEqual([daily, short], [alsoDaily, alsoShort]);
    const contributed = await settled(
      () => page.locator('.monaco-workbench').evaluate(themeColours, ['daily', 'short', 'long']),
      (found) => !found.includes(''),
    );
    assert.deepEqual([daily, short, long], contributed, 'the colours of dashboard, views and preview');
    await screenshot(page, 'look-log');
  });

  it('shows the fields of a page type in another colour than the user’s own', async () => {
    const { page } = workbench();
    await openFile(page, 'competitors/purenorth.md');
    await goTo(page, 4, 1);
    await page.keyboard.press('Home');
    await page.keyboard.type('colour: red\n');
    const [known, own] = await eventually(
      () => Promise.all(['threat', 'colour'].map((word) => token(page, word).evaluate(colourOf))),
      ([first, second]) => first !== second,
    );
    assert.notEqual(known, own);
    await goTo(page, 1);
    await screenshot(page, 'look-competitor');
  });

  it('colours the dates of overdue promises, until they are kept', async () => {
    const { page } = workbench();
    await openFile(page, 'products/aquelle-ro600.md');
    await goTo(page, 46, 4);
    const date = (): Promise<string> => token(page, '2026-11-13').evaluate(colourOf);
    const other = (): Promise<string> => token(page, '2026-10-29').evaluate(colourOf);
    await eventually(
      async () => [await date(), await other()],
      ([due, made]) => due !== made,
    );
    await screenshot(page, 'look-overdue');
    await goTo(page, 46, 4);
    await page.keyboard.press('Delete');
    await page.keyboard.type('x');
    await eventually(
      async () => [await date(), await other()],
      ([due, made]) => due === made,
    );
  });
});

describe('The Markdown preview of pages', () => {
  const workbench = useWorkbench();

  it('shows a log page with its card, its time and what it promises', async () => {
    const { page } = workbench();
    const shown = await openPreview(page, 'log/2026-11-20.md');
    const total = await shown.locator('.status-book-total').innerText();
    assert.equal(
      total.replace(/\s+/g, ' '),
      '8 h 30 min Daily 5 h 15 min Short-term 2 h 30 min Long-term 45 min',
    );
    assert.equal(await shown.locator('.status-book-entry').count(), 7);
    assert.equal(await shown.locator('.status-book-type').innerText(), 'Log');
    await screenshot(page, 'preview-log');
  });

  it('leads from page to page by wiki links', async () => {
    const { page } = workbench();
    const shown = await openPreview(page, 'log/2026-11-10.md');
    await shown.locator('a.status-book-link', { hasText: 'PureNorth' }).first().click();
    await eventually(
      () => preview(page).locator('h1').first().innerText(),
      (title) => title === 'PureNorth',
    );
    await preview(page).locator('summary').click();
    await screenshot(page, 'preview-competitor');
    assert.equal(await preview(page).locator('details tbody tr').count(), 6);
  });

  it('follows what other pages say', async () => {
    const { page, folder } = workbench();
    const shown = await openPreview(page, 'log/2026-11-10.md');
    await shown.locator('a.status-book-link', { hasText: 'PureNorth' }).first().waitFor();
    await writeFile(
      join(folder, 'competitors/purenorth.md'),
      '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n\n# Pure South\n',
    );
    await eventually(
      () => preview(page).locator('a.status-book-link').allInnerTexts(),
      (texts) => texts.some((text) => text.startsWith('Pure South')),
    );
  });

  it('leaves front matter to VS Code where the card is switched off', async () => {
    const { page, folder } = workbench();
    const shown = await openPreview(page, 'log/2026-11-20.md');
    await setSetting(folder, 'statusBook.preview.card', false);
    await shown.locator('table.frontmatter').waitFor();
    assert.equal(await shown.locator('.status-book-card').count(), 0);
    assert.equal(await shown.locator('.status-book-entry').count(), 7);
  });

  for (const [theme, name] of [
    ['Default Light Modern', 'light'],
    ['Default Dark Modern', 'dark'],
    ['Default High Contrast', 'high-contrast'],
    ['Default High Contrast Light', 'high-contrast-light'],
  ] as const) {
    it(`can be read in the theme ${theme}`, async () => {
      const { page, folder } = workbench();
      await setSetting(folder, 'workbench.colorTheme', theme);
      const shown = await openPreview(page, 'products/aquelle-ro600.md');
      // The preview takes the theme over a moment later than the window.
      await eventually(
        () =>
          Promise.all([
            shown.locator('.status-book-card dd').first().evaluate(colourOf),
            shown.evaluate(colourOf),
          ]),
        ([text, body]) => text === body,
      );
      await shown.locator('.status-book-commitment').first().scrollIntoViewIfNeeded();
      await screenshot(page, `preview-${name}`);
    });
  }
});
