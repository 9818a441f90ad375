import { pageFreshness } from '../../analysis/freshness';
import { dateOf } from '../../model/fields';
import { t } from '../../model/message';
import type { Page } from '../../model/page';
import { relativeDay } from '../../model/texts';
import { pageRow } from './pageRow';
import { freshnessSentence, freshnessState, lateReview, said } from './rowWords';
import type { TreeBook } from './treeBook';
import type { RowPlace, TreeNode } from './treeNode';

/** A competitor with how fresh what we know is. */
export function competitorRow(page: Page, book: TreeBook, place: RowPlace): TreeNode {
  const { today } = book;
  const freshness = pageFreshness(page, book.index, today);
  const reviewed = dateOf(page, 'reviewed');
  const seen = reviewed === undefined ? t`never reviewed` : t`reviewed ${relativeDay(reviewed, today)}`;
  const late = freshness && lateReview(freshness);
  return pageRow(page, book, place, {
    ...(late ? { first: late } : {}),
    description: seen,
    lines: () => said([freshness && freshnessSentence(freshness)]),
    state: freshnessState(freshness),
  });
}

/** `2 late` of some competitors; empty where all are fresh. */
export function lateCompetitors(pages: readonly Page[], book: TreeBook): Page[] {
  return pages.filter((page) => {
    const freshness = pageFreshness(page, book.index, book.today);
    return freshness !== undefined && freshness.state !== 'fresh';
  });
}
