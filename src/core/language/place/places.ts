import type { Range } from '../../model/text';

/** The name of a field, or the place where one may be typed. */
export interface FieldNamePlace {
  readonly kind: 'fieldName';
  /** Names of the fields around it, from the outermost; list items are left out. */
  readonly parents: readonly string[];
  /** The whole name as far as it is typed. */
  readonly range: Range;
  readonly name: string;
  /** The other names of the same object. */
  readonly present: ReadonlySet<string>;
  /** True where a colon follows the name. */
  readonly hasColon: boolean;
  /** True inside braces. */
  readonly inFlow: boolean;
  /** Where the line holds nothing else and the lines above end with a list item: that item. */
  readonly itemAbove?: ItemAbove;
}

/** A list item in block style, to which a line below may belong. */
export interface ItemAbove {
  readonly dash: number;
  readonly column: number;
  readonly present: ReadonlySet<string>;
}

/** The value of a field, or an item of a list; or the place where one may be typed. */
export interface FieldValuePlace {
  readonly kind: 'fieldValue';
  /** Names from the outermost field to the one that holds the value; list items are left out. */
  readonly path: readonly string[];
  /** The text of the value without quotes, as far as it stands on this line; white space before the cursor included. */
  readonly range: Range;
  readonly text: string;
  readonly quote: '' | '"' | "'";
  /** How the list that it is an item of is written; `none` for a value that stands alone. */
  readonly list: 'none' | 'flow' | 'block';
  /** True inside braces or brackets, where commas end a value. */
  readonly inFlow: boolean;
  /** The other items of the list. */
  readonly others: readonly string[];
  /** The other names of the object that an item in block style would belong to. */
  readonly present: ReadonlySet<string>;
  /** True right behind the colon or dash: a value needs a space first. */
  readonly needsSpace: boolean;
}

export type FieldPlace = FieldNamePlace | FieldValuePlace;

/** Between `[[` and `]]`, which may still be missing. */
export interface WikiLinkPlace {
  readonly kind: 'wikiLink';
  readonly part: 'target' | 'heading' | 'label';
  /** The id as it is written. */
  readonly target: string;
  /** The part that the cursor is in. */
  readonly range: Range;
  readonly text: string;
  readonly isClosed: boolean;
}

/** In the destination of a Markdown link; without its `#heading`. */
export interface MarkdownLinkPlace {
  readonly kind: 'markdownLink';
  readonly range: Range;
  readonly text: string;
  readonly isClosed: boolean;
}

/** A `@department` in a text. */
export interface MentionPlace {
  readonly kind: 'mention';
  /** With its `@`. */
  readonly range: Range;
  readonly text: string;
}

/** In a list item of a log page that is a time entry or may become one. */
export interface TimeEntryPlace {
  readonly kind: 'timeEntry';
  readonly part: 'time' | 'activity';
  readonly range: Range;
  readonly text: string;
  /** What follows on the line. */
  readonly rest: string;
}

/** In a task, which is a commitment where it begins with a department. */
export interface TaskPlace {
  readonly kind: 'task';
  /** The departments it is from and to, a date behind `due:` and its like, or a word of the text. */
  readonly part: 'from' | 'to' | 'date' | 'word';
  readonly isCommitment: boolean;
  /** For `from` and `to` with the `@`. */
  readonly range: Range;
  readonly text: string;
  /** `due`, `made`, `done` or `was`, for a date. */
  readonly dateName?: string | undefined;
  /** The dates that the task has. */
  readonly dateNames: ReadonlySet<string>;
  /** What follows on the line. */
  readonly rest: string;
}

/** A rule in a comment that asks rules to be quiet. */
export interface IgnoredRulePlace {
  readonly kind: 'ignoredRule';
  readonly range: Range;
  readonly text: string;
  /** The other rules of the comment. */
  readonly others: readonly string[];
}

export type BodyPlace =
  | WikiLinkPlace
  | MarkdownLinkPlace
  | MentionPlace
  | TimeEntryPlace
  | TaskPlace
  | IgnoredRulePlace;

/** What stands at a place of a text, or may be typed there. */
export type Place = FieldPlace | BodyPlace;
