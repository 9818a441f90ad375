import { activityNamed } from '../../model/activityNames';
import { lineRange } from '../../model/text';
import { parseEntryHead, parseTimeEntry } from '../../parse/timeEntries';
import type { Activity } from '../../schema/activities';

type Activities = ReadonlyMap<string, Activity>;

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const behind = '(?=[\\s:：])';

const readings: readonly ((text: string) => string)[] = [
  // 1 h 30 min, 1,5 hours, 1h30
  (text) =>
    text.replace(
      new RegExp(
        `^(\\d{1,5}(?:[.,]\\d{1,4})?)\\s?h(?:ours?|rs?)?(?:\\s?(\\d{1,2})(?:\\s?m(?:in(?:utes?)?)?)?)?${behind}`,
        'i',
      ),
      (_all, hours: string, minutes?: string) =>
        `${hours.replace(',', '.')}h${minutes === undefined ? '' : `${minutes}m`}`,
    ),
  // 90 min
  (text) => text.replace(new RegExp(`^(\\d{1,6})\\s?m(?:in(?:s|utes?)?)?${behind}`, 'i'), '$1m'),
  // 1h75m
  (text) =>
    text.replace(new RegExp(`^(\\d{1,4})h\\s?(\\d{2})m${behind}`), (_all, hours: string, minutes: string) => {
      const total = Number(hours) * 60 + Number(minutes);
      return `${Math.floor(total / 60)}h${total % 60}m`;
    }),
  // 9.00-10.15, 9h30-10h15, 9:00 to 10:15
  (text) =>
    text.replace(
      /^(\d{1,2})[:：.,h](\d{2})\s?(?:-|–|—|to|until|till)\s?(\d{1,2})[:：.,h](\d{2})(?=[\s:：])/i,
      '$1:$2-$3:$4',
    ),
  // 9-10, 8am-9:30am
  (text) =>
    text.replace(
      /^(\d{1,2})(?:[:.](\d{2}))?(\s?[ap]m)?\s?(?:-|–|—|to|until|till)\s?(\d{1,2})(?:[:.](\d{2}))?(\s?[ap]m)?(?=[\s:：])/i,
      (_all, from: string, fromMinutes = '00', fromMark = '', to: string, toMinutes = '00', toMark = '') =>
        `${from}:${fromMinutes}${fromMark}-${to}:${toMinutes}${toMark}`,
    ),
  // 22:00-6:00
  (text) => text.replace(/^(\d{1,2}:\d{2}\s?[-–]\s?\d{1,2}:\d{2})(?=[\s:：])/, '$1>'),
  // two hours, half an hour
  (text) =>
    text
      .replace(/^half\s(?:an\s)?hour(?=[\s:：])/i, '30m')
      .replace(/^(?:a|an)\shour(?=[\s:：])/i, '1h')
      .replace(
        /^([a-z]{3,6})\s(h|m)(?:ours?|in(?:s|utes?)?)(?=[\s:：])/i,
        (all, word: string, unit: string) => {
          const count = numberWords.indexOf(word.toLowerCase()) + 1;
          return count === 0 ? all : `${count}${unit.toLowerCase()}`;
        },
      ),
];

/**
 * What a list item that is no time entry most likely means: its time written another way, or a colon missing behind an
 * activity that the book knows. Undefined where that is not plain.
 */
export function meantEntry(text: string, activities: Activities): string | undefined {
  for (const read of [(same: string) => same, ...readings]) {
    const timed = read(text);
    const found = [timed, ...withColon(timed, activities)].find((candidate) => {
      const parsed = parseTimeEntry(candidate, lineRange(0, 0, candidate.length));
      const entry = 'value' in parsed ? parsed.value : parsed.titled;
      return entry !== undefined && activityNamed(activities, entry.activity) !== undefined;
    });
    if (found !== undefined && found !== text) return found;
  }
  return undefined;
}

/** `1h liaison meeting` as `1h liaison: meeting`; a title has up to four words. */
function withColon(text: string, activities: Activities): string[] {
  const head = parseEntryHead(text);
  if ('reason' in head) return [];
  const start = head.value.activityStart;
  const found: string[] = [];
  let end = start;
  for (let words = 0; words < 4; words++) {
    const word = /^\s*[^\s:：]+/.exec(text.slice(end))?.[0];
    if (word === undefined) break;
    end += word.length;
    const name = text.slice(start, end).replace(/\s?[-–,;]$/, '');
    const rest = /^(?:[-–,;](?:\s*[-–,;])?|\s+[-–,;])?\s+(?=\S)/.exec(text.slice(start + name.length))?.[0];
    if (rest !== undefined && activityNamed(activities, name))
      found.unshift(
        `${text.slice(0, start + name.length)}: ${text.slice(start + name.length + rest.length)}`,
      );
  }
  return found;
}
