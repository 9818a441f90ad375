import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Finding } from '../../model/finding';
import type { Text } from '../../model/message';
import type { Page } from '../../model/page';
import type { Position, Range } from '../../model/text';

/** Where the links of a hover lead; undefined where there is nothing to open. */
export interface HoverLinks {
  page(path: string): string | undefined;
  rule(id: string): string | undefined;
}

export interface HoverRequest {
  readonly book: BookIndex;
  /** Of the page, from the book’s root. */
  readonly path: string;
  readonly text: string;
  /** Absent while the text is no page. */
  readonly page?: Page | undefined;
  readonly position: Position;
  readonly today: CalendarDate;
  /** The findings of a page. */
  findingsOf(path: string): readonly Finding[];
  /** The text of another page of the book; undefined where it cannot be read. */
  textOf(path: string): Promise<string | undefined>;
  readonly links: HoverLinks;
}

/** A part of a hover and what it is about. */
export interface HoverPart {
  readonly range: Range;
  /** In Markdown, whatever comes from a page escaped. */
  readonly markdown: Text;
}

export type Hover = HoverPart;
