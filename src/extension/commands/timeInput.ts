import { possibleEntries } from '../../core/analysis/entries';
import { clockText } from '../../core/model/clockTime';
import { type Text, t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { lineRange } from '../../core/model/text';
import { parseTimeEntry } from '../../core/parse/timeEntries';

/** From the end of the last entry until now, where that is known and less than a working day; else half an hour. */
export function suggestedTime(log: Page | undefined, now: number): string {
  const end = log && possibleEntries(log).at(-1)?.end;
  if (end === undefined || now <= end || now - end > 8 * 60) return '30m';
  return `${clockText(end)}-${clockText(now)}`;
}

/** What is wrong with a text as the time of an entry, in a sentence; undefined where it is right. */
export function timeProblem(time: string): Text | undefined {
  if (time.trim() === '') return t`Type a duration such as 1h30m, or a time range such as 9:00-10:15.`;
  const text = `${time.trim()} x`;
  const parsed = parseTimeEntry(text, lineRange(0, 0, text.length));
  if ('reason' in parsed) return t`This is no time: ${parsed.reason}.`;
  return parsed.value.activity === 'x' && parsed.value.summary === '' ? undefined : t`Type the time alone.`;
}
