import type { CalendarDate } from '../../model/calendarDate';
import { monthName, weekdayName } from '../../model/dateNames';

/** `Monday 23 November 2026` */
export function fullDay(date: CalendarDate): string {
  return `${weekdayName(date)} ${Number(date.slice(8))} ${monthName(date)} ${Number(date.slice(0, 4))}`;
}
