import { type Text, t } from '../model/message';
import type { TimeEntry } from '../model/page';

const minutesPerDay = 24 * 60;

const durationPattern =
  /^([-−+]?)(?:(\d{1,5})h(?:\s?(\d{1,2})m)?|(\d{1,6})m|(\d{1,5}\.\d{1,4})h)(?=[\s:：]|$)/;
const clockSource = '(<?)(\\d{1,2})[:：](\\d{2})(?:\\s?([ap])\\.?m\\.?)?(>?)';
const rangePattern = new RegExp(`^${clockSource}\\s*[-–]\\s*(?:${clockSource}|(\\?+))(?=[\\s:：]|$)`, 'i');

export type ParsedTime = Pick<TimeEntry, 'minutes' | 'start' | 'end' | 'open'> & { readonly length: number };
export type Parsed<T> = { readonly value: T } | { readonly reason: Text };

/**
 * Reads the time at the start of an entry in klog’s notation, generously where only one thing can be meant: `1h30m`,
 * `1h 30m`, `-30m`, `9:00-10:15`, `8:00am-9:30am`, `2:00-3:30 PM`, `<23:30-6:00`, `23:00-0:30>`, `13:05-?`.
 */
export function parseTime(text: string): Parsed<ParsedTime> {
  const duration = durationPattern.exec(text);
  if (duration) return parseDuration(duration);
  const range = rangePattern.exec(text);
  if (range) return parseRange(range);
  return { reason: whyNoTime(text) };
}

function parseDuration(match: RegExpExecArray): Parsed<ParsedTime> {
  const [whole, sign, hours, minutesOfHour = '0', minutes, decimalHours] = match;
  if (Number(minutesOfHour) > 59) {
    const total = Number(hours) * 60 + Number(minutesOfHour);
    return {
      reason: t`${minutesOfHour} minutes are more than an hour; write ${Math.floor(total / 60)}h${total % 60}m`,
    };
  }
  const count =
    decimalHours !== undefined
      ? Math.round(Number(decimalHours) * 60)
      : minutes !== undefined
        ? Number(minutes)
        : Number(hours) * 60 + Number(minutesOfHour);
  const isTakenOff = (sign === '-' || sign === '−') && count > 0;
  return { value: { minutes: isTakenOff ? -count : count, open: false, length: whole.length } };
}

/** A time of day as it is written. */
interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly mark: 'a' | 'p' | undefined;
  /** Minutes that the day before or after adds. */
  readonly shift: number;
  readonly written: string;
}

function parseRange(match: RegExpExecArray): Parsed<ParsedTime> {
  const start = clockOf(match, 1);
  const open = match[11] !== undefined;
  const end = open ? undefined : clockOf(match, 6);
  const length = match[0].length;
  for (const [clock, isEnd] of [
    [start, false],
    [end, true],
  ] as const)
    if (clock && !isTimeOfDay(clock, isEnd)) return { reason: t`${clock.written} is not a time of day` };
  if (!end) return { value: { minutes: 0, start: minutesOf(start, start.mark), open: true, length } };
  const to = minutesOf(end, end.mark);
  const from = startOf(start, end, to);
  if (to < from) return { reason: backwards(start, end, from) };
  return { value: { minutes: to - from, start: from, end: to, open: false, length } };
}

function clockOf(match: RegExpExecArray, at: number): Clock {
  const [before, hour, minute, mark, after] = match.slice(at, at + 5) as (string | undefined)[];
  return {
    hour: Number(hour),
    minute: Number(minute),
    mark: mark?.toLowerCase() as Clock['mark'],
    shift: (before ? -minutesPerDay : 0) + (after ? minutesPerDay : 0),
    written: `${hour}:${minute}${mark === undefined ? '' : `${mark.toLowerCase()}m`}`,
  };
}

function isTimeOfDay({ hour, minute, mark, shift }: Clock, isEnd: boolean): boolean {
  if (minute > 59) return false;
  if (mark !== undefined) return mark === 'p' ? hour >= 1 && hour < 24 : hour <= 12;
  return hour < 24 || (hour === 24 && minute === 0 && isEnd && shift <= 0);
}

/** Minutes after the midnight that begins the page’s day. */
function minutesOf({ hour, minute, shift }: Clock, mark: Clock['mark']): number {
  const ofDay = mark === undefined || hour > 12 ? hour : (hour % 12) + (mark === 'p' ? 12 : 0);
  return ofDay * 60 + minute + shift;
}

/** One mark serves for both ends; the start is before noon only where the range would else run backwards. */
function startOf(start: Clock, end: Clock, to: number): number {
  const isShared = start.mark === undefined && end.mark !== undefined && start.hour >= 1 && start.hour <= 12;
  const from = minutesOf(start, isShared ? end.mark : start.mark);
  return isShared && end.mark === 'p' && from > to ? minutesOf(start, 'a') : from;
}

function backwards(start: Clock, end: Clock, from: number): Text {
  const isOpenToBoth = start.mark !== undefined && end.mark === undefined && end.hour <= 12;
  if (isOpenToBoth && minutesOf(end, 'p') >= from) {
    return t`it ends before it starts; write ${end.written}pm for an end after noon`;
  }
  return t`it ends before it starts; write ${end.written}> for an end on the next day`;
}

const numberWords =
  /^(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|quarter)(?:[\s-][a-z]{1,8}){0,3}[\s-](?:hours?|minutes?|mins?|h|m)(?![a-z])/i;

/** What keeps a text from beginning with a time, and what to write instead. */
function whyNoTime(text: string): Text {
  const first = (pattern: RegExp): string | undefined => pattern.exec(text)?.[0].trim();
  const long = first(/^[-−+]?(?:\d{6,}h|\d{7,}m)/);
  if (long !== undefined) return t`${shortened(long)} is longer than any log can hold`;
  const comma = first(/^\d{1,5},\d{1,4}\s?h/i);
  if (comma !== undefined)
    return t`“${comma}” has a decimal comma; write ${comma.replace(',', '.').replace(/\s?h/i, 'h')}`;
  const hours = /^(\d{1,2})\s*[-–]\s*(\d{1,2})(?=[\s:：]|$)/.exec(text);
  if (hours) return t`“${hours[0]}” has no minutes; write ${`${hours[1]}:00-${hours[2]}:00`}`;
  if (/^\d{1,2}[.,h]\d{2}\s*[-–]/i.test(text))
    return t`times of day are written with a colon, as in 9:00-10:15`;
  const single = /^<?\d{1,2}[:：]\d{2}(?=\s|$)/.exec(text)?.[0];
  if (single !== undefined)
    return t`“${single}” has no end; write ${single}-10:15, or ${single}-? for a timer that runs`;
  const short = /^(\d{1,5})h(\d{1,2})(?=[\s:：]|$)/.exec(text);
  if (short) return t`“${short[0]}” has no unit behind its minutes; write ${short[0]}m`;
  const spaced = /^(\d{1,5})\s(?:(h)|m)(?:ours?|rs?|in|inutes?|ins)?(?=[\s:：]|$)/i.exec(text);
  if (spaced)
    return t`“${spaced[0]}” is not read; write ${spaced[1] ?? ''}${spaced[2] === undefined ? 'm' : 'h'}`;
  const bare = first(/^\d{1,5}(?=\s|$)/);
  if (bare !== undefined) return t`“${bare}” has no unit; write ${bare}m or ${bare}h`;
  if (numberWords.test(text)) return t`its time is written in words; write it in digits, such as 2h or 30m`;
  return t`it does not start with a duration such as 1h30m or a time range such as 9:00-10:15`;
}

function shortened(text: string): string {
  return text.length > 20 ? `${text.slice(0, 20)}…` : text;
}
