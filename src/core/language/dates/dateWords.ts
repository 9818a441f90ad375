import {
  addDays,
  addMonths,
  type CalendarDate,
  firstDayOfMonth,
  isCalendarDate,
  lastDayOfMonth,
  type Month,
  mondayOf,
  monthOf,
  weekdayOf,
} from '../../model/calendarDate';

export interface DateWord {
  /** What is typed, in lower case. */
  readonly words: string;
  readonly date: CalendarDate;
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const maxPhrase = 30;
const shiftPattern = /^([+-])(\d{1,4})([dwmy])$/;
const startOfShift = /^([+-])(\d{0,4})[dwmy]?$/;

/**
 * The day that `+2w`, `-3d`, `+1m` or `+1y` means, counted from today. A month later is the same day of that month, or
 * its last one where it is shorter. Undefined for other texts and for days outside of the calendar.
 */
export function shiftedDate(text: string, today: CalendarDate): CalendarDate | undefined {
  const match = shiftPattern.exec(text);
  if (!match) return undefined;
  const count = Number(match[2]) * (match[1] === '-' ? -1 : 1);
  const date =
    match[3] === 'd' || match[3] === 'w'
      ? addDays(today, match[3] === 'w' ? count * 7 : count)
      : sameDayOf(addMonths(monthOf(today), match[3] === 'y' ? count * 12 : count), today);
  return isCalendarDate(date) && date < '9999-12-31' ? date : undefined;
}

/**
 * The days that can be named in words, most wanted first. A weekday alone is the coming one, with `next` that of the
 * next week, with `last` that of the week before; weeks begin on Monday.
 */
export function namedDates(today: CalendarDate): DateWord[] {
  const month = monthOf(today);
  const monday = mondayOf(today);
  const next = addMonths(month, 1);
  const quarter = addMonths(month, 2 - ((Number(month.slice(5)) - 1) % 3));
  const year = Number(today.slice(0, 4));
  const words: [string, CalendarDate][] = [
    ['today', today],
    ['tomorrow', addDays(today, 1)],
    ['yesterday', addDays(today, -1)],
    ...weekdays.map((_, index): [string, CalendarDate] => {
      const date = addDays(today, index + 1);
      return [weekdays[weekdayOf(date)] as string, date];
    }),
    ...weekdays.map((name, day): [string, CalendarDate] => [`next ${name}`, addDays(monday, 7 + day)]),
    ...weekdays.map((name, day): [string, CalendarDate] => [`last ${name}`, addDays(monday, day - 7)]),
    ['end of week', addDays(monday, 4)],
    ['next week', addDays(monday, 7)],
    ['end of next week', addDays(monday, 11)],
    ['end of month', lastDayOfMonth(month)],
    ['next month', firstDayOfMonth(next)],
    ['end of next month', lastDayOfMonth(next)],
    ['end of quarter', lastDayOfMonth(quarter)],
    ['next quarter', firstDayOfMonth(addMonths(quarter, 1))],
    ['end of next quarter', lastDayOfMonth(addMonths(quarter, 3))],
    ['end of year', `${today.slice(0, 4)}-12-31`],
    ['start of month', firstDayOfMonth(month)],
    ['start of year', `${today.slice(0, 4)}-01-01`],
    ['last week', addDays(monday, -7)],
    ['end of last month', lastDayOfMonth(addMonths(month, -1))],
    ['end of last year', `${String(year - 1).padStart(4, '0')}-12-31`],
  ];
  // Around the calendar’s first and last day some of them do not exist.
  return words.flatMap(([name, date]) => (isCalendarDate(date) ? [{ words: name, date }] : []));
}

/** The shifts that `+`, `-3` or `+2w` may be going to be. */
export function shiftsFor(typed: string, today: CalendarDate): DateWord[] {
  const match = startOfShift.exec(typed);
  if (!match) return [];
  const [, sign, digits] = match as unknown as [string, string, string];
  const counts =
    digits === ''
      ? ['1d', '3d', '1w', '2w', '1m', '3m', '1y']
      : ['d', 'w', 'm', 'y'].map((unit) => digits + unit);
  return counts.flatMap((count) => {
    const words = `${sign}${count}`;
    const date = words.startsWith(typed) ? shiftedDate(words, today) : undefined;
    return date === undefined ? [] : [{ words, date }];
  });
}

/** True for a text that may become a date or words for one, the empty text among them. */
export function couldBeDateWords(text: string): boolean {
  if (text.length > maxPhrase) return false;
  const typed = text.toLowerCase();
  return (
    typed === '' ||
    /^\d[\d-]*$/.test(typed) ||
    startOfShift.test(typed) ||
    phrases().some((p) => p.startsWith(typed))
  );
}

/** The months that can be named in words, most wanted first. */
export function namedMonths(today: CalendarDate): { readonly words: string; readonly month: Month }[] {
  const month = monthOf(today);
  return [
    { words: 'this month', month },
    { words: 'last month', month: addMonths(month, -1) },
    { words: 'next month', month: addMonths(month, 1) },
    ...[-2, -3, 2, 3].map((count) => ({
      words: `${count > 0 ? '+' : ''}${count}m`,
      month: addMonths(month, count),
    })),
  ];
}

let known: readonly string[] | undefined;

function phrases(): readonly string[] {
  known ??= namedDates('2000-01-01').map(({ words }) => words);
  return known;
}

function sameDayOf(month: Month, date: CalendarDate): CalendarDate {
  const last = lastDayOfMonth(month);
  const day = `${month}-${date.slice(8)}`;
  return day < last ? day : last;
}
