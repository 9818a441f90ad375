import type { CalendarDate } from '../core/model/calendarDate';

/** The calendar day of an instant in the zone of this machine. */
export function localDate(now: Date): CalendarDate {
  const year = String(now.getFullYear()).padStart(4, '0');
  const month = String(now.getMonth() + 1).padStart(2, '0');
  return `${year}-${month}-${String(now.getDate()).padStart(2, '0')}`;
}

/** Milliseconds until the next local day has begun, days of 23 and 25 hours included; at least 1. */
export function millisecondsToNextDay(now: Date): number {
  const next = new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1);
  return Math.max(1, next.getTime() - now.getTime());
}

/** Minutes after local midnight. */
export function minutesOfDay(now: Date): number {
  return now.getHours() * 60 + now.getMinutes();
}

/** Milliseconds until the next minute has begun; at least 1. */
export function millisecondsToNextMinute(now: Date): number {
  return 60_000 - (now.getSeconds() * 1000 + now.getMilliseconds());
}
