import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { assert } from 'chai';
import type { Page } from 'playwright-core';
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

/** Time for whoever would do something more to do it. */
const settlingMilliseconds = 2000;

const book = mkdtempSync(join(tmpdir(), 'status-book-renaming-'));
const files: Readonly<Record<string, string>> = {
  'book.md': '---\ntype: book\ntitle: Water\nmanager: Ann\ncompany: Aquelle\ncurrency: EUR\n---\n',
  'competitors/purenorth.md':
    '---\ntype: competitor\nthreat: low\nreviewed: 2026-11-20\n---\n# PureNorth\n\nSee [the answer](../plans/answer.md).\n',
  'plans/answer.md':
    '---\ntype: response\ncompetitor: purenorth # the rival\n---\n# Answer\n\nTo [[purenorth]].\n',
  'voices/hum.md': '---\ntype: voice\nid: hum\n---\n# A noise\n\n> Again: [[hum]]\n',
  'strategy/home.md':
    '---\ntype: strategy\n---\n# Home\n\n[They](../competitors/purenorth.md) and [[answer]], [[hum]].\n',
};

/** The files on disk whose text is other than at the start; one that is gone has none. */
function changedIn(folder: string, ...more: string[]): Record<string, string | undefined> {
  const changed: Record<string, string | undefined> = {};
  for (const path of [...Object.keys(files), ...more]) {
    let text: string | undefined;
    try {
      text = readFileSync(join(folder, path), 'utf8');
    } catch {
      text = undefined;
    }
    if (text !== files[path]) changed[path] = text;
  }
  return changed;
}

function renamed(path: string, from: string, to: string): string {
  return (files[path] ?? '').replaceAll(from, to);
}

/**
 * Clicks a file in the Explorer, and waits until its page is shown and the keyboard is at its row. The Explorer must be
 * still before: the end of one renaming there closes the input of the next one.
 */
const maxTries = 5;

async function selectInExplorer(page: Page, name: string): Promise<void> {
  const all = page.locator('.explorer-viewlet .monaco-list-row');
  await settled(
    () => all.allTextContents(),
    (texts) => texts.some((text) => text.includes(name)),
  );
  const rows = all.filter({ hasText: name });
  const selected = page
    .locator('.explorer-viewlet .monaco-list:focus-within .monaco-list-row.focused.selected')
    .filter({ hasText: name });
  // The Explorer draws its rows anew when files come and go: a click may open the file and leave no row selected.
  for (let tries = 0; tries < maxTries; tries++) {
    await rows.first().click();
    const isSelected = await selected.waitFor({ timeout: settlingMilliseconds }).then(
      () => true,
      () => false,
    );
    if (isSelected) break;
  }
  await selected.waitFor();
  await page.locator(`.tab.active[data-resource-name="${name}"]`).waitFor();
}

async function renameInExplorer(page: Page, name: string, newName: string): Promise<void> {
  await selectInExplorer(page, name);
  await page.keyboard.press('F2');
  const box = page.locator('.explorer-viewlet .monaco-inputbox input');
  await box.fill(newName);
  await box.press('Enter');
}

async function unfold(page: Page, ...folders: string[]): Promise<void> {
  for (const folder of folders) {
    const row = page.locator('.explorer-viewlet .monaco-list-row').filter({ hasText: folder }).first();
    if ((await row.getAttribute('aria-expanded')) !== 'true') await row.click();
  }
}

/** Types a new name into the input of the editor's own renaming. */
async function renameInEditor(page: Page, newName: string): Promise<void> {
  await page.keyboard.press('F2');
  const box = page.locator('.rename-box input');
  await box.fill(newName);
  await box.press('Enter');
}

function dialog(page: Page) {
  return page.locator('.monaco-dialog-box');
}

/** Opens a page and waits until the extension knows the book. */
async function open(page: Page, path: string): Promise<void> {
  await openFile(page, path);
  await eventually(
    () => readStatusBar(page),
    (items) => items.some((item) => item.includes('logged')),
  );
}

async function eventuallyChanged(folder: string, wanted: Record<string, string | undefined>): Promise<void> {
  const paths = Object.keys(wanted).filter((path) => !(path in files));
  const sorted = (changed: Record<string, string | undefined>): string =>
    JSON.stringify(Object.entries(changed).sort());
  await eventually(
    async () => changedIn(folder, ...paths),
    (changed) => sorted(changed) === sorted(wanted),
  );
}

describe('Renaming in the workbench', () => {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(book, path)), { recursive: true });
    writeFileSync(join(book, path), text);
  }
  const workbench = useWorkbench(book);
  after(() => rmSync(book, { recursive: true, force: true }));

  it('by F2 renames a page with all references without a question, and one Undo takes it back', async () => {
    const { page, folder } = workbench();
    await open(page, 'plans/answer.md');
    await goTo(page, 7, 8);
    await renameInEditor(page, 'pure-north');
    await eventuallyChanged(folder, {
      'competitors/purenorth.md': undefined,
      'competitors/pure-north.md': files['competitors/purenorth.md'],
      'plans/answer.md': renamed('plans/answer.md', 'purenorth', 'pure-north'),
      'strategy/home.md': renamed('strategy/home.md', 'purenorth', 'pure-north'),
    });
    await page.waitForTimeout(settlingMilliseconds);
    assert.isFalse(await dialog(page).isVisible());
    await screenshot(page, 'rename-page');
    await page.locator('.editor-group-container.active .view-lines').click();
    await page.keyboard.press('Control+Z');
    await eventually(
      async () => changedIn(folder, 'competitors/pure-north.md'),
      (changed) => !('competitors/purenorth.md' in changed),
    );
    await page.waitForTimeout(settlingMilliseconds);
    assert.isFalse(await dialog(page).isVisible());
    assert.include(await readEditor(page), 'To [[purenorth]].');
    await eventuallyChanged(folder, {});
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('by F2 on an id field changes field, file and references, and one Undo takes it back', async () => {
    const { page, folder } = workbench();
    await open(page, 'voices/hum.md');
    await goTo(page, 3, 6);
    await renameInEditor(page, 'buzz');
    await eventuallyChanged(folder, {
      'voices/hum.md': undefined,
      'voices/buzz.md': renamed('voices/hum.md', 'hum', 'buzz'),
      'strategy/home.md': renamed('strategy/home.md', 'hum', 'buzz'),
    });
    await page.waitForTimeout(settlingMilliseconds);
    assert.isFalse(await dialog(page).isVisible());
    await page.locator('.editor-group-container.active .view-lines').click();
    await page.keyboard.press('Control+Z');
    await eventually(
      async () => changedIn(folder, 'voices/buzz.md'),
      (changed) => !('voices/hum.md' in changed) || changed['voices/hum.md'] !== undefined,
    );
    await page.waitForTimeout(settlingMilliseconds);
    assert.isFalse(await dialog(page).isVisible());
    await eventuallyChanged(folder, {});
    assert.equal(await page.locator('.tab.dirty').count(), 0);
  });

  it('by F2 to an id that another page has says so, and changes nothing', async () => {
    const { page, folder } = workbench();
    await open(page, 'plans/answer.md');
    await goTo(page, 7, 8);
    await renameInEditor(page, 'home');
    const message = page.locator('.notification-toast').filter({ hasText: 'is already the id of' });
    await message.waitFor();
    assert.include(await message.innerText(), '“home” is already the id of “Home” (strategy/home.md).');
    await screenshot(page, 'rename-refused');
    assert.deepEqual(changedIn(folder), {});
  });

  for (const [how, newName, newPath] of [
    ['renaming a page', 'pure-north.md', 'competitors/pure-north.md'],
    ['moving a page that links to others', 'old/purenorth.md', 'competitors/old/purenorth.md'],
  ] as const) {
    it(`in the Explorer, ${how} asks once, and one Undo there takes the references back`, async () => {
      const { page, folder } = workbench();
      await open(page, 'book.md');
      await unfold(page, 'competitors');
      await renameInExplorer(page, 'purenorth.md', newName);
      await dialog(page).waitFor();
      assert.match(await dialog(page).innerText(), /Update \d references? to “PureNorth”\?/);
      await screenshot(page, `move-question-${newName}`);
      await dialog(page).getByText('Update', { exact: true }).click();
      const isMoved = newName.includes('/');
      const after = {
        'competitors/purenorth.md': undefined,
        [newPath]: isMoved
          ? renamed('competitors/purenorth.md', '../plans', '../../plans')
          : files['competitors/purenorth.md'],
        'strategy/home.md': renamed('strategy/home.md', 'competitors/purenorth.md', newPath),
        ...(isMoved ? {} : { 'plans/answer.md': renamed('plans/answer.md', 'purenorth', 'pure-north') }),
      };
      await eventuallyChanged(folder, after);
      assert.isFalse(await dialog(page).isVisible());
      await selectInExplorer(page, newPath.slice(newPath.lastIndexOf('/') + 1));
      await page.keyboard.press('Control+Z');
      await page.waitForTimeout(settlingMilliseconds);
      await screenshot(page, `move-undone-${newName}`);
      await eventuallyChanged(folder, {});
      assert.isFalse(await dialog(page).isVisible());
    });
  }

  it('in the Explorer does nothing more where the answer is no, and never asks again where it is never', async () => {
    const { page, folder } = workbench();
    await open(page, 'book.md');
    await unfold(page, 'competitors');
    await renameInExplorer(page, 'purenorth.md', 'a.md');
    await dialog(page).getByText('Not Now', { exact: true }).click();
    await eventuallyChanged(folder, {
      'competitors/purenorth.md': undefined,
      'competitors/a.md': files['competitors/purenorth.md'],
    });
    await renameInExplorer(page, 'a.md', 'purenorth.md');
    await eventuallyChanged(folder, {});
    await renameInExplorer(page, 'purenorth.md', 'b.md');
    await dialog(page).getByText('Never Update', { exact: true }).click();
    await eventuallyChanged(folder, {
      'competitors/purenorth.md': undefined,
      'competitors/b.md': files['competitors/purenorth.md'],
    });
    await renameInExplorer(page, 'b.md', 'purenorth.md');
    await eventuallyChanged(folder, {});
    await renameInExplorer(page, 'purenorth.md', 'c.md');
    await page.waitForTimeout(settlingMilliseconds);
    assert.isFalse(await dialog(page).isVisible());
    await eventuallyChanged(folder, {
      'competitors/purenorth.md': undefined,
      'competitors/c.md': files['competitors/purenorth.md'],
    });
  });
});
