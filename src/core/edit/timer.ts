import { clockText } from '../model/clockTime';
import type { Page, TimeEntry } from '../model/page';
import { applyEdits, LineMap, lineRange, range, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { parseTimeEntry } from '../parse/timeEntries';
import { addEntryEdits, entryText } from './logTime';

/** What a timer is for. */
export interface TimedWork {
  readonly activity: string;
  readonly summary?: string;
}

/** The entry of a timer that starts: `13:05-? liaison: capacity meeting`. */
export function timerText(start: number, work: TimedWork): string {
  return entryText({ time: `${clockText(start)}-?`, ...work });
}

/** Adds the entry of a timer that starts. */
export function startTimerEdits(page: Page, text: string, start: number, work: TimedWork): TextEdit[] {
  const edits = addEntryEdits(page, text, timerText(start, work));
  return verified(page, text, edits, 1, { start, end: undefined, activity: work.activity });
}

/**
 * Closes an open range; only its question mark changes.
 *
 * @param end minutes after midnight of the page’s day, at most a day after `24:00`
 * @throws RangeError where the result would not read back as meant
 */
export function stopTimerEdits(page: Page, text: string, entry: TimeEntry, end: number): TextEdit[] {
  const edits = [closingEdit(text, entry, end)];
  return verified(page, text, edits, 0, { start: entry.start, end, activity: entry.activity });
}

/** Closes an open range and starts the next one at that moment, in one edit. */
export function switchTimerEdits(
  page: Page,
  text: string,
  entry: TimeEntry,
  end: number,
  work: TimedWork,
): TextEdit[] {
  const edits = [closingEdit(text, entry, end), ...addEntryEdits(page, text, timerText(end, work))];
  return verified(page, text, edits, 1, { start: end, end: undefined, activity: work.activity });
}

/** Gives a timer another activity, and another summary where one is given; its start stays. */
export function retitleTimerEdits(page: Page, text: string, entry: TimeEntry, work: TimedWork): TextEdit[] {
  const { activityRange, range: whole } = entry;
  const summary = work.summary?.trim() ? work.summary : entry.summary;
  const newText = entryText({ time: '', activity: work.activity, summary }).trimStart();
  const edits = [{ range: { start: activityRange.start, end: whole.end }, newText }];
  return verified(page, text, edits, 0, { start: entry.start, end: undefined, activity: work.activity });
}

/** Takes an entry out, with its notes. */
export function removeEntryEdits(text: string, { range: { start }, lastLine }: TimeEntry): TextEdit[] {
  const map = new LineMap(text);
  if (lastLine + 1 < map.lineCount) return [{ range: range(start.line, 0, lastLine + 1, 0), newText: '' }];
  const before = start.line - 1;
  const end = map.lineText(lastLine).length;
  return [{ range: range(before, map.lineText(before).length, lastLine, end), newText: '' }];
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
export function readEnd(start: number, end: string): { readonly end: number } | { readonly problem: string } {
  const text = `${clockText(start)}-${end.trim()} x`;
  const parsed = parseTimeEntry(text, lineRange(0, 0, text.length));
  if ('value' in parsed && parsed.value.end !== undefined && parsed.value.activity === 'x') {
    return { end: parsed.value.end };
  }
  const isTime = /^\d{1,2}:\d{2}>?$/.test(end.trim());
  return {
    problem:
      isTime && 'reason' in parsed ? parsed.reason : 'type a time such as 17:45, or 0:30> for the next day',
  };
}

/** When the next entry of the page began after an entry: where its time most likely went to. */
export function nextStart(page: Page, { start = 0 }: TimeEntry): number | undefined {
  const later = page.entries.flatMap((entry) =>
    entry.start !== undefined && entry.start > start ? [entry.start] : [],
  );
  return later.length === 0 ? undefined : Math.min(...later);
}

function closingEdit(text: string, { timeRange }: TimeEntry, end: number): TextEdit {
  const { line, character } = timeRange.end;
  const time = new LineMap(text).lineText(line).slice(timeRange.start.character, character);
  const marks = time.includes('?') ? time.length - time.indexOf('?') : 0;
  return { range: lineRange(line, character - marks, character), newText: clockText(end) };
}

/** Applies edits to a copy and parses it: a log that would not read back as meant is left alone. */
function verified(
  page: Page,
  text: string,
  edits: TextEdit[],
  added: number,
  wanted: { readonly activity: string; readonly start: number | undefined; readonly end: number | undefined },
): TextEdit[] {
  const after = parsePage(page.path, applyEdits(text, edits))?.entries ?? [];
  const isThere = after.some(
    ({ start, end, activity }) =>
      start === wanted.start && end === wanted.end && activity === wanted.activity,
  );
  if (!isThere || after.length !== page.entries.length + added) {
    throw new RangeError(`The time could not be written safely in ${page.path}. Please write it by hand.`);
  }
  return edits;
}
