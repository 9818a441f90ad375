import {
  addDays,
  type CalendarDate,
  daysBetween,
  isCalendarDate,
  isIsoWeek,
  isMonth,
  isoWeekOf,
} from '../../model/calendarDate';
import { joined, ours, type Text } from '../../model/message';
import { relativeDay, weekdayText } from '../../model/texts';
import { type DateWord, namedDates, namedMonths, shiftsFor } from '../dates/dateWords';
import type { CompletionItem } from './completionItem';

/** Words for days with the day each means, to be inserted as `YYYY-MM-DD`. */
export interface DateItems {
  readonly items: readonly CompletionItem[];
  readonly isIncomplete: boolean;
}

/**
 * The days that can be named, and those that `+2w` and its like mean.
 *
 * @param typed what stands there; other days are offered for a day that is complete
 * @param isPast true where the day is of something that has happened: days to come are left for last
 * @param prefix what is to stand before the day
 */
export function dateItems(typed: string, today: CalendarDate, isPast: boolean, prefix = ''): DateItems {
  const shifts = /^[+-]/.test(typed)
    ? shiftsFor(typed.toLowerCase(), today)
    : shiftsFor(isPast ? '-' : '+', today).slice(2, 5);
  const all = [...namedDates(today), ...shifts];
  const ordered = isPast ? pastFirst(all, today) : futureFirst(all, today);
  return {
    items: ordered.map((word) => dateItem(word, today, prefix, isCalendarDate(typed) ? `${typed} ` : '')),
    isIncomplete: /^[+-]/.test(typed),
  };
}

export function monthItems(typed: string, today: CalendarDate): CompletionItem[] {
  const shown = isMonth(typed) ? `${typed} ` : '';
  return namedMonths(today).map(({ words, month }) => ({
    label: shownWords(words),
    description: month,
    kind: 'date',
    filterText: `${shown}${words} ${month}`,
    newText: month,
  }));
}

export function weekItems(typed: string, today: CalendarDate): CompletionItem[] {
  const shown = isIsoWeek(typed) ? `${typed} ` : '';
  const weeks: [string, number][] = [
    ['this week', 0],
    ['last week', -1],
    ['next week', 1],
    ['-2w', -2],
    ['+2w', 2],
  ];
  return weeks.map(([words, count]) => {
    const week = isoWeekOf(addDays(today, count * 7));
    return {
      label: shownWords(words),
      description: week,
      kind: 'date',
      filterText: `${shown}${words} ${week}`,
      newText: week,
    };
  });
}

function dateItem(
  { words, date }: DateWord,
  today: CalendarDate,
  prefix: string,
  shown: string,
): CompletionItem {
  return {
    label: shownWords(words),
    description: weekdayText(date, today),
    kind: 'date',
    documentation: joined([{ day: date, as: 'weekday-name' }, relativeDay(date, today)], ', '),
    filterText: `${shown}${words} ${date}`,
    newText: prefix + date,
  };
}

/** What is typed in English is shown in the reader’s language; shifts such as `+2w` are the same in all. */
function shownWords(words: string): Text {
  return /^[+-]/.test(words) ? words : ours(words);
}

/** Days gone by first, the latest of them on top; then the others in order. */
function pastFirst(words: readonly DateWord[], today: CalendarDate): DateWord[] {
  const age = ({ date }: DateWord): number => {
    const days = daysBetween(date, today);
    return days >= 0 ? days : 1_000_000 - days;
  };
  return [...words].sort((a, b) => age(a) - age(b));
}

function futureFirst(words: readonly DateWord[], today: CalendarDate): DateWord[] {
  return [...words.filter(({ date }) => date >= today), ...words.filter(({ date }) => date < today)];
}
