import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import {
  answerQuickInput,
  eventually,
  openViewContainer,
  readProblems,
  readStatusBar,
  readTree,
  runCommand,
  screenshot,
  useWorkbench,
} from './support';

/** A folder with a note in it and no book. */
const folder = mkdtempSync(join(tmpdir(), 'status-book-empty-'));
writeFileSync(join(folder, 'notes.md'), '---\ntype: log\ndate: nonsense\n---\n\n# Notes\n');

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

  it('lead by three questions to a book without findings, and to the first logged hour', async () => {
    const { page, folder: opened } = workbench();
    await openViewContainer(page, 'Status Book');
    await page.getByRole('button', { name: 'Initialise a Status Book' }).click();
    for (const [step, answer] of ['Aquelle', 'Ines', 'eur'].entries()) {
      await page.getByText(`New status book (${step + 1}/3)`).waitFor();
      await answerQuickInput(page, answer);
    }
    await page.locator('.tab.active[data-resource-name="book.md"]').waitFor();
    const rows = await eventually(
      () => readTree(page, 'Activities'),
      (shown) => shown.length > 3,
    );
    assert.equal(rows[0]?.description, 'not enough data');
    assert.match(readFileSync(join(opened, 'book.md'), 'utf8'), /currency: EUR/);
    assert.isTrue(existsSync(join(opened, 'log', '2026-11-23.md')));
    await screenshot(page, 'new-book');
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
      (items) => items.some((item) => item.includes('38 h 45 min more to be logged')),
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
