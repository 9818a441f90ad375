import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, firstDayOfMonth, mondayOf, monthOf } from '../model/calendarDate';
import { plural, type Text, t } from '../model/message';
import { windowStart } from './balance';

/** The days that time is looked at for, all through today: the calendar week, the book's window, the quarter. */
export const timeWindows = ['week', 'window', 'quarter'] as const;
export type TimeWindow = (typeof timeWindows)[number];

/** Its first day. */
export function firstDayOf(window: TimeWindow, book: BookIndex, today: CalendarDate): CalendarDate {
  switch (window) {
    case 'week':
      return mondayOf(today);
    case 'window':
      return windowStart(book, today);
    case 'quarter':
      return firstDayOfQuarter(today);
  }
}

/** `this week`, `last 4 weeks`, `last 10 days`, `this quarter` */
export function windowName(window: TimeWindow, windowDays: number): Text {
  if (window === 'week') return t`this week`;
  if (window === 'quarter') return t`this quarter`;
  return windowDays % 7 === 0
    ? t`last ${plural(windowDays / 7, 'week')}`
    : t`last ${plural(windowDays, 'day')}`;
}

function firstDayOfQuarter(today: CalendarDate): CalendarDate {
  const month = Number(monthOf(today).slice(5)) - 1;
  const first = month - (month % 3) + 1;
  return firstDayOfMonth(`${today.slice(0, 4)}-${String(first).padStart(2, '0')}`);
}
