import type { CalendarDate } from '../model/calendarDate';
import type { Fields } from '../model/fields';
import type { Text } from '../model/message';
import type { FieldSpec } from './kinds';

export interface SectionSpec {
  readonly title: string;
  /** What to write there: the hint of a new page. */
  readonly hint: string;
}

/** What a day in front matter is about, other than a page’s review. */
export type DateKind =
  | 'plan'
  | 'submission'
  | 'start'
  | 'gate'
  | 'decision'
  | 'prediction'
  | 'reply'
  | 'next-step'
  | 'incentive';

/** A field whose day stands in the agenda for as long as it is open; closed pages have none. */
export interface DateSpec {
  readonly kind: DateKind;
  readonly field: string;
  /** The field that holds it: a group of fields, or a list of such groups. */
  readonly within?: string;
  /** The field beside it that says what the day is about; the page’s title where it is absent or empty. */
  readonly about?: string;
  /** @param holder the group of fields in which the day stands, else the page */
  readonly isOpen?: (holder: Fields) => boolean;
  /** A day that has passed is of no interest. */
  readonly ahead?: true;
}

/** Days within which a page is due to be looked at, unless `cadence` in `book.md` says otherwise. */
export type CadenceSpec = {
  /** What happens that often, for the description of the setting. */
  readonly description: string;
} & ({ readonly days: number } | CadenceByField);

export interface CadenceByField {
  /** The days by the value of a field. */
  readonly days: Readonly<Record<string, number>>;
  readonly by: string;
  /** The value where the field is left out. */
  readonly otherwise?: string;
  /** The pages that have a value of the field: `a partner of tier A`. */
  readonly pagesWith: (value: string) => string;
}

/** How it is told whether a page is up to date. */
export interface ClockSpec {
  /**
   * Where the clock starts. The latest day of some fields, of which the last one is set when the page is reviewed;
   * `touched`: the page’s days, and the log pages that link to it; `contact`: as `touched`, for contact with people.
   */
  readonly since: readonly string[] | 'touched' | 'contact';
  readonly cadence: CadenceSpec;
  /** What was done on that day, before how long ago: `Reviewed`. */
  readonly verb: string;
  /** Where it runs for some pages only. */
  readonly isRunning?: (page: Fields) => boolean;
  /** What is due when it has run out, where that is no review. */
  readonly due?: string;
  /** What pages past their day are listed under in reports, where that is not the type’s plural. */
  readonly heading?: string;
  /** Place among what reports list. */
  readonly order: number;
}

/** A few words on how a page stands, in order; what is undefined is left out. */
export type PageFacts = readonly (Text | undefined)[];

/**
 * All that is special about one type of page; all else is derived from it. It holds data and small functions over a
 * page’s fields. What takes more is worked out elsewhere, and named here by a word such as `touched`.
 */
export interface PageTypeSpec {
  readonly id: string;
  /** Place among the other types wherever they are listed. */
  readonly order: number;
  /** Singular, as in “New …”. */
  readonly title: string;
  /** Its pages together, as views and reports list them. */
  readonly plural: string;
  readonly description: string;
  /** What to write as the title of a new page; absent where it follows from the page’s date. */
  readonly titleHint?: string;
  /** Where new pages of this type go, from the book's root; empty for the root. */
  readonly folder: string;
  /** The activity that pages of this type belong to. */
  readonly activity?: string;
  /** A further activity of some pages. */
  readonly alsoUnder?: { readonly activity: string; readonly where: (page: Fields) => boolean };
  /** True for the page that makes a folder a book: there is one, and New Page offers none. */
  readonly root?: true;
  /** For pages that tell of one day or week: what happened, once; they are not reviewed, and seldom referred to. */
  readonly record?: {
    readonly every: 'day' | 'week';
    /** The field that holds it. */
    readonly field: string;
  };
  /** True for the types that carry the plan fields. */
  readonly plan?: true;
  /** Fields of this type, the plan fields among them, without the fields that every page may have. */
  readonly fields: readonly FieldSpec[];
  /** Headings that a page must have. */
  readonly sections: readonly SectionSpec[];
  /** Text of a new page between its title and its first section. */
  readonly opening?: string;
  /** Codicon of the page in views. */
  readonly icon: string;
  /** The view that lists pages of this type, beside Activities, where each stands below its activity. */
  readonly view?: 'market';
  /** How a page stands, beside its title; `logged-time`: the time of its entries. */
  readonly facts: 'logged-time' | ((page: Fields, today: CalendarDate) => PageFacts);
  /** True for a page that is settled: clocks and the agenda leave it out. */
  readonly isClosed?: (page: Fields) => boolean;
  readonly clock?: ClockSpec;
  readonly dates?: readonly DateSpec[];
}

export function section(title: string, hint: string): SectionSpec {
  return { title, hint };
}
