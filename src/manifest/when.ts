import { type ViewName, viewId } from './viewIds';

/** What the extension tells VS Code’s `when` clauses, by context keys. */
export const context = {
  hasBook: 'statusBook.hasBook',
  timerOpen: 'statusBook.timerOpen',
  timerRunning: 'statusBook.timerRunning',
  isReport: 'statusBook.isReport',
  isReviewablePage: 'statusBook.isReviewablePage',
  filtered: (view: ViewName): string => `${viewId(view)}.filtered`,
} as const;

/** On the rows of any view that have a word in their context value. */
export function rowIs(word: string): string {
  return rowMatches(`\\b${word}\\b`);
}

/** On the rows of any view whose context value a pattern finds. */
export function rowMatches(pattern: string): string {
  return `view =~ /^statusBook\\./ && viewItem =~ /${pattern}/`;
}

/** On the rows of activities. */
export const rowIsActivity = `view == ${viewId('activities')} && viewItem == activity`;
