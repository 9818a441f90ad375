import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert } from 'chai';
import type { Frame } from 'playwright-core';
import { protocolVersion } from '../../src/shared/dashboardProtocol';
import { projectFolder } from '../host/folders.mjs';
import { dashboardOf, sampleBook, sampleText } from '../unit/dashboard/support';
import { bookOf, today } from '../unit/support/books';
import {
  accessibilityViolations,
  dashboardFrame,
  drawn,
  expectedTable,
  openDashboard,
  openTables,
  readAnswers,
  readTable,
  setTheme,
  setWidth,
} from './dashboardFrame';
import { focused, loaded, widths } from './inBrowser.mjs';
import { eventually, goTo, openFile, runCommand, screenshot, useWorkbench } from './support';

const model = dashboardOf(sampleBook(), today);
const log = 'log/2026-11-23.md';

/** The charts by what they are, drawn and as HTML alike. */
const charts: Readonly<Record<string, string>> = {
  'the course of the daily share': '#course-daily',
  'the course of the short-term share': '#course-short',
  'the course of the long-term share': '#course-long',
  'time by activity': '#time-bars',
  'the freshness of competitors': '#competitor-strip',
  'sales in Benelux': '[id="sales-budgets/budget-benelux-2026.md"]',
  'sales in Germany': '[id="sales-budgets/budget-dach-2026.md"]',
  'sales of the PRO1200': '[id="sales-budgets/budget-pro1200-launch.md"]',
  'sales in Taiwan': '[id="sales-budgets/budget-taiwan-2026.md"]',
  'spending of the first budget': '.spending .track >> nth=0',
  'promises kept': '#trust-chart',
  'the customer backlog': '#backlog-chart',
  'the sentiment': '#sentiment-chart',
  'the calibration': '#calibration-chart',
  coverage: '.matrix table >> nth=0',
};

const tables = [
  model.balance.table,
  model.time.table,
  model.competitors.table,
  model.budgets.table,
  ...model.budgets.budgets.map(({ table }) => table),
  model.trust.table,
  model.customers.table,
  model.predictions.table,
  model.dates.table,
];

/** Puts an editor beside the dashboard, so that both are seen. */
async function openBeside(page: Parameters<typeof openFile>[0], path: string): Promise<Frame> {
  await runCommand(page, 'View: New Editor Group to the Right');
  // The dashboard takes the focus back.
  await page.locator('.editor-group-container.empty').click();
  await page.locator('.editor-group-container.empty.active').waitFor();
  await openFile(page, path);
  // The webview is made anew where it goes to another place.
  return dashboardFrame(page);
}

async function typeEntry(page: Parameters<typeof openFile>[0]): Promise<void> {
  await goTo(page, 14, 1);
  // The first time to the end of a wrapped line.
  await page.keyboard.press('End');
  await page.keyboard.press('End');
  await page.keyboard.type('\n- 20h exploration: interviews');
}

const entered = dashboardOf(
  sampleBook({
    [log]: sampleText(log).replace(/(\n- 11:15-\?[^\n]*)/, '$1\n- 20h exploration: interviews'),
  }),
  today,
);

describe('The dashboard in the workbench', () => {
  const workbench = useWorkbench();

  it('answers four questions on the first screen', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    assert.deepEqual(
      await readAnswers(frame),
      model.headlines.map(({ answer }) => answer),
    );
    for (const headline of await frame.locator('.headline').all()) {
      const box = await headline.boundingBox();
      assert.isBelow((box?.y ?? Number.NaN) + (box?.height ?? Number.NaN), 880);
    }
    await screenshot(page, 'dashboard');
  });

  it('draws every chart', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    for (const [name, selector] of Object.entries(charts)) {
      const { painted, colours } = await drawn(page, frame.locator(selector));
      assert.isAbove(painted, 0.01, `${name} is blank`);
      assert.isAbove(colours, 3, `${name} has but ${colours} colours`);
    }
  });

  it('says in words what a chart draws', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    const labels = await frame
      .locator('canvas[role=img]')
      .evaluateAll((all: { ariaLabel: string }[]) => all.map(({ ariaLabel }) => ariaLabel));
    assert.deepEqual(labels, [
      ...model.balance.horizons.map(({ summary }) => summary),
      ...model.budgets.budgets.map(({ summary }) => summary),
      model.customers.backlogSummary,
      model.customers.sentimentSummary,
      model.predictions.summary,
    ]);
  });

  it('shows the core’s numbers in the table of every chart', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    await openTables(frame);
    for (const table of tables) {
      assert.deepEqual(await readTable(frame, table.caption), expectedTable(table), table.caption);
    }
  });

  it('shows in the coverage matrix what is there and what is missing, and leads to both', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    const labels = await frame.locator('.matrix .cell .unseen').allTextContents();
    assert.deepEqual(
      labels,
      model.coverage.matrices.flatMap(({ rows }) =>
        rows.flatMap(({ cells }) => cells.flatMap((cell) => (cell ? [cell.label] : []))),
      ),
    );
    await frame.getByRole('button', { name: /^Aquelle US2 carbon, Families.*missing voice/ }).click();
    await screenshot(page, 'dashboard-coverage');
    await frame.locator('.cell-detail').getByRole('button', { name: 'New Voice…' }).click();
    await page
      .getByText('New voice of the customer', { exact: false })
      .or(page.getByText('New voice'))
      .first()
      .waitFor();
    await page.keyboard.press('Escape');
    await frame
      .locator('.cell-detail')
      .getByRole('button', { name: /^Sheet/ })
      .click();
    await page.locator('.tab.active[data-resource-name="aquelle-us2.md"]').waitFor();
  });

  it('opens the page that a figure comes from, at its line', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    await frame.getByRole('button', { name: 'Who waits for me?' }).click();
    await page.locator('.tab.active[data-resource-name="budget-taiwan-2026.md"]').waitFor();
    await page.locator('.statusbar-item').getByText('Ln 30, Col 1').waitFor();
  });

  it('opens the page of what is clicked in a chart, and leaves the dashboard in sight', async () => {
    const { page } = workbench();
    await openDashboard(page);
    const frame = await openBeside(page, 'book.md');
    const canvas = frame.locator('#course-daily');
    const box = await canvas.boundingBox();
    await canvas.click({ position: { x: (box?.width ?? 0) - 40, y: 40 } });
    await page.locator('.tab.active[data-resource-name="2026-11-20.md"]').waitFor();
    assert.isTrue(await frame.locator('.headline').first().isVisible());
  });

  it('moves while a page is typed, and keeps focus, scrolling and open tables', async () => {
    const { page } = workbench();
    await openDashboard(page);
    const frame = await openBeside(page, log);
    const before = await drawn(page, frame.locator('#course-long'));
    const open = frame.locator('details.data', { hasText: model.time.table.caption }).locator('summary');
    await open.click();
    await eventually(
      () => frame.evaluate<number>('window.scrollY'),
      (y) => y > 0,
    );
    const seenAt = async (): Promise<number> => (await open.boundingBox())?.y ?? Number.NaN;
    const place = await seenAt();
    await page.locator('.editor-instance .view-lines').click();
    await typeEntry(page);
    assert.deepEqual(
      await eventually(
        () => readAnswers(frame),
        ([balance]) => balance !== model.headlines[0]?.answer,
      ),
      entered.headlines.map(({ answer }) => answer),
    );
    assert.deepEqual(await readTable(frame, entered.time.table.caption), expectedTable(entered.time.table));
    // Advice above that is no longer needed goes; what one looks at stays where it is, but for a line.
    assert.approximately(await seenAt(), place, 20);
    assert.notDeepEqual(await drawn(page, frame.locator('#course-long')), before);
    await frame
      .locator('.unseen[role=status]')
      .getByText('all three horizons')
      .waitFor({ state: 'attached' });
    await screenshot(page, 'dashboard-while-typing');
  });

  it('keeps the focus where it is while its numbers change', async () => {
    const { page, folder } = workbench();
    const frame = await openDashboard(page);
    const button = frame.locator('#time-bars').getByRole('button', { name: 'Exploration' });
    await button.focus();
    writeFileSync(
      join(folder, log),
      readFileSync(join(folder, log), 'utf8').replace(
        /(\n- 11:15-\?[^\n]*)/,
        '$1\n- 20h exploration: interviews',
      ),
    );
    await eventually(
      () => readAnswers(frame),
      ([balance]) => balance === entered.headlines[0]?.answer,
    );
    assert.equal(await frame.evaluate(focused), 'Exploration');
  });

  it('comes back as it was left when it was hidden', async () => {
    const { page } = workbench();
    let frame = await openDashboard(page);
    await frame.locator('details.data', { hasText: model.trust.table.caption }).locator('summary').click();
    await readTable(frame, model.trust.table.caption);
    await openFile(page, 'book.md');
    await page.locator('.tab', { hasText: 'Status Book Dashboard' }).click();
    frame = await dashboardFrame(page);
    assert.deepEqual(
      await readAnswers(frame),
      model.headlines.map(({ answer }) => answer),
    );
    assert.deepEqual(await readTable(frame, model.trust.table.caption), expectedTable(model.trust.table));
  });

  it('is reached and worked from the keyboard alone', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    await frame.locator('.headline').first().focus();
    const names: string[] = [];
    for (let step = 0; step < 8; step++) {
      names.push(await frame.evaluate(focused));
      await page.keyboard.press('Tab');
    }
    assert.deepEqual(
      names.slice(0, 4).map((name, index) => name.startsWith(model.headlines[index]?.question ?? '?')),
      [true, true, true, true],
    );
    assert.deepEqual(names.slice(4, 7), ['62 %', '28 %', '10 %']);
    assert.match(names[7] ?? '', /^Show as table/);

    await frame.locator('.panel.balance summary').focus();
    await page.keyboard.press('Enter');
    await readTable(frame, model.balance.table.caption);

    const cells = frame.locator('.matrix >> nth=0').locator('.cell');
    await cells.first().focus();
    const first = await frame.evaluate(focused);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    const reached = await frame.evaluate(focused);
    assert.notEqual(reached, first);
    await frame.locator('.cell-detail').getByText(reached).waitFor();
    assert.equal(await frame.locator('.matrix >> nth=0').locator('.cell[tabindex="0"]').count(), 1);

    await frame.locator('.headline').nth(1).focus();
    await page.keyboard.press('Enter');
    await page.locator('.tab.active[data-resource-name="osmaro.md"]').waitFor();
  });

  it('says in the place of a panel that cannot be drawn that it cannot, shows all others, and draws it again', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    const update = (sections: object): Promise<unknown> =>
      frame.evaluate(
        (message) => (globalThis as { postMessage?(data: object): void }).postMessage?.(message),
        {
          version: protocolVersion,
          type: 'update',
          book: { root: '', title: 'Aquelle' },
          books: [],
          day: 'Monday, 23 November 2026',
          sections,
        },
      );
    const sorry = frame.getByText('This could not be shown');
    const panels = await frame.locator('.panel').count();
    await update({ trust: { empty: undefined, rows: 'none', table: undefined } });
    await sorry.waitFor();
    assert.equal(await sorry.count(), 1);
    assert.equal(await frame.locator('.panel').count(), panels - 1);
    await update({ trust: model.trust });
    await sorry.waitFor({ state: 'detached' });
    assert.equal(await frame.locator('.panel').count(), panels);
  });

  it('loads its script and its style sheet, nothing else, and nothing offends its policy', async () => {
    const { page } = workbench();
    const offences: string[] = [];
    page.on('console', (message) => {
      if (/Content Security Policy/i.test(message.text())) offences.push(message.text());
    });
    const frame = await openDashboard(page);
    await openTables(frame);
    assert.deepEqual((await frame.evaluate(loaded)).sort(), [
      'dashboard.css',
      'dashboard.js',
      'dashboardPanels.css',
    ]);
    assert.deepEqual(offences, []);
    assert.equal(
      await frame.locator('[style]:not(html):not(canvas):not(.bar):not(.mark):not(style)').count(),
      0,
    );
  });
});

const themes = [
  { name: 'light', theme: 'Default Light Modern', body: 'vscode-light' },
  { name: 'dark', theme: 'Default Dark Modern', body: 'vscode-dark' },
  { name: 'high-contrast', theme: 'Default High Contrast', body: 'vscode-high-contrast' },
  { name: 'high-contrast-light', theme: 'Default High Contrast Light', body: 'vscode-high-contrast-light' },
];

describe('The dashboard in every theme and width', () => {
  const workbench = useWorkbench();

  it('draws its charts anew when the theme changes, and axe-core finds nothing wrong', async function () {
    this.timeout(180_000);
    const { page, folder } = workbench();
    const frame = await openDashboard(page);
    await openTables(frame);
    await frame.locator('.matrix .cell').first().click();
    const seen: string[] = [];
    for (const { name, theme, body } of themes) {
      await setTheme(page, folder, theme, body);
      const chart = frame.locator('#calibration-chart');
      await eventually(
        async () => {
          await chart.scrollIntoViewIfNeeded();
          return (await chart.screenshot()).toString('base64');
        },
        (picture) => !seen.includes(picture) && seen.push(picture) > 0,
      );
      const { painted } = await drawn(page, chart);
      assert.isAbove(painted, 0.01, name);
      // Themes differ in their colours; the rest is checked once.
      const rules = name === themes[0]?.name ? undefined : ['color-contrast'];
      assert.deepEqual(await accessibilityViolations(frame, rules), [], name);
      await frame.evaluate('window.scrollTo(0, 0)');
      await screenshot(page, `dashboard-${name}`);
    }
  });

  for (const width of [400, 1600]) {
    it(`reads well at ${width} pixels, without scrolling sideways`, async () => {
      const { page } = workbench();
      const frame = await openDashboard(page);
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
      await setWidth(page, width, 1200);
      assert.deepEqual(await frame.evaluate(widths), { page: width, content: width });
      await screenshot(page, `dashboard-${width}`);
      await openTables(frame);
      assert.deepEqual(await frame.evaluate(widths), { page: width, content: width });
      const cut = await cutOff(frame);
      assert.deepEqual(cut, []);
      assert.deepEqual(await accessibilityViolations(frame), []);
      await frame.locator('.panel.coverage').scrollIntoViewIfNeeded();
      await screenshot(page, `dashboard-${width}-coverage`);
      const hints = await frame.locator('.matrix .sideways').count();
      assert.equal(hints, width === 400 ? model.coverage.matrices.length : 0);
      assert.deepEqual(await brokenNames(frame), []);
      await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    });
  }
});

/** Texts that stick out of their card, tables apart: those scroll. */
function cutOff(frame: Frame): Promise<string[]> {
  return frame.evaluate(`[...document.querySelectorAll('.panel, .headline')].flatMap((card) => {
    const right = card.getBoundingClientRect().right + 1;
    return [...card.querySelectorAll('h2, h3, p, button, .state, .value')]
      .filter((part) => !part.closest('.scroll') && part.getBoundingClientRect().right > right)
      .map((part) => part.textContent);
  })`);
}

/** Names of departments that are broken within a word. */
function brokenNames(frame: Frame): Promise<string[]> {
  return frame.evaluate(`[...document.querySelectorAll('.trust-table tbody th')]
    .filter(({ firstChild, textContent }) => {
      const range = document.createRange();
      range.selectNodeContents(firstChild);
      return !textContent.includes(' ') && range.getClientRects().length > 1;
    })
    .map(({ textContent }) => textContent)`);
}

const empty = mkdtempSync(join(tmpdir(), 'status-book-new-'));
writeFileSync(join(empty, 'book.md'), '---\ntype: book\n---\n\n# A new book\n');

describe('The dashboard of a new book', () => {
  const workbench = useWorkbench(empty);
  after(() => rmSync(empty, { recursive: true, force: true }));

  it('says kindly what is missing, and begins it on a click', async () => {
    const { page } = workbench();
    const frame = await openDashboard(page);
    const expected = dashboardOf(bookOf({ 'book.md': readFileSync(join(empty, 'book.md'), 'utf8') }), today);
    assert.deepEqual(
      (await frame.locator('.empty p').allTextContents()).sort(),
      [
        expected.balance,
        expected.time,
        expected.competitors,
        expected.budgets,
        expected.trust,
        expected.customers,
        expected.predictions,
        expected.coverage,
        expected.dates,
      ]
        .map((section) => section.empty?.text ?? 'not empty')
        .sort(),
    );
    assert.deepEqual(await accessibilityViolations(frame), []);
    await screenshot(page, 'dashboard-new-book');
    await frame.getByRole('button', { name: 'New Budget…' }).click();
    await page.getByText('New budget').first().waitFor();
  });
});

describe('The dashboard of several books', () => {
  const workbench = useWorkbench(join(projectFolder, 'examples'));

  it('lets one choose the book, and comes back as it was left when the window is loaded anew', async () => {
    const { page } = workbench();
    let frame = await openDashboard(page);
    const titles = await frame.locator('.picker option').allTextContents();
    assert.lengthOf(titles, 2);
    const other = titles.find((title) => title !== 'Aquelle home and small-business purifiers') as string;
    await frame.locator('.picker select').selectOption({ label: other });
    await frame.getByRole('heading', { level: 1, name: other }).waitFor();
    assert.deepEqual(await accessibilityViolations(frame), []);
    const open = frame.locator('details.data[open]');
    await frame.locator('details.data > summary').first().click();
    await open.waitFor();
    const answers = await readAnswers(frame);
    await runCommand(page, 'Developer: Reload Window');
    frame = await dashboardFrame(page);
    await frame.getByRole('heading', { level: 1, name: other }).waitFor();
    assert.deepEqual(await readAnswers(frame), answers);
    assert.equal(await frame.locator('details.data[open]').count(), 1);
  });
});
