import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { assert } from 'chai';
import type { Browser, Frame, Page } from 'playwright-core';
import { onePagerHtml, reviewHtml } from '../../src/core/report/html/reportHtml';
import { onePagerOf } from '../../src/core/report/onePager/onePager';
import { newReviewText } from '../../src/core/report/review/reviewPage';
import { startBrowser } from '../host/browser.mjs';
import { projectFolder } from '../host/folders.mjs';
import { period, review, sampleFiles, say } from '../unit/report/support';
import { bookOf, today } from '../unit/support/books';
import { violations, widths } from './inBrowser.mjs';
import {
  answerQuickInput,
  eventually,
  openFile,
  quickPickRow,
  readEditor,
  runCommand,
  screenshot,
  useWorkbench,
} from './support';

/** The Markdown preview that is shown now, once it holds a text. */
async function preview(page: Page, text: string): Promise<Frame> {
  const shown = page
    .frameLocator('iframe.webview.ready')
    .frameLocator('#active-frame')
    .getByText(text)
    .first();
  await shown.waitFor();
  const frame = await (await shown.elementHandle())?.ownerFrame();
  assert.exists(frame);
  return frame as Frame;
}

describe('Reviews in the workbench', () => {
  const workbench = useWorkbench();

  it('are written for the week that one picks, and read well as text and in the preview', async () => {
    const { page } = workbench();
    await runCommand(page, 'Status Book: Write Weekly Review…');
    await quickPickRow(page, 'Week 48 of 2026').click();
    await page.locator('.tab.active[data-resource-name="2026-W48.md"]').waitFor();
    const lines = await eventually(
      () => readEditor(page),
      (read) => read.some((line) => line.startsWith('| Daily ')),
    );
    assert.include(lines.join('\n'), '**62 %, above**');
    await screenshot(page, 'review-text');
    await runCommand(page, 'Markdown: Open Preview');
    const frame = await preview(page, 'Week 48 of 2026');
    assert.isAtLeast(await frame.locator('table').count(), 4);
    assert.isAtLeast(await frame.locator('a', { hasText: 'PureNorth' }).count(), 1);
    await screenshot(page, 'review-preview');
    await page.locator('.editor-actions .action-label[aria-label^="Save as HTML"]').waitFor();
  });

  it('keep what one wrote between two runs', async () => {
    const { page } = workbench();
    await openFile(page, 'reviews/2026-w47.md');
    await runCommand(page, 'Status Book: Write Weekly Review…');
    await quickPickRow(page, 'Week 47 of 2026').click();
    await eventually(
      () => readEditor(page),
      (read) => read.some((line) => line.includes('status-book:begin summary')),
    );
    await page.locator('.tab.active.dirty[data-resource-name="2026-w47.md"]').waitFor();
    await screenshot(page, 'review-updated');
  });
});

describe('One-pagers in the workbench', () => {
  const workbench = useWorkbench();

  it('show the product that one picks, rendered, with a button to save them', async () => {
    const { page } = workbench();
    await runCommand(page, 'Status Book: Product One-Pager…');
    await answerQuickInput(page, 'Aquelle RO300');
    const frame = await preview(page, 'margin 235 EUR');
    assert.equal(await frame.locator('h1').first().textContent(), 'Aquelle RO300');
    assert.notInclude(await frame.locator('body').innerText(), '[[');
    await page.locator('.editor-actions .action-label[aria-label^="Save as HTML"]').waitFor();
    await screenshot(page, 'one-pager-preview');
  });
});

describe('The HTML of reports in a browser', () => {
  const book = bookOf(sampleFiles());
  let browser: Browser;
  before(async () => {
    browser = await startBrowser();
  });
  after(() => browser?.close());

  function reviewPage(id: string): string {
    return reviewHtml(newReviewText(review(id, book), say), book, id, say, period(id));
  }

  function onePager(id: string): string {
    const product = book.pageWithId(id);
    assert.exists(product);
    if (!product) return '';
    const text = sampleFiles()[product.path] ?? '';
    return onePagerHtml(onePagerOf(product, text, { book, today }, say), book, product.title, say);
  }

  /** Shows a page; fails when it asks for anything. */
  async function open(html: string, width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: Math.round(width * Math.SQRT2) } });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.setContent(html);
    assert.deepEqual(asked, []);
    return page;
  }

  const reports: Readonly<Record<string, () => string>> = {
    'review-week': () => reviewPage('2026-W47'),
    'review-month': () => reviewPage('2026-11'),
    'review-quarter': () => reviewPage('2026-Q4'),
    'one-pager': () => onePager('aquelle-ro300'),
  };
  for (const [name, html] of Object.entries(reports)) {
    // A sheet of A4 is 794 pixels wide; a phone's mail program 400.
    for (const width of [794, 400]) {
      it(`reads at ${width} pixels without scrolling sideways: ${name}`, async () => {
        const page = await open(html(), width);
        const { page: shown, content } = await page.evaluate(widths);
        await page.screenshot({ path: await picturePath(`${name}-${width}`), fullPage: true });
        await page.close();
        assert.isAtMost(content, shown);
      });
    }

    it(`is without fault to axe-core: ${name}`, async () => {
      // The page's own policy lets no script in: the checker comes past it, as a browser's extension would.
      const context = await browser.newContext({ bypassCSP: true });
      const checked = await context.newPage();
      await checked.setContent(html());
      await checked.evaluate(axe.source);
      const found = await checked.evaluate(violations, undefined);
      await context.close();
      assert.deepEqual(found, []);
    });
  }

  for (const { id } of book.pagesOfType('product')) {
    it(`prints on one sheet: the one-pager of ${id}`, async () => {
      const page = await open(onePager(id), 794);
      const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
      await page.close();
      assert.equal(pdf.match(/\/Type\s*\/Page\b/g)?.length, 1);
    });
  }

  it('lets no script run', async () => {
    const page = await open(
      reviewPage('2026-W47').replace('</body>', '<script>document.title = "ran"</script></body>'),
      794,
    );
    assert.notEqual(await page.title(), 'ran');
    await page.close();
  });
});

async function picturePath(name: string): Promise<string> {
  const folder = join(projectFolder, 'test', 'screenshots');
  await mkdir(folder, { recursive: true });
  return join(folder, `${name}.png`);
}
