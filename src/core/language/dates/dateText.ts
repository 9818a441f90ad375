import { type CalendarDate, weekdayOf } from '../../model/calendarDate';

export const weekdayNames: readonly string[] =
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
export const monthNames: readonly string[] =
  'January February March April May June July August September October November December'.split(' ');

export function weekdayName(date: CalendarDate): string {
  return weekdayNames[weekdayOf(date)] as string;
}

/** `Monday 23 November 2026` */
export function fullDay(date: CalendarDate): string {
  const month = monthNames[Number(date.slice(5, 7)) - 1] as string;
  return `${weekdayName(date)} ${Number(date.slice(8))} ${month} ${Number(date.slice(0, 4))}`;
}
