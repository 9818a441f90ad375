import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf } from '../model/fields';
import { type Text, t } from '../model/message';
import type { Page, TimeEntry } from '../model/page';
import { LineMap, lineEndingNear, lineRange, type TextEdit } from '../model/text';
import { isTimeHeading, parseTimeEntry } from '../parse/timeEntries';
import { dailyType } from '../schema/schema';
import { endOfSection, lastLineOfHeading } from './headingLines';
import { insertAtEnd, insertBehind, isBlank } from './insertBlock';
import { insertsBlock, verifyEdit } from './verifyEdit';

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

/** The log page of a day; the first by path where there are several. */
export function findLog(book: BookIndex, date: CalendarDate): Page | undefined {
  return book.pagesOfType(dailyType.id).find((page) => dateOf(page, 'date') === date);
}

/**
 * Adds an entry behind the last one under `Time`, with the same list marker; adds the section where it is missing.
 *
 * @throws Refusal where it would not be read as an entry there
 */
export function addEntryEdits(page: Page, text: string, entry: string): TextEdit[] {
  const { edits, inserts } = entryInsertion(page, text, entry);
  verifyEdit(page, text, edits, {
    ...(inserts ? insertsBlock(inserts) : { rewrites: true }),
    problem: ({ entries }) => entryProblem(entry, entries, page.entries.length + 1),
  });
  return edits;
}

function entryProblem(entry: string, entries: readonly TimeEntry[], count: number): Text | undefined {
  const wanted = parseTimeEntry(entry, lineRange(0, 0, entry.length));
  if ('reason' in wanted) return t`“${entry}” is no time entry: ${wanted.reason}`;
  const { activity, minutes, start, summary } = wanted.value;
  const isThere = entries.some(
    (one) =>
      one.activity === activity && one.minutes === minutes && one.start === start && one.summary === summary,
  );
  return isThere && entries.length === count ? undefined : t`the entry would not count there`;
}

/** The edits, and the lines that they insert; without lines an empty item is filled. */
export function entryInsertion(
  page: Page,
  text: string,
  entry: string,
): { edits: TextEdit[]; inserts?: readonly string[] } {
  const map = new LineMap(text);
  const { headings, listItems } = page.body;
  const index = headings.findIndex(isTimeHeading);
  const heading = headings[index];
  if (!heading) {
    const block = ['## Time', '', `- ${entry}`];
    return { edits: [insertAtEnd(map, block)], inserts: block };
  }
  const end = endOfSection(headings, index, map);
  const items = listItems.filter(
    ({ depth, quoted, firstLine }) =>
      depth === 0 && !quoted && firstLine > heading.range.start.line && firstLine < end,
  );
  const last = items[items.length - 1];
  if (!last)
    return {
      edits: [insertFirst(map, lastLineOfHeading(heading, map), `- ${entry}`)],
      inserts: [`- ${entry}`],
    };
  const marker = /^\s*([-*+])/.exec(map.lineText(last.firstLine))?.[1] ?? '-';
  const item = `${marker} ${entry}`;
  const first = map.lineText(last.firstLine);
  if (last.text === '' && last.lastLine === last.firstLine && /^\s*[-*+]\s*$/.test(first)) {
    const at = lineRange(last.firstLine, first.trimEnd().length, first.length);
    return { edits: [{ range: at, newText: ` ${entry}` }] };
  }
  let line = last.lastLine;
  while (line > last.firstLine && isBlank(map, line)) line--;
  return { edits: [insertBehind(map, line, [item], true)], inserts: [item] };
}

function insertFirst(map: LineMap, headingLine: number, item: string): TextEdit {
  const hasBlank = headingLine + 1 < map.lineCount && isBlank(map, headingLine + 1);
  const line = hasBlank ? headingLine + 1 : headingLine;
  const edit = insertBehind(map, line, [item], hasBlank);
  const isFollowed = line + 1 < map.lineCount && !isBlank(map, line + 1);
  return hasBlank && isFollowed ? { ...edit, newText: edit.newText + lineEndingNear(map, line) } : edit;
}
