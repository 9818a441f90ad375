import { possibleEntries } from '../analysis/entries';
import { clockText } from '../model/clockTime';
import { type Text, t } from '../model/message';
import type { Page, TimeEntry } from '../model/page';
import { compareRanges, LineMap, lineRange, range, type TextEdit } from '../model/text';
import { parseTimeEntry } from '../parse/timeEntries';
import { addEntryEdits, entryInsertion, entryText } from './logTime';
import { verifyEdit } from './verifyEdit';

/** What a timer is for. */
export interface TimedWork {
  readonly activity: string;
  readonly summary?: string;
}

/** The entry of a timer that starts: `13:05-? liaison: capacity meeting`. */
export function timerText(start: number, work: TimedWork): string {
  return entryText({ time: `${clockText(start)}-?`, ...work });
}

/**
 * Adds the entry of a timer that starts.
 *
 * @throws Refusal where the result would not read back as meant
 */
export function startTimerEdits(page: Page, text: string, start: number, work: TimedWork): TextEdit[] {
  return addEntryEdits(page, text, timerText(start, work));
}

/**
 * Closes an open range; only its question mark changes.
 *
 * @param end minutes after midnight of the page’s day, at most a day after `24:00`
 * @throws Refusal where the result would not read back as meant
 */
export function stopTimerEdits(page: Page, text: string, entry: TimeEntry, end: number): TextEdit[] {
  const edits = [closingEdit(text, entry, end)];
  return verified(page, text, edits, [entry], [{ ...asWritten(page, entry), end }]);
}

/** Closes an open range and starts the next one at that moment, in one edit. */
export function switchTimerEdits(
  page: Page,
  text: string,
  entry: TimeEntry,
  end: number,
  work: TimedWork,
): TextEdit[] {
  const edits = [closingEdit(text, entry, end), ...entryInsertion(page, text, timerText(end, work)).edits];
  return verified(
    page,
    text,
    edits,
    [entry],
    [
      { ...asWritten(page, entry), end },
      { start: end, activity: work.activity },
    ],
  );
}

/** Gives a timer another activity, and another summary where one is given; its start stays. */
export function retitleTimerEdits(page: Page, text: string, entry: TimeEntry, work: TimedWork): TextEdit[] {
  const { activityRange, range: whole } = entry;
  const summary = work.summary?.trim() ? work.summary : entry.summary;
  const newText = entryText({ time: '', activity: work.activity, summary }).trimStart();
  const edits = [{ range: { start: activityRange.start, end: whole.end }, newText }];
  return verified(page, text, edits, [entry], [{ start: entry.start, activity: work.activity }]);
}

/**
 * Takes an entry out, with its notes.
 *
 * @throws Refusal where more than the entry would change
 */
export function removeEntryEdits(page: Page, text: string, entry: TimeEntry): TextEdit[] {
  const { range: whole, lastLine } = entry;
  const { line } = whole.start;
  const map = new LineMap(text);
  const end = map.lineText(lastLine).length;
  const isLast = lastLine + 1 >= map.lineCount;
  const lines = isLast
    ? range(line - 1, map.lineText(line - 1).length, lastLine, end)
    : range(line, 0, lastLine + 1, 0);
  return verified(page, text, [{ range: lines, newText: '' }], [entry], []);
}

/**
 * The end at which an entry lasts a whole number of units: the nearest one, and never none.
 *
 * @param unit minutes; 0 leaves the end as it is
 */
export function roundedEnd(start: number, end: number, unit: number): number {
  if (unit <= 0) return end;
  return start + Math.max(1, Math.round((end - start) / unit)) * unit;
}

/** Reads the end of an entry that began at `start`, as logs have it: `17:45`, `24:00`, `0:30>`. */
export function readEnd(start: number, end: string): { readonly end: number } | { readonly problem: Text } {
  const text = `${clockText(start)}-${end.trim()} x`;
  const parsed = parseTimeEntry(text, lineRange(0, 0, text.length));
  if ('value' in parsed && parsed.value.activity === 'x') {
    const { start: from, end: to } = parsed.value;
    if (from === start && to !== undefined) return { end: to };
  }
  const isTime = /^\d{1,2}:\d{2}>?$/.test(end.trim());
  return {
    problem:
      isTime && 'reason' in parsed ? parsed.reason : t`type a time such as 17:45, or 0:30> for the next day`,
  };
}

/** When the next entry of the page began after an entry: where its time most likely went to. */
export function nextStart(page: Page, { start = 0 }: TimeEntry): number | undefined {
  return possibleEntries(page).reduce<number | undefined>(
    (next, { start: other }) =>
      other !== undefined && other > start ? Math.min(other, next ?? other) : next,
    undefined,
  );
}

function closingEdit(text: string, { timeRange }: TimeEntry, end: number): TextEdit {
  const { line, character } = timeRange.end;
  const time = new LineMap(text).lineText(line).slice(timeRange.start.character, character);
  const marks = time.includes('?') ? time.length - time.indexOf('?') : 0;
  return { range: lineRange(line, character - marks, character), newText: clockText(end) };
}

/** The entry with its activity as the page has it: the title of a book’s own one is no id there. */
function asWritten(page: Page, { range: whole, start, activity }: TimeEntry): Told {
  const own = possibleEntries(page).find((one) => compareRanges(one.range, whole) === 0);
  return { start, activity: own?.activity ?? activity };
}

interface Told {
  readonly activity: string;
  readonly start?: number | undefined;
  readonly end?: number | undefined;
}

/** Of the page’s entries, these go and those come; all others stay. */
function verified(
  page: Page,
  text: string,
  edits: TextEdit[],
  gone: readonly TimeEntry[],
  come: readonly Told[],
): TextEdit[] {
  const key = ({ start, end, activity }: Told): string => `${start ?? ''}-${end ?? ''} ${activity}`;
  const isGone = ({ range: whole }: TimeEntry): boolean =>
    gone.some((one) => compareRanges(one.range, whole) === 0);
  const wanted = [...possibleEntries(page).filter((entry) => !isGone(entry)), ...come].map(key).sort();
  verifyEdit(page, text, edits, {
    rewrites: true,
    problem: (after) => {
      const found = possibleEntries(after).map(key).sort();
      const isRight = found.length === wanted.length && found.every((one, index) => one === wanted[index]);
      return isRight ? undefined : t`the time would not be read as meant`;
    },
  });
  return edits;
}
