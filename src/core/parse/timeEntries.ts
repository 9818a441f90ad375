import type { Heading, ListItem } from '../model/bodyScan';
import type { InvalidEntry, TimeEntry } from '../model/page';
import { placeIn } from '../model/sortedList';
import { lineRange, type Range } from '../model/text';
import { isTaskText } from './taskText';

const minutesPerDay = 24 * 60;

const durationPattern = /^(?:(\d{1,5})h(?:(\d{1,2})m)?|(\d{1,6})m|(\d{1,5}\.\d{1,4})h)(?=\s|$)/;
const rangePattern = /^(\d{1,2}):(\d{2})\s*[-–]\s*(?:(\d{1,2}):(\d{2})(>?)|\?+)(?=\s|$)/;
const activityPattern = /^\s+([^\s:]+)(?:\s*:(?:\s+(.*))?)?$/;

type ParsedTime = Pick<TimeEntry, 'minutes' | 'start' | 'end' | 'open'> & { readonly length: number };
type Parsed<T> = { readonly value: T } | { readonly reason: string };

/**
 * Reads the time entries of a log page: top-level list items in klog's notation (jotaen/klog, “specification”).
 * Under a heading `Time` an item that does not parse is invalid; elsewhere it is prose.
 */
export function timeEntries(
  items: readonly ListItem[],
  headings: readonly Heading[],
): { entries: TimeEntry[]; invalid: InvalidEntry[] } {
  const entries: TimeEntry[] = [];
  const invalid: InvalidEntry[] = [];
  const isUnderTime = timeSections(headings);
  for (const item of items) {
    if (item.depth > 0 || item.quoted || item.text === '' || isTaskText(item.text)) continue;
    const parsed = parseTimeEntry(item.text, item.range, item.lastLine);
    if ('value' in parsed) entries.push(parsed.value);
    else if (isUnderTime(item)) invalid.push({ reason: parsed.reason, range: item.range });
  }
  return { entries, invalid };
}

/** Reads one entry; the reason says what is wrong and what to write instead. */
export function parseTimeEntry(text: string, range: Range, lastLine = range.end.line): Parsed<TimeEntry> {
  const time = parseTime(text);
  if ('reason' in time) return time;
  const { minutes, start, end, open, length } = time.value;
  const rest = text.slice(length);
  if (rest.trim() === '') return { reason: 'no activity follows the time' };
  const match = activityPattern.exec(rest);
  if (!match) {
    const activity = /^\s*([^\s:]*)/.exec(rest)?.[1] ?? '';
    return { reason: `text after the activity needs a colon: “${activity}: …”` };
  }
  const activity = match[1] as string;
  const { line, character } = range.start;
  const activityStart = character + length + rest.indexOf(activity);
  return {
    value: {
      minutes,
      ...(start === undefined ? {} : { start }),
      ...(end === undefined ? {} : { end }),
      open,
      activity,
      activityRange: lineRange(line, activityStart, activityStart + activity.length),
      timeRange: lineRange(line, character, character + length),
      summary: (match[2] ?? '').trim(),
      range,
      lastLine,
    },
  };
}

function parseTime(text: string): Parsed<ParsedTime> {
  const duration = durationPattern.exec(text);
  if (duration) return parseDuration(duration);
  const clock = rangePattern.exec(text);
  if (clock) return parseRange(clock);
  return { reason: 'it does not start with a duration such as 1h30m or a time range such as 9:00-10:15' };
}

function parseDuration(match: RegExpExecArray): Parsed<ParsedTime> {
  const [whole, hours, minutesOfHour, minutes, decimalHours] = match;
  const value = (count: number): Parsed<ParsedTime> => ({
    value: { minutes: count, open: false, length: whole.length },
  });
  if (decimalHours !== undefined) return value(Math.round(Number(decimalHours) * 60));
  if (minutes !== undefined) return value(Number(minutes));
  if (Number(minutesOfHour ?? 0) > 59) return { reason: `${minutesOfHour} minutes are more than an hour` };
  return value(Number(hours) * 60 + Number(minutesOfHour ?? 0));
}

function parseRange(match: RegExpExecArray): Parsed<ParsedTime> {
  const [whole, startHour, startMinute, endHour, endMinute, nextDay] = match;
  const start = minutesOfDay(startHour, startMinute);
  if (start === undefined || start === minutesPerDay) {
    return { reason: `${startHour}:${startMinute} is not a time of day` };
  }
  const length = whole.length;
  if (endHour === undefined) return { value: { minutes: 0, start, open: true, length } };
  const endOfDay = minutesOfDay(endHour, endMinute);
  if (endOfDay === undefined || (nextDay && endOfDay === minutesPerDay)) {
    return { reason: `${endHour}:${endMinute} is not a time of day` };
  }
  const end = endOfDay + (nextDay ? minutesPerDay : 0);
  if (end < start) {
    return { reason: `it ends before it starts; write ${endHour}:${endMinute}> for an end on the next day` };
  }
  return { value: { minutes: end - start, start, end, open: false, length } };
}

/** Minutes after midnight; 24:00 is the day's end. */
function minutesOfDay(hour: string | undefined, minute: string | undefined): number | undefined {
  const total = Number(hour) * 60 + Number(minute);
  return Number(minute) < 60 && total <= minutesPerDay ? total : undefined;
}

/** True for an item below a heading `Time`, until the next heading of its level or above. */
export function underTime(item: ListItem, headings: readonly Heading[]): boolean {
  return timeSections(headings)(item);
}

/** The same for many items of one page: the headings are walked once, each item is looked up in log n. */
function timeSections(headings: readonly Heading[]): (item: ListItem) => boolean {
  // The lines at which a section `Time` begins or ends, in turns.
  const bounds: number[] = [];
  let level = 0;
  for (const heading of headings) {
    const { line } = heading.range.start;
    if (level > 0 && heading.level <= level) {
      level = 0;
      bounds.push(line);
    }
    if (level === 0 && isTimeHeading(heading)) {
      level = heading.level;
      bounds.push(line);
    }
  }
  return ({ firstLine }) => placeIn(bounds, (line) => line <= firstLine) % 2 === 1;
}

export function isTimeHeading(heading: Heading): boolean {
  return heading.text.trim().toLowerCase() === 'time';
}
