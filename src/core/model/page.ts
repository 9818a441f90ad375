import type { BodyScan } from './bodyScan';
import type { CalendarDate } from './calendarDate';
import type { FieldNode } from './frontMatter';
import type { Text } from './message';
import type { Period } from './period';
import type { TaskKey } from './taskKey';
import type { Range } from './text';

/** A time entry of a log page. */
export interface TimeEntry {
  /** Minutes counted; 0 for an open range, negative for time that is taken off. */
  readonly minutes: number;
  /**
   * Minutes after midnight of the page's day; negative on the day before, above 1440 on the next day. Absent for a
   * plain duration.
   */
  readonly start?: number;
  readonly end?: number;
  /** True for `13:05-?`, a running timer. */
  readonly open: boolean;
  /** As it is written; the id for an activity of every book, whose title and capitals count alike. */
  readonly activity: string;
  readonly activityRange: Range;
  /** The duration or time range. */
  readonly timeRange: Range;
  readonly summary: string;
  /** The entry's first line, from duration through summary. */
  readonly range: Range;
  /** The last line of the entry's notes; its own line where it has none. */
  readonly lastLine: number;
}

/** A list item or a line under `Time` that is no time entry, or only in a book that has its activity. */
export interface InvalidEntry {
  readonly reason: Text;
  readonly range: Range;
  /** True elsewhere than under `Time`, where what is no entry is prose. */
  readonly isProse?: true;
  /** The entry that it is where the book has an activity of that title. */
  readonly titled?: TimeEntry;
  /** What to write in place of the range, where that is plain. */
  readonly rewrite?: string;
}

/** A task item; ordinary, or a commitment between departments. */
export interface Task {
  readonly done: boolean;
  readonly text: string;
  readonly due?: CalendarDate;
  readonly dueRange?: Range;
  /** How often it comes again. */
  readonly every?: Period;
  /** All keys that can be read, in the order in which they stand; of two of one name the last counts. */
  readonly keys: readonly TaskKey[];
  /** What makes it invalid; of a commitment beside unknown departments. */
  readonly problems: readonly TaskProblem[];
  /** The item's first line, from its `[ ]` on. */
  readonly range: Range;
  /** Where its text begins, and where it ends: new keys go there, before a final `^block-id`. */
  readonly textRange: Range;
}

export interface TaskProblem {
  readonly message: Text;
  readonly range: Range;
  /** What to write in place of the range, likeliest first. */
  readonly rewrites: readonly string[];
}

export interface Commitment extends Task {
  /** Department that owes; `me` is the product manager. */
  readonly from: string;
  readonly to: string;
  readonly fromRange: Range;
  /** Absent where the commitment is to me by default. */
  readonly toRange?: Range;
  /** The first promised day, where the commitment was re-dated. */
  readonly was?: CalendarDate;
  readonly made?: CalendarDate;
  readonly doneOn?: CalendarDate;
}

/** What stands in a page that asks for rules to be quiet. */
export interface Suppression {
  readonly rules: readonly string[];
  /** The rules, each with its place. */
  readonly names: readonly { readonly text: string; readonly range: Range }[];
  /** The whole comment. */
  readonly range: Range;
  readonly firstLine: number;
  /** The comment's last line: what stands on the line behind it is suppressed. */
  readonly line: number;
}

/** What lies between the marks of a merge that was not finished. */
export interface Conflict {
  /** The line of its first mark. */
  readonly range: Range;
  readonly firstLine: number;
  /** The line of its last mark, or the last of the page. */
  readonly lastLine: number;
  readonly closed: boolean;
  /** It begins in the front matter or before it. */
  readonly inFrontMatter: boolean;
}

export interface SyntaxFault {
  readonly message: Text;
  readonly range: Range;
}

/** A page as parsed: everything that is known without looking at any other page. */
export interface Page {
  /** From the book's root, with `/`. */
  readonly path: string;
  readonly id: string;
  /** Where the id is written; absent where the file name gives it. */
  readonly idRange?: Range | undefined;
  readonly title: string;
  /** The text of the `type` field; empty where it holds no text. */
  readonly type: string;
  /** The value of `type`. */
  readonly typeRange: Range;
  /** The whole `type` line. */
  readonly typeLine: Range;
  readonly fields: readonly FieldNode[];
  /** False where the front matter could not be parsed: nothing is known of the fields, and `type` is a guess. */
  readonly isReadable: boolean;
  /** What is wrong with the front matter as YAML. */
  readonly syntaxFaults: readonly SyntaxFault[];
  /** First line of the body. */
  readonly bodyLine: number;
  readonly body: BodyScan;
  /** Time entries in document order; empty unless the page is a log. */
  readonly entries: readonly TimeEntry[];
  readonly invalidEntries: readonly InvalidEntry[];
  readonly tasks: readonly Task[];
  readonly commitments: readonly Commitment[];
  readonly suppressions: readonly Suppression[];
  /** In front matter and body; in them stand no time entries and no tasks. */
  readonly conflicts: readonly Conflict[];
}
