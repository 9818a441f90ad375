import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import {
  answerQuickInput,
  clickTreeRow,
  eventually,
  fixProblem,
  openFile,
  openViewContainer,
  readEditor,
  readProblems,
  readStatusBar,
  readTree,
  screenshot,
  useWorkbench,
} from './support';

const stale = 'Reviewed 47 days ago; a high-threat competitor is due every 30 days';

describe('Problems in the workbench', () => {
  const workbench = useWorkbench();

  it('count those of the whole book in the status bar', async () => {
    const { page } = workbench();
    await eventually(
      () => readStatusBar(page),
      (items) => items.some((item) => /^Errors: [1-9]\d*, Warnings: [1-9]\d*/.test(item)),
    );
  });

  it('give the activities their open items', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    await eventually(
      () => readTree(page, 'Activities'),
      (rows) =>
        rows.some(
          ({ label, accessibilityLabel }) =>
            label === 'Market intelligence' && /\d+ items due this week, \d+ late/.test(accessibilityLabel),
        ),
    );
    await clickTreeRow(page, 'Activities', 'Market intelligence');
  });

  it('open the documentation of a rule from its id', async () => {
    const { page } = workbench();
    await eventually(
      () => readProblems(page, 'purenorth.md'),
      (shown) => shown.some(({ message }) => message.includes(stale)),
    );
    await page.locator('.markers-panel').getByText('competitor-stale', { exact: false }).first().click();
    await page.locator('.tab.active[data-resource-name="competitor-stale.md"]').waitFor();
    await screenshot(page, 'rule-documentation');
  });

  it('show a stale competitor that nobody opened, and its quick fix resolves it', async () => {
    const { page } = workbench();
    const problems = await eventually(
      () => readProblems(page, 'purenorth.md'),
      (shown) => shown.some(({ message }) => message.includes(stale)),
    );
    const problem = problems.find(({ message }) => message.includes(stale));
    assert.deepInclude(problem, { severity: 'Warning', line: 5, column: 11, file: 'purenorth.md' });
    await screenshot(page, 'problems');
    await fixProblem(page, stale, 'Mark as reviewed today');
    await eventually(
      () => readProblems(page, 'purenorth.md'),
      (shown) => !shown.some(({ message }) => message.includes('Reviewed 47 days ago')),
    );
    await openFile(page, 'competitors/purenorth.md');
    assert.include(await readEditor(page), 'reviewed: 2026-11-23');
    await screenshot(page, 'problems-fixed');
  });

  it('create the page that a reference names', async () => {
    const { page, folder } = workbench();
    const decision =
      '---\ntype: decision\nsize: minor\nopened: 2026-11-20\nproducts: [night-owl]\n---\n\n# D\n';
    writeFileSync(join(folder, 'decisions', 'night.md'), decision);
    const isBroken = ({ message }: { message: string }) => message.includes('night-owl');
    await eventually(
      () => readProblems(page, 'night.md'),
      (shown) => shown.some(isBroken),
    );
    await fixProblem(page, 'night-owl', 'Create the product “night-owl”');
    for (const [question, answer] of [
      ['Product: stage (1/3)', 'concept'],
      ['Product: health (2/3)', 'on-track'],
      ['Product: updated (3/3)', '2026-11-23'],
    ] as const) {
      await page.locator('.quick-input-widget').getByText(question).waitFor();
      await answerQuickInput(page, answer);
    }
    await page.locator('.tab.active[data-resource-name="night-owl.md"]').waitFor();
    assert.match(readFileSync(join(folder, 'products', 'night-owl.md'), 'utf8'), /^---\ntype: product\n/);
    await eventually(
      () => readProblems(page, 'night.md'),
      (shown) => !shown.some(isBroken),
    );
  });
});

describe('Problems of a book in bad shape', () => {
  const folder = mkdtempSync(join(tmpdir(), 'status-book-many-'));
  const pages = 40;
  const linksPerPage = 50;
  writeFileSync(join(folder, 'book.md'), '---\ntype: book\n---\n\n# Book\n');
  mkdirSync(join(folder, 'regions'));
  for (let number = 0; number < pages; number++) {
    const links = Array.from({ length: linksPerPage }, (_, link) => `[[nowhere-${link}]]\n`).join('\n');
    writeFileSync(
      join(folder, 'regions', `region-${number}.md`),
      `---\ntype: region\n---\n\n# R\n\n${links}`,
    );
  }
  const workbench = useWorkbench(folder);
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('all arrive, though VS Code takes about 1,100 at a time', async () => {
    const { page } = workbench();
    await eventually(
      () => readStatusBar(page),
      (items) => items.some((item) => item.startsWith('Time balance')),
    );
    await eventually(
      () => page.locator('.statusbar-item#status\\.problems').getAttribute('aria-label'),
      (label) => (label ?? '').includes(`Warnings: ${pages * linksPerPage}`),
    );
  });
});
