import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { balanceOf } from '../../../src/core/analysis/balance';
import { adviceText, horizonTitle, shareText } from '../../../src/core/analysis/balanceWords';
import { brierText, paceText } from '../../../src/core/analysis/figureWords';
import { calibrationOf } from '../../../src/core/analysis/market';
import { type BudgetPace, pacesOf } from '../../../src/core/analysis/pace';
import { salesOutlookOf } from '../../../src/core/analysis/salesOutlook';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import { lensKinds } from '../../../src/core/language/codeLens/codeLens';
import { codeLensesOf } from '../../../src/core/language/codeLens/codeLenses';
import { percent } from '../../../src/core/model/texts';
import { dashboardOf } from '../../../src/core/report/dashboard';
import { markdownOf } from '../../../src/core/report/document';
import { onePagerOf } from '../../../src/core/report/onePager/onePager';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { bookOf, type Files, page, today } from '../support/books';
import { english } from '../support/english';
import {
  activitiesTree,
  agendaTree,
  commitmentsTree,
  everyNode,
  marketTree,
  productsTree,
  shownBook,
} from '../views/support';
import { review, sampleFiles, say } from './support';

/** Every text that a face shows, by the face. */
interface Faces {
  readonly editor: readonly string[];
  readonly dashboard: readonly string[];
  readonly views: readonly string[];
  readonly reports: readonly string[];
  readonly findings: readonly string[];
}

function textsIn(data: unknown): string[] {
  if (typeof data === 'string') return [data];
  if (typeof data !== 'object' || data === null) return [];
  return Object.values(data).flatMap(textsIn);
}

function facesOf(files: Files): Faces {
  const book = bookOf(files);
  const shown = shownBook(files);
  const trees = [activitiesTree, agendaTree, commitmentsTree, marketTree, productsTree];
  const lenses = book
    .pages()
    .flatMap((shownPage) => codeLensesOf({ page: shownPage, book, today }, new Set(lensKinds)));
  return {
    editor: lenses.flatMap(({ text }) => {
      const { title, tooltip = '' } = english.spoken(text());
      return [title, ...tooltip.split('\n')];
    }),
    dashboard: textsIn(english.spoken(dashboardOf(book, today))),
    views: trees
      .flatMap((tree) => everyNode(tree([shown], today)))
      .flatMap(({ label, description, tooltip, accessibilityLabel }) => [
        label,
        description,
        accessibilityLabel,
        ...tooltip,
      ])
      .map(say),
    reports: [
      ...['2026-W48', '2026-11', '2026-Q4'].flatMap((id) =>
        review(id, book).sections.flatMap(({ blocks }) => markdownOf(blocks, say).split('\n')),
      ),
      ...book
        .pagesOfType('product')
        .flatMap((product) =>
          onePagerOf(product, files[product.path] ?? '', { book, today }, say).split('\n'),
        ),
    ],
    findings: new BookChecker(book, { today }).findings().map(({ message }) => say(message)),
  };
}

/** What the texts say at the first group of a pattern, each once. */
function told(faces: Faces, pattern: RegExp): Set<string> {
  const texts = Object.values(faces).flat() as string[];
  return new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map(([, first = '']) => first)));
}

function ownPaces(book: BookIndex): readonly BudgetPace[] {
  return pacesOf(book, today).filter(({ pace }) => pace !== null);
}

/** Figures that fall between two roundings: a forecast of 85.5 %, sales of 85.5 % of plan. */
const halves: Files = {
  'book.md': page('type: book\ncurrency: EUR\nbalance: {minimumHours: 1}'),
  'p.md': page('type: product\nstage: growth\nhealth: on-track\nupdated: 2026-11-20\nprice: 80\ncost: 34'),
  'b.md': page(
    'type: budget\ntitle: Half\nproducts: [p]\nstart: 2026-01-01\nend: 2026-12-31\nasOf: 2026-06-30\nsales: {target: 365000, actuals: [{month: 2026-06, amount: 154755}]}\nlines: [{item: Ads, planned: 1000, actual: 500.5}]',
  ),
  'log/2026-11-20.md': page(
    'type: log\ndate: 2026-11-20',
    '## Time\n- 1110m liaison\n- 555m promotion\n- 335m exploration\n',
  ),
};

for (const [name, files] of [
  ['the sample book', sampleFiles()],
  ['a book whose figures fall between two roundings', halves],
] as const) {
  describe(`A figure of ${name}`, () => {
    const book = bookOf(files);
    const faces = facesOf(files);

    it('is told alike in every face: sales against plan', () => {
      const expected = new Set(ownPaces(book).map(({ pace }) => say(paceText(pace ?? 0))));
      const found = told(faces, /\bsales (?:at |stand at )?([\d.]+ %) of (?:plan|theirs)/gi);
      assert.ok(found.size > 0);
      assert.deepEqual(
        [...found].filter((text) => !expected.has(text)),
        [],
      );
    });

    it('is told alike in every face: the forecast, of each budget and in all', () => {
      const shares = pacesOf(book, today).flatMap(({ forecast, salesTarget }) =>
        forecast === null || salesTarget === null ? [] : [say(percent(forecast / salesTarget))],
      );
      const all = say(percent(salesOutlookOf(book, today).share ?? 0));
      const found = told(faces, /\bforecast (?:[\d.]+ [kM] EUR \()?([\d.]+ %)/gi);
      assert.ok(found.has(all), [...found].join());
      assert.deepEqual(
        [...found].filter((text) => text !== all && !shares.includes(text)),
        [],
      );
    });

    it('is told alike in every face: the shares of the window, and how to reach the bands', () => {
      const balance = balanceOf(book, today);
      for (const horizon of balance.horizons) {
        const title = say(horizonTitle(horizon.id));
        const shown = told(
          { ...faces, reports: [] },
          new RegExp(`${title}:? (?:work took )?([\\d.]+ %)(?: of the| (?:above|below|inside) )`, 'g'),
        );
        assert.ok(shown.has(say(shareText(horizon))), `${title}: ${[...shown].join()}`);
        const advice = say(adviceText(horizon, balance));
        if (advice === '') continue;
        for (const face of ['findings', 'views', 'dashboard'] as const) {
          assert.ok(
            faces[face].some((text) => text.includes(advice)),
            `${face}: ${advice}`,
          );
        }
        assert.ok(
          faces.reports.some((text) => text.includes(advice)),
          `reports: ${advice}`,
        );
      }
    });

    it('is told alike in every face: the Brier score of the book', () => {
      const { brier } = calibrationOf(book);
      if (brier === null) return;
      assert.deepEqual(
        [...told(faces, /Brier score (?:of the whole book: )?([\d.]+)/g)],
        [say(brierText(brier))],
      );
    });

    it('has hours and minutes, never fractions of hours', () => {
      assert.deepEqual([...told(faces, /(\d\.\d+ h)\b/g)], []);
    });

    it('has one form of days in lenses, views and dashboard', () => {
      const texts = [...faces.editor, ...faces.views, ...faces.dashboard];
      assert.deepEqual(
        texts.filter(
          (text) =>
            /\d{4}-\d\d-\d\d/.test(text) && !/\.md|due:/.test(text) && !/^\d{4}-\d\d-\d\d$/.test(text),
        ),
        [],
      );
    });
  });
}

describe('Figures that are read', () => {
  it('are rounded in one file', () => {
    for (const path of [
      'src/core/report/dashboard/words.ts',
      'src/core/analysis/balanceWords.ts',
      'src/core/analysis/figureWords.ts',
      'src/webview/charts/courseChart.ts',
      'src/webview/charts/salesChart.ts',
      'src/webview/charts/calibrationChart.ts',
      'src/webview/charts/customerCharts.ts',
      'src/cli/formats/balancePretty.ts',
      'src/extension/views/statusBar.ts',
    ]) {
      const text = readFileSync(join(__dirname, '../../..', path), 'utf8');
      assert.doesNotMatch(text, /toFixed|NumberFormat|Math\.round/, path);
    }
  });
});
