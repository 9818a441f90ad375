import { type CalendarDate, type Month, weekdayOf } from './calendarDate';

/** From Monday on. */
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** `Monday` */
export function weekdayName(date: CalendarDate): string {
  return weekdayNames[weekdayOf(date)] as string;
}

/** `November`, of a day or a month. */
export function monthName(date: CalendarDate | Month): string {
  return monthNames[Number(date.slice(5, 7)) - 1] as string;
}
