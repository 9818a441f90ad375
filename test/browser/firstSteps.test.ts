import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Page } from 'playwright-core';
import { dashboardFrame } from './dashboardFrame';
import { colourOf } from './looks.mjs';
import {
  answerQuickInput,
  eventually,
  openEmptyWindow,
  openViewContainer,
  readEditor,
  readProblems,
  readStatusBar,
  readTree,
  runCommand,
  screenshot,
  useWorkbench,
  type Workbench,
} from './support';

const answers = ['Aquelle', 'Ines', 'eur', 'RO 300, CT 1'];

/** A folder with a note in it and no book. */
const folder = mkdtempSync(join(tmpdir(), 'status-book-empty-'));
writeFileSync(join(folder, 'notes.md'), '---\ntype: log\ndate: nonsense\n---\n\n# Notes\n');

async function answerAll(page: Page): Promise<void> {
  for (const [step, answer] of answers.entries()) {
    await page.getByText(`New status book (${step + 1}/4)`).waitFor();
    await answerQuickInput(page, answer);
  }
  for (const product of ['RO 300', 'CT 1']) {
    await page.getByText(`${product}: stage`).waitFor();
    await answerQuickInput(page, 'growth');
    await page.getByText(`${product}: health`).waitFor();
    await answerQuickInput(page, 'on-track');
  }
}

/** Waits until today’s log is open, with the cursor where the first entry goes. */
async function firstLogIsReady(page: Page): Promise<void> {
  await page.locator('.tab.active[data-resource-name="2026-11-23.md"]').waitFor();
  await eventually(
    () => readStatusBar(page),
    (items) => items.some((item) => item.startsWith('Ln 9, Col 1')),
  );
}

describe('The first steps in a folder without a book', () => {
  const workbench = useWorkbench(folder);
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are shown by the welcome view, and nothing else is active', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    await page.getByText('This folder holds no status book yet').waitFor();
    await screenshot(page, 'welcome');
    assert.deepEqual(await readTree(page, 'Activities'), []);
    assert.isFalse((await readStatusBar(page)).some((item) => item.startsWith('Time balance')));
    assert.deepEqual(await readProblems(page, 'notes.md'), []);
  });

  it('lead by questions to a book without findings, its first log page ready to type in, and to a logged hour', async () => {
    const { page, folder: opened } = workbench();
    await openViewContainer(page, 'Status Book');
    await page.getByRole('button', { name: 'Initialise a Status Book' }).click();
    await answerAll(page);
    await firstLogIsReady(page);
    const rows = await eventually(
      () => readTree(page, 'Activities'),
      (shown) => shown.length > 3,
    );
    assert.equal(rows[0]?.description, 'not enough data');
    assert.match(readFileSync(join(opened, 'book.md'), 'utf8'), /currency: EUR/);
    assert.deepEqual(readdirSync(join(opened, 'products')).sort(), ['ct-1.md', 'ro-300.md']);
    await page.keyboard.type('- 1h status-book: began this book');
    await eventually(
      () => readStatusBar(page),
      (items) => items.some((item) => item.includes('39 h more to be logged')),
    );
    const problems = await readProblems(page);
    assert.deepEqual(
      problems.filter(({ file }) => file !== 'notes.md'),
      [],
    );
    assert.include((await readEditor(page)).join('\n'), 'began this book');
    await screenshot(page, 'new-book');
    await page.keyboard.press('Control+S');
    await page.locator('.tab.dirty').waitFor({ state: 'detached' });

    await runCommand(page, 'Status Book: Log Time…');
    await page.getByText('Log time (1/3)').waitFor();
    await screenshot(page, 'log-time');
    await answerQuickInput(page, 'Liaison');
    await page.getByText('Log time on Liaison (2/3)').waitFor();
    await answerQuickInput(page, '1h15m');
    await page.getByText('Log time (3/3)').waitFor();
    await answerQuickInput(page, 'first talks');
    await eventually(
      async () => readFileSync(join(opened, 'log', '2026-11-23.md'), 'utf8'),
      (text) => text.includes('- 1h15m liaison: first talks\n'),
    );
    await eventually(
      () => readStatusBar(page),
      (items) => items.some((item) => item.includes('37 h 45 min more to be logged')),
    );
  });

  it('lead to a new page whose required fields were asked for', async () => {
    const { page, folder: opened } = workbench();
    writeFileSync(join(opened, 'book.md'), '---\ntype: book\n---\n\n# Book\n');
    await openViewContainer(page, 'Status Book');
    await eventually(
      () => readTree(page, 'Activities'),
      (shown) => shown.length > 3,
    );
    await runCommand(page, 'Status Book: New Page…');
    await page.getByText('New page: of which type?').waitFor();
    await answerQuickInput(page, 'Opportunity');
    await page.getByText('New opportunity (1/2)').waitFor();
    await answerQuickInput(page, 'Café am Markt');
    await page.getByText('Opportunity: problem (2/2)').waitFor();
    await answerQuickInput(page, 'Guests wait too long: 9 minutes');
    await page.locator('.tab.active[data-resource-name="café-am-markt.md"]').waitFor();
    const text = readFileSync(join(opened, 'strategy', 'café-am-markt.md'), 'utf8');
    assert.include(text, 'Guests wait too long: 9 minutes');
    assert.include(text, '# Café am Markt');
    await screenshot(page, 'new-page-created');
    const problems = await readProblems(page);
    assert.isNotEmpty(problems);
    assert.deepEqual(
      problems.filter(({ file, severity }) => file === 'café-am-markt.md' && severity === 'Error'),
      [],
    );
  });
});

describe('The first steps in a window without a folder', () => {
  let empty: Pick<Workbench, 'page' | 'close'> | undefined;
  let place: string;
  beforeEach('open the window', async function () {
    this.timeout(120_000);
    place = mkdtempSync(join(tmpdir(), 'status-book-place-'));
    empty = await openEmptyWindow();
    await openViewContainer(empty.page, 'Status Book');
    await empty.page.getByText('You have a book already').waitFor();
  });
  afterEach('close the window', async function () {
    if (empty && this.currentTest?.isFailed()) {
      await screenshot(empty.page, `failed ${this.currentTest.fullTitle()}`);
    }
    await empty?.close();
    rmSync(place, { recursive: true, force: true });
  });

  /** Answers the workbench’s own question for a folder. */
  async function choosePlace(page: Page): Promise<void> {
    const dialog = page
      .locator('.quick-input-widget')
      .filter({ hasText: /Choose (?:or make a folder|where to put)/ });
    const input = dialog.locator('input.input');
    await input.waitFor();
    // The dialog looks folders up meanwhile: it may take back what was typed too early, and ignores too early a click.
    await eventually(
      async () => {
        const typed = await input.inputValue({ timeout: 1000 }).catch(() => undefined);
        if (typed === `${place}/`)
          await confirmButton(page)
            .click({ timeout: 1000 })
            .catch(() => undefined);
        else if (typed?.startsWith('/'))
          await input.fill(`${place}/`, { timeout: 1000 }).catch(() => undefined);
        return dialog.isVisible();
      },
      (isOpen) => !isOpen,
    );
  }

  const confirmButton = (page: Page) =>
    page
      .locator('.quick-input-widget')
      .getByRole('button', { name: /^(?:Put the Sample Here|Use This Folder)$/ });

  it('lead to the sample book in a folder of its own, and to its dashboard', async () => {
    const { page } = empty as NonNullable<typeof empty>;
    await screenshot(page, 'welcome-no-folder');
    await page.getByText('sample book', { exact: true }).click();
    await choosePlace(page);
    await page
      .locator(
        '.tab.active[data-resource-name="Status Book Dashboard"], .tab.active[aria-label^="Status Book Dashboard"]',
      )
      .waitFor();
    const rows = await eventually(
      () => readTree(page, 'Activities'),
      (shown) => shown.length > 3,
    );
    assert.equal(rows[0]?.description, '62 % of 40–55 % · above');
    assert.isTrue(existsSync(join(place, 'aquelle-sample', 'book.md')));
    await dashboardFrame(page);
    await screenshot(page, 'sample-book');
  });

  it('lead to a new book in a folder of the user’s choice, its first log page open', async () => {
    const { page } = empty as NonNullable<typeof empty>;
    await page.getByRole('button', { name: 'Initialise a Status Book' }).click();
    await choosePlace(page);
    await answerAll(page);
    await firstLogIsReady(page);
    assert.isTrue(existsSync(join(place, 'products', 'ro-300.md')));
    await screenshot(page, 'new-book-no-folder');
  });
});

const themes = [
  { name: 'light', theme: 'Default Light Modern' },
  { name: 'dark', theme: 'Default Dark Modern' },
  { name: 'high-contrast', theme: 'Default High Contrast' },
];

async function openWalkthrough(page: Page): Promise<void> {
  await runCommand(page, 'Welcome: Open Walkthrough...');
  await answerQuickInput(page, 'First Steps with a Status Book');
  await page.locator('.getting-started-step').first().waitFor();
}

describe('The walkthrough', () => {
  const workbench = useWorkbench();

  it('shows each step with its picture, in the colours of the theme', async function () {
    this.timeout(240_000);
    const { page, folder: opened } = workbench();
    await openWalkthrough(page);
    const steps = page.locator('.getting-started-step');
    const picture = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame').locator('svg');
    const inks = new Set<string>();
    for (const { name, theme } of themes) {
      mkdirSync(join(opened, '.vscode'), { recursive: true });
      writeFileSync(
        join(opened, '.vscode', 'settings.json'),
        JSON.stringify({ 'workbench.colorTheme': theme }),
      );
      await steps.first().click();
      const ink = await eventually(
        () => page.locator('.monaco-workbench').evaluate(colourOf),
        (colour) => !inks.has(colour),
      );
      inks.add(ink);
      const seen = new Set<string>();
      for (let step = 0; step < 5; step++) {
        await steps.nth(step).click();
        const shown = await eventually(
          () => picture.innerHTML(),
          (content) => !seen.has(content),
        );
        seen.add(shown);
        await screenshot(page, `walkthrough-${name}-${step + 1}`);
      }
    }
    assert.equal(await steps.count(), 5);
  });
});

describe('The walkthrough in a folder without a book', () => {
  const bare = mkdtempSync(join(tmpdir(), 'status-book-bare-'));
  writeFileSync(join(bare, 'notes.md'), '# Notes\n');
  const workbench = useWorkbench(bare);
  after(() => rmSync(bare, { recursive: true, force: true }));

  it('has its first step done as soon as there is a book', async () => {
    const { page, folder: opened } = workbench();
    await openViewContainer(page, 'Status Book');
    await page.getByText('This folder holds no status book yet').waitFor();
    await page.getByText('Take the first steps').click();
    const first = page.locator('.getting-started-step').first();
    await first.waitFor();
    assert.equal(await first.locator('.complete').count(), 0);
    writeFileSync(join(opened, 'book.md'), '---\ntype: book\n---\n\n# Book\n');
    await first.locator('.complete').waitFor();
  });
});
