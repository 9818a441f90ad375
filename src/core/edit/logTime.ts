import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import type { Page } from '../model/page';
import { LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { isTimeHeading } from '../parse/timeEntries';
import { insertAt } from './insertSection';

export interface NewEntry {
  /** A duration or a time range, as the user wrote it: `1h30m`, `9:00-10:15`, `13:05-?`. */
  readonly time: string;
  readonly activity: string;
  readonly summary?: string;
}

export function entryText({ time, activity, summary = '' }: NewEntry): string {
  const words = summary.replace(/\s+/g, ' ').trim();
  return `${time} ${activity}${words === '' ? '' : `: ${words}`}`;
}

/** `1h30m` from minutes, in the notation of the log. */
export function durationText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return hours === 0 ? `${rest}m` : rest === 0 ? `${hours}h` : `${hours}h${rest}m`;
}

/** The log page of a day; the first by path where there are several. */
export function findLog(book: BookIndex, date: CalendarDate): Page | undefined {
  return book.pagesOfType('log').find((page) => dateOf(page, 'date') === date);
}

/** Adds an entry behind the last one under `Time`, with the same list marker; adds the section where it is missing. */
export function addEntryEdits(page: Page, text: string, entry: string): TextEdit[] {
  const map = new LineMap(text);
  const { headings, listItems } = page.body;
  const index = headings.findIndex(isTimeHeading);
  const heading = headings[index];
  if (!heading) return insertAt(map, text, map.lineCount, ['## Time', '', `- ${entry}`]);
  const next = headings.slice(index + 1).find(({ level }) => level <= heading.level);
  const end = next ? next.range.start.line : map.lineCount;
  const items = listItems.filter(
    ({ depth, quoted, firstLine }) =>
      depth === 0 && !quoted && firstLine > heading.range.start.line && firstLine < end,
  );
  const last = items[items.length - 1];
  if (!last) return insertFirst(map, text, heading.range.end.line, `- ${entry}`);
  const marker = /^\s*([-*+])/.exec(map.lineText(last.firstLine))?.[1] ?? '-';
  if (last.text === '' && /^\s*[-*+]\s*$/.test(map.lineText(last.firstLine))) {
    const length = map.lineText(last.firstLine).length;
    return [{ range: lineRange(last.firstLine, 0, length), newText: `${marker} ${entry}` }];
  }
  let line = last.lastLine;
  while (line > last.firstLine && map.lineText(line).trim() === '') line--;
  const length = map.lineText(line).length;
  return [{ range: lineRange(line, length, length), newText: `${lineEndingOf(text)}${marker} ${entry}` }];
}

function insertFirst(map: LineMap, text: string, headingLine: number, item: string): TextEdit[] {
  const ending = lineEndingOf(text);
  const length = map.lineText(headingLine).length;
  const isBlank = (line: number): boolean => map.lineText(line).trim() === '';
  const followedByText = headingLine + 1 < map.lineCount && !isBlank(headingLine + 1);
  const atEnd = headingLine + 2 >= map.lineCount && isBlank(headingLine + 1);
  if (atEnd) {
    const finalLine = map.lineCount - 1;
    const rest = lineRange(headingLine, length, length);
    const end = { line: finalLine, character: map.lineText(finalLine).length };
    return [{ range: { start: rest.start, end }, newText: `${ending}${ending}${item}${ending}` }];
  }
  const newText = `${ending}${ending}${item}${followedByText ? ending : ''}`;
  return [{ range: lineRange(headingLine, length, length), newText }];
}
