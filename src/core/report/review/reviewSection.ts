import type { Block } from '../document';
import type { ReportContext } from '../reportContext';
import type { ReviewPeriod } from '../reviewPeriod';

/** What the sections of a review are written from. */
export interface ReviewInput extends ReportContext {
  readonly period: ReviewPeriod;
}

/** A part of the review that is written anew each time, between its marks. */
export interface ReviewSection {
  /** The name in its marks: lower case and hyphens. */
  readonly name: string;
  /**
   * The heading it stands under, the same in every language, since the section is found by it; absent for the summary, which stands under the page’s
   * title.
   */
  readonly heading?: string;
  readonly blocks: readonly Block[];
}
