import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import { joined, type Text } from '../../model/message';
import type { Position, Range, TextEdit } from '../../model/text';
import type { PlaceInText } from '../place';

/** What an item stands for; the editor shows it by an icon. */
export type CompletionKind =
  | 'field'
  | 'value'
  | 'page'
  | 'date'
  | 'time'
  | 'activity'
  | 'department'
  | 'heading'
  | 'rule'
  | 'snippet';

/** One thing that is offered. */
export interface CompletionItem {
  readonly label: Text;
  /** Shown right behind the label. */
  readonly labelDetail?: Text;
  /** Shown at the right edge of the list. */
  readonly description?: Text;
  readonly kind: CompletionKind;
  /** Plain text. */
  readonly documentation?: Text;
  /** The page that is to be shown in place of a documentation, by its path. */
  readonly path?: string;
  /** What is typed to find it; the label where it is left out. */
  readonly filterText?: string;
  readonly newText: string;
  /** True where `newText` is a snippet in TextMate’s syntax, indented as it is to stand. */
  readonly isSnippet?: true;
  /** What it replaces, where that is not the range of the list. Holds the cursor, on one line. */
  readonly range?: Range;
  /** Changes elsewhere that belong to it. */
  readonly additionalEdits?: readonly TextEdit[];
  /** True where something is to be offered at once behind it. */
  readonly retrigger?: true;
  readonly preselect?: true;
}

export interface CompletionList {
  /** Best first. */
  readonly items: readonly CompletionItem[];
  /** What an item replaces; holds the cursor, on one line. */
  readonly range: Range;
  /** True where more typing may bring up other items. */
  readonly isIncomplete: boolean;
}

/** What is asked. */
export interface CompletionRequest {
  readonly book: BookIndex;
  /** Of the page, from the book’s root. */
  readonly path: string;
  readonly text: string;
  readonly position: Position;
  readonly today: CalendarDate;
  /** The time of day in minutes after midnight. */
  readonly minutes: number;
  /** The character that was typed, where typing it brought this about; absent where the user asked. */
  readonly trigger?: string;
}

/** What is asked, with what is known of the place. */
export interface CompletionContext extends CompletionRequest {
  readonly at: PlaceInText;
}

/** What stands right behind a label, apart from it. */
export function behindLabel(text: Text): Text {
  return joined(['  ', text], '');
}

/** What is typed to find an item. */
export function typedFor({ filterText, label, newText }: CompletionItem): string {
  return filterText ?? (typeof label === 'string' ? label : newText);
}

export function listOf(items: readonly CompletionItem[], range: Range, isIncomplete = false): CompletionList {
  return { items, range, isIncomplete };
}
