import { lineRange } from '../../model/text';
import { parseTimeEntry } from '../../parse/timeEntries';

const readings: readonly ((text: string) => string)[] = [
  // 1h 30m, 1 h 30 min, 1,5 hours
  (text) =>
    text.replace(
      /^(\d+(?:[.,]\d+)?)\s*h(?:ours?|rs?)?(?:\s*(\d{1,2})\s*m(?:in(?:utes?)?)?)?(?=\s)/i,
      (_all, hours: string, minutes?: string) =>
        `${hours.replace(',', '.')}h${minutes === undefined ? '' : `${minutes}m`}`,
    ),
  // 90 min
  (text) => text.replace(/^(\d+)\s*m(?:in(?:utes?)?)?(?=\s)/i, '$1m'),
  // 9.00-10.15, 9:00 to 10:15
  (text) =>
    text.replace(/^(\d{1,2})[:.](\d{2})\s*(?:-|–|—|to|until)\s*(\d{1,2})[:.](\d{2})(?=\s)/i, '$1:$2-$3:$4'),
];

/**
 * What a list item that is no time entry most likely means: its time written another way, or a colon missing behind an
 * activity that the book knows. Undefined where that is not plain.
 */
export function meantEntry(text: string, activities: ReadonlyMap<string, unknown>): string | undefined {
  for (const read of [(same: string) => same, ...readings]) {
    const timed = read(text);
    const found = [timed, withColon(timed)].find((candidate) => {
      const parsed = parseTimeEntry(candidate, lineRange(0, 0, candidate.length));
      return 'value' in parsed && activities.has(parsed.value.activity);
    });
    if (found !== undefined && found !== text) return found;
  }
  return undefined;
}

/** `1h liaison meeting` as `1h liaison: meeting`. */
function withColon(text: string): string {
  return text.replace(/^((?:\d{1,2}:\d{2}\s*[-–]\s*\S+|\S+)\s+[^\s:]+)\s*[-–,;]?\s+(?=\S)/, '$1: ');
}
