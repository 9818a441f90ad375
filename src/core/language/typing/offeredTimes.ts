import { entriesOf } from '../../analysis/entries';
import type { CalendarDate } from '../../model/calendarDate';
import { clockText, minutesPerDay } from '../../model/clockTime';
import { dateOf } from '../../model/fields';
import type { Page, TimeEntry } from '../../model/page';
import { LineMap, lineRange, type Position, type Range } from '../../model/text';
import type { Activity } from '../../schema/activities';
import { isDaily } from '../../schema/schema';
import { belongsToEntries, topItemAt } from './enter';

/** A time to begin an entry with, in place of what is typed of it. */
export interface OfferedTime {
  readonly text: string;
  readonly range: Range;
}

export interface Now {
  readonly today: CalendarDate;
  /** Minutes after midnight. */
  readonly minutes: number;
}

/** A gap up to a working day may be one piece of work. */
const longestGap = 8 * 60;

/**
 * The times that may begin the entry at the cursor, the likeliest first: from the end of the entry before until now, a
 * timer from now on; on another day, or ahead of the clock, from where the entry before ended.
 */
export function offeredTimes(
  page: Page,
  text: string,
  position: Position,
  now: Now,
  activities: ReadonlyMap<string, Activity>,
): OfferedTime[] {
  const { line, character } = position;
  const written = new LineMap(text).lineText(line);
  const marker = /^ {0,3}[-*+][ \t]+/.exec(written)?.[0].length;
  const item = isDaily(page.type) ? topItemAt(page, line) : undefined;
  if (
    marker === undefined ||
    character < written.length ||
    !item ||
    !belongsToEntries(item, page, activities)
  )
    return [];
  const typed = written.slice(marker);
  const before = entriesOf(page, activities)
    .filter(({ range }) => range.start.line < line)
    .at(-1);
  const range = lineRange(line, marker, character);
  return timesAfter(before, dateOf(page, 'date') === now.today, now.minutes)
    .filter((offer) => offer.startsWith(typed) && offer !== typed)
    .map((offer) => ({ text: offer, range }));
}

function timesAfter(before: TimeEntry | undefined, isToday: boolean, now: number): string[] {
  // While a timer runs nothing else begins.
  if (before?.open) return [];
  const end = before?.end;
  const fromEnd = end === undefined || end >= minutesPerDay ? [] : [`${clockText(end)}-`];
  if (!isToday || (end !== undefined && end > now)) return fromEnd;
  const timer = `${clockText(now)}-? `;
  const isGap = end !== undefined && end < now && now - end <= longestGap;
  return isGap ? [`${clockText(end)}-${clockText(now)} `, timer] : [timer];
}
