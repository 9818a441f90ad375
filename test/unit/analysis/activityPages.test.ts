import assert from 'node:assert/strict';
import {
  activitiesOfPage,
  activityOfFinding,
  pagesByActivity,
} from '../../../src/core/analysis/activityPages';
import type { Page } from '../../../src/core/model/page';
import { pageTypes } from '../../../src/core/schema/schema';
import { bookOf, log, page } from '../support/books';

function onePage(text: string): Page {
  return bookOf({ 'one.md': text }).page('one.md') as Page;
}

const competitor = 'type: competitor\nthreat: low\nreviewed: 2026-11-01';
const prediction = 'predictions:\n  - {move: Cuts prices, probability: 0.5, by: 2026-12-01}';

describe('The activities that a page belongs to', () => {
  it('are never none for a page type of the table', () => {
    for (const { id } of pageTypes) {
      const book = bookOf({});
      const found =
        id === 'book'
          ? activitiesOfPage(book.bookPage as Page)
          : activitiesOfPage(onePage(page(`type: ${id}`)));
      assert.equal(found.length, 1, id);
    }
  });

  it('are competitor-response too for a competitor with predictions', () => {
    assert.deepEqual(activitiesOfPage(onePage(page(`${competitor}\n${prediction}`))), [
      'market-intelligence',
      'competitor-response',
    ]);
    assert.deepEqual(activitiesOfPage(onePage(page(competitor))), ['market-intelligence']);
  });

  it('are liaison too for a page with commitments', () => {
    assert.deepEqual(activitiesOfPage(onePage(page('type: segment', '- [ ] @sales: a list\n'))), [
      'competitive-strategy',
      'liaison',
    ]);
  });

  it('are none for a page of an unknown type', () => {
    assert.deepEqual(activitiesOfPage(onePage(page('type: competitr', '- [ ] @sales: a list\n'))), []);
  });
});

describe('The activity of a finding', () => {
  it('is that of its subject for predictions and commitments, else that of the page', () => {
    const rival = onePage(page(`${competitor}\n${prediction}`));
    assert.equal(activityOfFinding(rival, 'prediction-due'), 'competitor-response');
    assert.equal(activityOfFinding(rival, 'commitment-invalid'), 'liaison');
    assert.equal(activityOfFinding(rival, 'competitor-stale'), 'market-intelligence');
  });
});

describe('The pages of an activity', () => {
  it('stand in the order of the page types and of their paths, logs last and the latest first', () => {
    const book = bookOf({
      'log/2026-11-20.md': log('2026-11-20'),
      'log/2026-11-23.md': log('2026-11-23'),
      'a-decision.md': page('type: decision'),
      'z-product.md': page('type: product'),
      'b-product.md': page('type: product'),
    });
    const paths = pagesByActivity(book)
      .get('status-book')
      ?.map(({ path }) => path);
    assert.deepEqual(paths, [
      'book.md',
      'b-product.md',
      'z-product.md',
      'a-decision.md',
      'log/2026-11-23.md',
      'log/2026-11-20.md',
    ]);
  });
});
