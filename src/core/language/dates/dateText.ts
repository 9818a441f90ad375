import type { CalendarDate } from '../../model/calendarDate';
import type { Text } from '../../model/message';

/** `Monday 23 November 2026` */
export function fullDay(date: CalendarDate): Text {
  return { day: date, as: 'full' };
}
