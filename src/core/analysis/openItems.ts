import type { BookIndex } from '../index/bookIndex';
import type { Finding } from '../model/finding';
import { activitiesOfPage, activityOfFinding } from './activityPages';

/** What waits for the product manager. */
export interface OpenItems {
  /** Findings of warning or worse by activity; an overdue commitment is counted as an open commitment alone. */
  readonly problems: ReadonlyMap<string, number>;
  /** Commitments that are not kept yet, on pages of the book's types. */
  readonly commitments: number;
}

export function openItemsOf(book: BookIndex, findings: readonly Finding[]): OpenItems {
  const problems = new Map<string, number>();
  for (const { path, rule, severity } of findings) {
    const page = book.page(path);
    if (!page || rule === 'commitment-overdue' || (severity !== 'error' && severity !== 'warning')) continue;
    const activity = activityOfFinding(page, rule);
    if (activity !== undefined) problems.set(activity, (problems.get(activity) ?? 0) + 1);
  }
  let commitments = 0;
  for (const page of book.pages()) {
    if (!activitiesOfPage(page).includes('liaison')) continue;
    commitments += page.commitments.filter(({ done }) => !done).length;
  }
  return { problems, commitments };
}
