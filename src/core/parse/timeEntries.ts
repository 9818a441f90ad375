import { isTaskText } from '../markdown';
import { commonActivity } from '../model/activityNames';
import type { Heading, ListItem, PlainLine } from '../model/bodyScan';
import { type Text, t } from '../model/message';
import type { InvalidEntry, TimeEntry } from '../model/page';
import { inSlices, type SlicedWork } from '../model/slices';
import { placeIn } from '../model/sortedList';
import { lineRange, type Range } from '../model/text';
import { type Parsed, type ParsedTime, parseTime } from './timeNotation';

/** So many items are read in one slice of work. */
const itemsPerSlice = 256;

/**
 * Reads the time entries of a log page: top-level list items in klog's notation (jotaen/klog, “specification”).
 * Under a heading `Time` an item that does not parse is invalid, and so is a line that was meant to be one; elsewhere
 * they are prose, unless the book has an activity of their title.
 */
export function* timeEntries(
  items: readonly ListItem[],
  headings: readonly Heading[],
  plainLines: readonly PlainLine[] = [],
): SlicedWork<{ entries: TimeEntry[]; invalid: InvalidEntry[] }> {
  const entries: TimeEntry[] = [];
  const invalid: InvalidEntry[] = [];
  const isUnderTime = timeSections(headings);
  yield* inSlices(items, itemsPerSlice, (item) => {
    if (item.depth > 0 || item.quoted || item.text === '') return;
    if (isTaskText(item.text)) {
      if (isUnderTime(item)) invalid.push(...tickedEntry(item));
      return;
    }
    const parsed = parseTimeEntry(item.text, item.range, item.lastLine);
    if ('value' in parsed) entries.push(parsed.value);
    else {
      const { reason, titled } = parsed;
      const isProse = !isUnderTime(item);
      if (titled) invalid.push({ reason, range: item.range, titled, ...(isProse ? { isProse } : {}) });
      else if (!isProse) invalid.push({ reason, range: item.range });
    }
  });
  yield* inSlices(plainLines, itemsPerSlice, (line) => {
    if (isUnderTime({ firstLine: line.range.start.line })) invalid.push(...lineMeantAsEntry(line));
  });
  invalid.sort((a, b) => a.range.start.line - b.range.start.line);
  return { entries, invalid };
}

/** What is done is ticked; only time that stands without its box counts. */
function tickedEntry({ text, range }: ListItem): InvalidEntry[] {
  const box = /^\[[xX]\]\s+/.exec(text)?.[0];
  if (box === undefined || !isMeantAsEntry(text.slice(box.length))) return [];
  const reason = t`a box stands before its time; take the box away`;
  return [{ reason, range, rewrite: text.slice(box.length) }];
}

/** What people, and word processors, set before a list item instead of a dash and a blank. */
const bulletPattern = /^(?:\\?[-–—•·●▪‣*+]\s?)?/;

function lineMeantAsEntry({ text, range }: PlainLine): InvalidEntry[] {
  const words = text.slice(bulletPattern.exec(text)?.[0].length ?? 0);
  const isMeant = isMeantAsEntry(words);
  if (!isMeant) return [];
  const reason = t`it is no list item, which begins with a dash and a blank (“- ”)`;
  return [{ reason, range, rewrite: `- ${words}` }];
}

/** True for what begins with a time range, or with a duration and an activity of every book. */
function isMeantAsEntry(text: string): boolean {
  if (
    /^<?\d{1,2}(?:[:：.]\d{2})?(?:\s?[ap]\.?m\.?)?>?\s?[-–—]\s?(?:<?\d{1,2}(?:[:：.]\d{2})?(?![\d-])|\?)/i.test(
      text,
    )
  )
    return true;
  const parsed = parseTimeEntry(text, lineRange(0, 0, text.length));
  return 'value' in parsed && commonActivity(parsed.value.activity) !== undefined;
}

type ParsedEntry =
  | { readonly value: TimeEntry }
  | { readonly reason: Text; readonly titled?: TimeEntry | undefined };

/** How an entry begins: its time, and where its activity stands behind it and a colon. */
export interface EntryHead {
  readonly time: ParsedTime;
  readonly activityStart: number;
}

export function parseEntryHead(text: string): Parsed<EntryHead> {
  const time = parseTime(text);
  if ('reason' in time) return time;
  const { length } = time.value;
  const behindTime = /^\s*[:：]?\s*/.exec(text.slice(length))?.[0].length ?? 0;
  return { value: { time: time.value, activityStart: length + behindTime } };
}

/**
 * Reads one entry; the reason says what is wrong and what to write instead. With `titled` it is an entry after all where
 * the book has an activity of that title.
 */
export function parseTimeEntry(text: string, range: Range, lastLine = range.end.line): ParsedEntry {
  const head = parseEntryHead(text);
  if ('reason' in head) return head;
  const { activityStart, time } = head.value;
  const { minutes, start, end, open, length } = time;
  const rest = text.slice(activityStart);
  const colon = rest.search(/[:：]/);
  const name = (colon < 0 ? rest : rest.slice(0, colon)).trimEnd();
  if (name === '') return { reason: t`no activity follows the time` };
  const { line, character } = range.start;
  const place = character + activityStart;
  const entry: TimeEntry = {
    minutes,
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    open,
    activity: commonActivity(name)?.id ?? name,
    activityRange: lineRange(line, place, place + name.length),
    timeRange: lineRange(line, character, character + length),
    summary: colon < 0 ? '' : rest.slice(colon + 1).trim(),
    range,
    lastLine,
  };
  if (!/\s/.test(name) || commonActivity(name)) return { value: entry };
  const [word = ''] = name.split(/\s/, 1);
  const shown = name.length > 40 ? `${name.slice(0, 40)}…` : name;
  const reason =
    colon < 0 || commonActivity(word)
      ? t`text after the activity needs a colon: “${word}: …”`
      : t`“${shown}” is no activity; write the activity and its colon first, as in “liaison: ${shown}”`;
  return { reason, titled: entry };
}

/** True for an item below a heading `Time`, until the next heading of its level or above. */
export function underTime(item: ListItem, headings: readonly Heading[]): boolean {
  return timeSections(headings)(item);
}

/** The same for many items of one page: the headings are walked once, each item is looked up in log n. */
function timeSections(headings: readonly Heading[]): (item: Pick<ListItem, 'firstLine'>) => boolean {
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
