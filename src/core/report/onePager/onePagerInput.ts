import type { Page } from '../../model/page';
import type { ReportContext } from '../reportContext';

/** What the sections of a one-pager are written from. */
export interface OnePagerInput extends ReportContext {
  readonly product: Page;
  /** The text of the product’s page. */
  readonly text: string;
  /** The pages that have to do with the product, by path. */
  readonly related: readonly Page[];
}

export function relatedOf({ related }: OnePagerInput, ...types: readonly string[]): Page[] {
  return related.filter(({ type }) => types.includes(type));
}
