import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Text } from '../../model/message';
import type { Page } from '../../model/page';
import { lineRange, type Range } from '../../model/text';

/** What a lens is about; each can be switched off. */
export const lensKinds = ['balance', 'review', 'predictions', 'pace', 'ledger', 'references'] as const;

export type LensKind = (typeof lensKinds)[number];

/** What a click on a lens does. */
export type LensAction =
  | { readonly kind: 'markAsReviewed' }
  | { readonly kind: 'showActivities' }
  | {
      readonly kind: 'showReferences';
      readonly places: readonly { readonly path: string; readonly range: Range }[];
    };

export interface LensText {
  readonly title: Text;
  readonly tooltip?: Text;
  /** True where the title says that something is not as it should be. */
  readonly isWarning?: boolean;
  readonly action?: LensAction;
}

/** A note above a line of a page; its text is worked out when it comes into view. */
export interface CodeLens {
  readonly kind: LensKind;
  readonly range: Range;
  readonly text: () => LensText;
}

export interface LensContext {
  readonly page: Page;
  readonly book: BookIndex;
  readonly today: CalendarDate;
  /** Whether a finding of this rule is shown on the page, which a lens need not say again. */
  readonly isReported?: (rule: string) => boolean;
}

/** Finds the lenses of one kind on a page, in the order in which they are shown. */
export type LensSource = (context: LensContext) => readonly CodeLens[];

/** Above the page’s first line stands what is true of the page as a whole. */
export const topOfPage: Range = lineRange(0, 0, 0);
