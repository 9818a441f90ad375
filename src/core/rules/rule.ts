import type { BookIndex } from '../index/bookIndex';
import type { BookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import type { Finding, FindingData, RelatedPlace, Severity } from '../model/finding';
import type { FixPlan } from '../model/fix';
import type { Text } from '../model/message';
import type { Page } from '../model/page';
import { runAll, type SlicedWork } from '../model/slices';
import type { Range } from '../model/text';
import type { PagePart } from './pageParts';

/** The families of the format’s rules, in the order of the documentation. */
export type RuleFamily = 'structure' | 'time' | 'daily' | 'short-term' | 'long-term' | 'principles';

/** What every rule may look at. */
export interface RuleContext {
  readonly book: BookIndex;
  readonly settings: BookSettings;
  readonly today: CalendarDate;
}

/** What a rule says of one place; the runner adds the rule's id and the severity in force. */
export interface Report {
  readonly range: Range;
  readonly message: Text;
  /** Where it differs from the rule's default. */
  readonly severity?: Severity;
  readonly related?: readonly RelatedPlace[];
  readonly data?: FindingData;
}

export interface BookReport extends Report {
  readonly path: string;
}

/**
 * What a page rule reads beside its page and the book's settings; a change of it runs the rule again:
 * `today`; `targetTypes`, whether the pages that this one refers to are there and of which type; `targets`, what stands
 * in their front matter, too; `referrers`, front matter, links and time entries of the pages that refer to this one;
 * `sameId`, the pages that carry the same id; `foreignTypes`, which other types the files of the book’s folder have.
 */
export type PageNeed = 'today' | 'targetTypes' | 'targets' | 'referrers' | 'sameId' | 'foreignTypes';

/** What a rule is, whatever it looks at. */
export interface RuleDescription {
  readonly id: string;
  /** What can be done about one finding of this rule, best first; computed only when asked for. */
  fixes?(finding: Finding, page: Page, context: RuleContext): FixPlan[];
  readonly family: RuleFamily;
  readonly severity: Severity;
  /** The severities that reports may carry instead of the default. */
  readonly otherSeverities?: readonly Severity[];
  /** One sentence: what is reported. */
  readonly summary: string;
  /** Why it matters and how it is counted, for the rule's page of documentation. */
  readonly explanation: string;
  /** What to do about it. */
  readonly remedy: string;
}

/** Looks at one page. */
export interface PageRule extends RuleDescription {
  readonly scope: 'page';
  /** The page types it looks at; all where left out. */
  readonly types?: readonly string[];
  readonly needs: readonly PageNeed[];
  /**
   * What it reads of the page itself, beside the comments that hide findings; a change of anything else leaves its
   * findings as they are. All where left out.
   */
  readonly ownParts?: readonly PagePart[];
  check(page: Page, context: RuleContext, report: (report: Report) => void): void;
  /** The same in slices, of a rule that looks at each of many places of a page. */
  checkInSlices?(page: Page, context: RuleContext, report: (report: Report) => void): SlicedWork<void>;
}

/** Both ways to check, by the one in slices. */
export function checkedInSlices(
  checkInSlices: Required<PageRule>['checkInSlices'],
): Pick<PageRule, 'check' | 'checkInSlices'> {
  return {
    check: (page, context, report) => runAll(checkInSlices(page, context, report)),
    checkInSlices,
  };
}

/** Looks at many pages at once. */
export interface BookRule extends RuleDescription {
  readonly scope: 'book';
  /** The page types it reads; a change of any other page leaves its findings as they are. */
  readonly reads: readonly string[] | 'any';
  /** What it reads of them; a change of anything else leaves its findings as they are. */
  readonly parts: readonly PagePart[];
  readonly needsToday: boolean;
  /** True for a rule that looks at files which are none of the book’s pages, conflicted copies for one. */
  readonly readsOtherFiles?: true;
  /** Works out ahead what `check` asks of a page and is remembered, so that `check` has only to sum up. */
  warmMemo?(page: Page): void;
  check(context: RuleContext, report: (report: BookReport) => void): void;
}

export type Rule = PageRule | BookRule;

/** The place of findings about the book as a whole: the `type` line of `book.md`. */
export function bookPlace(book: BookIndex): { path: string; range: Range } | undefined {
  const page = book.bookPage;
  return page && { path: page.path, range: page.typeLine };
}
