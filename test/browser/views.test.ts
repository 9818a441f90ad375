import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Locator, Page } from 'playwright-core';
import {
  answerQuickInput,
  clickTreeRow,
  eventually,
  openViewContainer,
  quickPickRow,
  readEditor,
  readStatusBar,
  readTree,
  runCommand,
  screenshot,
  settled,
  type TreeRow,
  useWorkbench,
} from './support';
import { pane, showOnly } from './viewPanes';

function rowOf(page: Page, view: string, label: string): Locator {
  const exact = page.locator('.label-name').getByText(label, { exact: true });
  return pane(page, view).locator('[role=treeitem]').filter({ has: exact }).first();
}

async function expand(page: Page, view: string, label: string): Promise<void> {
  const row = rowOf(page, view, label);
  await row.waitFor();
  if ((await row.getAttribute('aria-expanded')) === 'false') await row.locator('.monaco-tl-twistie').click();
}

/** The rows as `label  description`, as soon as they are as wanted. */
async function shown(page: Page, view: string, isWanted: (rows: TreeRow[]) => boolean): Promise<string[]> {
  const rows = await eventually(() => readTree(page, view), isWanted);
  return rows.map(({ label, description }) => `${label}  ${description}`);
}

const has = (text: string) => (rows: TreeRow[]) => rows.some(({ label }) => label.includes(text));

describe('The views in the workbench', () => {
  const workbench = useWorkbench();

  it('answer from the first screen: balance, who waits, what is stale, what is due', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    const horizons = await eventually(
      async () => (await readTree(page, 'Activities')).filter(({ level }) => level === 1),
      (rows) => rows.length === 3,
    );
    assert.deepEqual(
      horizons.map(({ description }) => description),
      ['62 % of 40–55 % · above', '28 % of 20–30 % · inside', '10 % of 15–25 % · below'],
    );
    const market = await shown(page, 'Market', has('Osmaro'));
    assert.include(market, '17 days late · PureNorth  reviewed 47 days ago');
    assert.include(market, '97 days late, stale · Osmaro Professional  reviewed 187 days ago');
    const owed = await shown(page, 'Commitments', has('@service'));
    assert.deepEqual(owed.slice(0, 3), [
      '@finance  6 days late: you owe 1 · owes you 1',
      '@sales  4 days late: you owe 1 · owes you 1',
      '@service  3 days late: you owe 1 · owes you 1',
    ]);
    const agenda = await shown(page, 'Agenda', has('This week'));
    assert.include(agenda, 'Overdue  18 · you owe 3');
    const badge = page.locator('.activitybar .action-item').filter({ hasText: '19' });
    await badge.waitFor();
    await screenshot(page, 'views');
  });

  it('group products by line, segment, region and health', async () => {
    const { page } = workbench();
    await showOnly(page, 'Products');
    const groups = async (): Promise<string[]> =>
      (await readTree(page, 'Products')).filter(({ level }) => level === 1).map(({ label }) => label);
    const wanted: [string, string, string[]][] = [
      ['Market segment', 'by segment', ['Cafés and small restaurants', 'Families in their own house']],
      ['Region', 'by region', ['Belgium, Netherlands, Luxembourg', 'Germany, Austria, Switzerland']],
      ['Health', 'by health', ['Off track', 'At risk', 'On track', 'Retired']],
      ['Product line', 'by line', ['Cartridges', 'Countertop', 'Small business', 'Under-sink RO']],
    ];
    for (const [choice, description, labels] of wanted) {
      await runCommand(page, 'Status Book: Group Products By…');
      await quickPickRow(page, choice).click();
      const read = await eventually(groups, (all) => all[0] === labels[0]);
      assert.deepEqual(read.slice(0, labels.length), labels);
      await pane(page, 'Products').locator('.pane-header .description').getByText(description).waitFor();
      await screenshot(page, `views-products-${choice.toLowerCase()}`);
    }
  });

  it('show under a product its plans, voices, competitors, budgets and open commitments', async () => {
    const { page } = workbench();
    await showOnly(page, 'Products');
    await expand(page, 'Products', 'at risk · Aquelle RO600 tankless');
    const parts = await shown(page, 'Products', has('Commitments'));
    const start = parts.findIndex((row) => row.startsWith('at risk · Aquelle RO600'));
    assert.deepEqual(parts.slice(start + 1, start + 6), [
      'Plans  6 · 1 late',
      'Voices  2 · 1 waiting',
      'Competitors  2 · 1 late',
      'Budgets  3 · 1 off plan',
      'Commitments  5 · 2 late',
    ]);
    await expand(page, 'Products', 'Budgets');
    await shown(page, 'Products', (rows) =>
      rows.some(({ description }) => /sales \d+ % of plan/.test(description)),
    );
    await screenshot(page, 'views-products-budgets');
  });

  it('look at the time of this week, of the window and of the quarter', async () => {
    const { page } = workbench();
    await showOnly(page, 'Activities');
    const daily = (text: string) => (rows: TreeRow[]) =>
      rows.some(({ label, description }) => label === 'Daily' && description.includes(text));
    for (const [choice, text] of [
      ['This week', '70 % so far'],
      ['This quarter', ' · '],
      ['Last 4 weeks', '62 % of 40–55 % · above'],
    ] as const) {
      await runCommand(page, 'Status Book: Choose Time Window…');
      await quickPickRow(page, choice).click();
      await pane(page, 'Activities').getByText(choice.toLowerCase()).waitFor();
      await shown(page, 'Activities', daily(text));
      await screenshot(page, `views-activities-${choice.toLowerCase()}`);
    }
    await expand(page, 'Activities', 'Liaison');
    await expand(page, 'Activities', 'Due');
    await shown(page, 'Activities', has('comment on the half year'));
    await screenshot(page, 'views-activities-due');
  });

  it('check off a commitment in the tree, and open it again', async () => {
    const { page, folder } = workbench();
    const file = join(folder, 'budgets', 'budget-taiwan-2026.md');
    const before = readFileSync(file, 'utf8');
    await showOnly(page, 'Commitments');
    await expand(page, 'Commitments', '@finance');
    const promise = 'comment on the half year and the October figures';
    const late = rowOf(page, 'Commitments', `6 days late · ${promise}`);
    await late.locator('.custom-view-tree-node-item-checkbox').click();
    const closed = await eventually(
      async () => readFileSync(file, 'utf8'),
      (text) => text.length >= before.length && text !== before,
    );
    assert.include(
      closed,
      '- [x] @me -> @finance: comment on the half year and the October figures due:2026-11-17 made:2026-11-09 done:2026-11-23\n',
    );
    const finance = await shown(page, 'Commitments', (rows) =>
      rows.some(({ description }) => description.startsWith('kept today')),
    );
    assert.equal(finance[0], '@finance  owes you 1');
    await page.locator('.activitybar .action-item').filter({ hasText: '18' }).waitFor();
    await screenshot(page, 'views-commitments-kept');
    const kept = rowOf(page, 'Commitments', `17 Nov · ${promise}`);
    await kept.locator('.custom-view-tree-node-item-checkbox').click();
    await eventually(
      async () => readFileSync(file, 'utf8'),
      (text) => text === before,
    );
    await shown(page, 'Commitments', has(`6 days late · ${promise}`));
    await screenshot(page, 'views-commitments');
  });

  it('tick a commitment from the keyboard', async () => {
    const { page, folder } = workbench();
    const file = join(folder, 'products', 'aquelle-ro600.md');
    await showOnly(page, 'Commitments');
    await expand(page, 'Commitments', '@rnd');
    await rowOf(
      page,
      'Commitments',
      '10 days late · noise report of the second-source pump at 3 bar',
    ).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await eventually(
      async () => readFileSync(file, 'utf8'),
      (text) => text.includes('at 3 bar due:2026-11-13 made:2026-10-29 done:2026-11-23'),
    );
    await shown(page, 'Commitments', (rows) =>
      rows.some(({ description }) => /^kept today/.test(description)),
    );
    await page.keyboard.press('Space');
    await eventually(
      async () => readFileSync(file, 'utf8'),
      (text) => text.includes('at 3 bar due:2026-11-13 made:2026-10-29\n'),
    );
  });

  it('agree on a new day for a commitment from its row', async () => {
    const { page, folder } = workbench();
    await showOnly(page, 'Commitments');
    await expand(page, 'Commitments', '@sales');
    const row = rowOf(page, 'Commitments', '4 days late · answer for Katrin and her twelve dealers');
    await settled(() => readTree(page, 'Commitments'), has('answer for Katrin'));
    await row.hover();
    await row.getByRole('button', { name: 'Agree on a New Day…' }).click();
    await page.locator('.quick-input-widget').getByText('By which day will it be kept?').waitFor();
    await answerQuickInput(page, '2026-11-27');
    await eventually(
      async () => readFileSync(join(folder, 'decisions', 'decision-dach-price-move.md'), 'utf8'),
      (text) => text.includes('due:2026-11-27 was:2026-11-19'),
    );
    await shown(page, 'Commitments', has('27 Nov · answer for Katrin'));
  });

  it('list what is dated by when it is due, and open the place', async () => {
    const { page } = workbench();
    await showOnly(page, 'Agenda');
    const groups = await eventually(
      async () => (await readTree(page, 'Agenda')).filter(({ level }) => level === 1),
      (rows) => rows.length === 5,
    );
    assert.deepEqual(
      groups.map(({ label, description }) => `${label} ${description.split(' ·')[0]}`),
      ['Overdue 18', 'Today 1', 'This week 4', 'Next four weeks 28', 'Later 21'],
    );
    await expand(page, 'Agenda', 'Next four weeks');
    await shown(page, 'Agenda', has('GastroTec'));
    const show = (await readTree(page, 'Agenda')).find(
      ({ label, description }) =>
        label === '8 Dec · GastroTec Lyon 2026' && description === 'starts · in 15 days',
    );
    assert.exists(show);
    await screenshot(page, 'views-agenda');
    await clickTreeRow(page, 'Agenda', '25 Nov · confirm the December mix RO300 to RO600');
    await page.locator('.tab.active[data-resource-name="aquelle-ro300.md"]').waitFor();
    const text = await eventually(
      () => readEditor(page),
      (lines) => lines.some((line) => line.includes('confirm the December mix')),
    );
    const status = await eventually(
      () => readStatusBar(page),
      (items) => items.some((item) => item.startsWith('Ln 53')),
    );
    assert.isNotEmpty([...text, ...status]);
  });

  it('show competitors by threat, and voices by their reply clock', async () => {
    const { page } = workbench();
    await showOnly(page, 'Market');
    await expand(page, 'Market', 'Predictions');
    await expand(page, 'Market', 'Trends');
    const rows = await shown(page, 'Market', has('Extends the price cut'));
    assert.include(rows, 'High threat  2 · 1 late');
    assert.include(rows, 'Voices  1 late · 2 waiting');
    assert.include(rows, 'reply 2 days late · Water in the kitchen after a week away  Family Peeters, Aalst');
    assert.include(rows, 'Predictions  3 · 1 to settle');
    await screenshot(page, 'views-market');
    await rowOf(page, 'Market', '17 days late · PureNorth').hover();
    await page
      .locator('.monaco-hover:visible')
      .getByText('Looked at 47 days ago, due every 30 days', { exact: false })
      .waitFor();
    await page.screenshot({ path: await screenshotPath(page) });
  });

  it('filter their rows by words, whatever capitals and accents', async () => {
    const { page } = workbench();
    await showOnly(page, 'Products');
    await runCommand(page, 'Status Book: Filter Products…');
    await page.locator('.quick-input-widget').getByText('Filter: Products').waitFor();
    await page.locator('.quick-input-widget input.input').fill('CAFE');
    const rows = await shown(page, 'Products', (found) => found.length === 2);
    assert.deepEqual(
      rows.map((row) => row.split('  ')[0]),
      ['Small business', 'off track · Aquelle PRO1200 café'],
    );
    await page.keyboard.press('Enter');
    await pane(page, 'Products').getByText('Filter “CAFE”: 1 row.').waitFor();
    await screenshot(page, 'views-filtered');
    await runCommand(page, 'Status Book: Clear Filter of Products');
    await shown(page, 'Products', (found) => found.length > 8);
  });
});

/** A book in which nothing stands yet. */
const newBook = mkdtempSync(join(tmpdir(), 'status-book-new-'));
writeFileSync(join(newBook, 'book.md'), '---\ntype: book\n---\n\n# New book\n');

describe('The views of a book without pages', () => {
  const workbench = useWorkbench(newBook);
  after(() => rmSync(newBook, { recursive: true, force: true }));

  it('say what will stand there, and lead to the first page', async () => {
    const { page } = workbench();
    const words: [string, string][] = [
      ['Products', 'No product yet.'],
      ['Commitments', 'Nobody owes anybody anything yet.'],
      ['Agenda', 'Nothing is dated yet.'],
      ['Market', 'No competitor yet.'],
    ];
    for (const [view, text] of words) {
      await showOnly(page, view);
      await pane(page, view).getByText(text).waitFor();
      await screenshot(page, `views-welcome-${view.toLowerCase()}`);
    }
    await pane(page, 'Market').getByRole('button', { name: 'New Competitor…' }).click();
    await page.getByPlaceholder('Name of the competitor').waitFor();
  });
});

/** Takes the picture without moving the mouse, which would close the hover. */
async function screenshotPath(page: Page): Promise<string> {
  const path = await screenshot(page, 'views-market-hover');
  await rowOf(page, 'Market', '17 days late · PureNorth').hover();
  await page.locator('.monaco-hover:visible').first().waitFor();
  return path;
}
