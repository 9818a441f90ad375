import type { OpenListItem } from './containers';

/** A paragraph or heading whose inline constructs are read once all definitions are known. */
export interface InlinePiece {
  /** Stands in the page from `offset` on; in block quotes the marks of the quotes are replaced by spaces. */
  readonly source: string;
  readonly offset: number;
  /** 1 to 6 for a heading at the root of the page, else 0. */
  readonly headingLevel: number;
  /** The task item whose first paragraph it is. */
  readonly task?: OpenListItem | undefined;
}
