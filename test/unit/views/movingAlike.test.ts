import assert from 'node:assert/strict';
import { balanceOf } from '../../../src/core/analysis/balance';
import { codeLensesOf } from '../../../src/core/language/codeLens/codeLenses';
import type { Page } from '../../../src/core/model/page';
import { percent } from '../../../src/core/model/texts';
import { dashboardOf } from '../../../src/core/report/dashboard';
import { markdownOf } from '../../../src/core/report/document';
import { activitiesTree } from '../../../src/core/report/trees/activitiesTree';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { review, sampleFiles, say } from '../report/support';
import { bookOf, type Files, today } from '../support/books';
import { english } from '../support/english';
import { shownBook } from './support';

const logPath = 'log/2026-11-23.md';

/** The share of long-term work as each face of the book shows it, without its fraction. */
function sharesShown(files: Files): Record<string, string> {
  const book = bookOf(files);
  const percentage = (text: string | undefined, pattern: RegExp): string =>
    pattern.exec(text ?? '')?.[1] ?? assert.fail(`No share in ${text}`);
  const lenses = codeLensesOf({ page: book.page(logPath) as Page, book, today }, new Set(['balance']));
  const finding = new BookChecker(book, { today })
    .findings()
    .find(({ rule, data }) => rule === 'time-unbalanced' && data?.horizon === 'long');
  const { sections } = review('2026-W48', book);
  const time = markdownOf(sections.find(({ name }) => name === 'time')?.blocks ?? [], say);
  const summary = dashboardOf(book, today).balance.horizons.find(({ id }) => id === 'long');
  return {
    analysis: say(percent(balanceOf(book, today).horizons[2]?.share ?? 0)).replace(' %', ''),
    view: percentage(say(activitiesTree([shownBook(files)], today)[2]?.description ?? ''), /^(\d+) %/),
    lens: percentage(
      lenses.map(({ text }) => say(text().title)).join('\n'),
      /Long-term (\d+) % (?:below|inside|above)/,
    ),
    dashboard: percentage(JSON.stringify(english.spoken(summary)), /"(\d+) %"/),
    review: percentage(
      time.split('\n').find((line) => line.startsWith('| Long-term')),
      /(\d+) %, (?:below|inside|above)/,
    ),
    problem: finding ? percentage(say(finding.message), /(\d+)(?:\.\d)? %/) : 'none',
  };
}

describe('One more entry in the log', () => {
  it('moves view, lens, dashboard, review and problem alike', () => {
    const files = sampleFiles();
    const before = sharesShown(files);
    const text = files[logPath] as string;
    const after = sharesShown({
      ...files,
      [logPath]: text.replace('## Time\n', '## Time\n\n- 4h exploration\n'),
    });
    assert.ok(Number(after.analysis) > Number(before.analysis), `${before.analysis} → ${after.analysis}`);
    for (const shares of [before, after]) {
      const { analysis, problem, ...faces } = shares;
      for (const [face, share] of Object.entries(faces)) assert.equal(share, analysis, face);
      assert.ok(
        Math.abs(Number(problem) - Number(analysis)) <= 1,
        `problem ${problem}, analysis ${analysis}`,
      );
    }
  });
});
