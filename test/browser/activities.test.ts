import { assert } from 'chai';
import {
  answerQuickInput,
  clickTreeRow,
  eventually,
  goTo,
  openFile,
  openViewContainer,
  readStatusBar,
  readTree,
  screenshot,
  useWorkbench,
} from './support';
import { showOnly } from './viewPanes';

const view = 'Activities';

function balanceItem(items: readonly string[]): string {
  return items.find((item) => item.startsWith('Time balance')) ?? '';
}

describe('The Activities view in the workbench', () => {
  const workbench = useWorkbench();

  it('shows the share of each horizon with its band and state', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    const rows = await eventually(
      () => readTree(page, view),
      (shown) => shown.length >= 3,
    );
    const horizons = rows.filter(({ level }) => level === 1);
    assert.deepEqual(
      horizons.map(({ label, description }) => [label, description]),
      [
        ['Daily', '62 % of 40–55 % · above'],
        ['Short-term', '28 % of 20–30 % · inside'],
        ['Long-term', '10 % of 15–25 % · below'],
      ],
    );
    assert.include(horizons[0]?.accessibilityLabel, 'above its band of 40–55 %');
    await screenshot(page, 'activities');
  });

  it('offers the page types of a new page and asks for its title', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    await eventually(
      () => readTree(page, view),
      (rows) => rows.length >= 3,
    );
    await page.keyboard.press('F1');
    await answerQuickInput(page, '>Status Book: New Page');
    await page.getByText('New page: of which type?').waitFor();
    await screenshot(page, 'new-page');
  });

  it('moves the balance while a time entry is typed', async () => {
    const { page } = workbench();
    await openViewContainer(page, 'Status Book');
    const before = await eventually(
      () => readStatusBar(page),
      (items) => balanceItem(items) !== '',
    );
    assert.equal(
      balanceItem(before),
      'Time balance: Daily 62 percent, Short-term 28 percent, Long-term 10 percent',
    );
    await openFile(page, 'log/2026-11-23.md');
    await goTo(page, 14, 1);
    await page.keyboard.press('End');
    await page.keyboard.type('\n- 20h exploration: a long weekend of interviews');
    await eventually(
      () => readStatusBar(page),
      (items) =>
        balanceItem(items) === 'Time balance: Daily 54 percent, Short-term 25 percent, Long-term 21 percent',
    );
    const rows = await eventually(
      () => readTree(page, view),
      (shown) => shown.some(({ description }) => description === '54 % of 40–55 % · inside'),
    );
    assert.include(
      rows.map(({ description }) => description),
      '21 % of 15–25 % · inside',
    );
    await screenshot(page, 'balance-while-typing');
  });

  it('keeps what is expanded while the book changes, and opens a page on click', async () => {
    const { page } = workbench();
    await showOnly(page, view);
    await eventually(
      () => readTree(page, view),
      (rows) => rows.some(({ label }) => label === 'Market intelligence'),
    );
    await clickTreeRow(page, view, 'Market intelligence');
    const purenorth = await eventually(
      () => readTree(page, view),
      (rows) => rows.some(({ label, level }) => label === 'PureNorth' && level === 3),
    );
    const row = purenorth.find(({ label }) => label === 'PureNorth');
    assert.equal(row?.description, 'high · reviewed 47 days ago');
    await screenshot(page, 'activities-expanded');
    await clickTreeRow(page, view, 'PureNorth');
    await page.locator('.tab.active[data-resource-name="purenorth.md"]').waitFor();
    await goTo(page, 4, 9);
    await page.keyboard.press('Shift+End');
    await page.keyboard.type('low');
    await eventually(
      () => readTree(page, view),
      (rows) =>
        rows.some(({ label, description }) => label === 'PureNorth' && description.startsWith('low ·')),
    );
    const expanded = (await readTree(page, view)).find(({ label }) => label === 'Market intelligence');
    assert.isTrue(expanded?.expanded);
  });
});
