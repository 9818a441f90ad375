import { type CalendarDate, daysBetween, type Month } from './calendarDate';
import { monthName, weekdayName } from './dateNames';
import { plural } from './words';

/** `Nov` */
function shortMonth(date: CalendarDate | Month): string {
  return monthName(date).slice(0, 3);
}

/** `23 Nov`, with the year where it is another than that of `today`. */
export function dayText(date: CalendarDate, today: CalendarDate): string {
  const day = `${Number(date.slice(8, 10))} ${shortMonth(date)}`;
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`;
}

/** `Mon 23 Nov` */
export function weekdayText(date: CalendarDate, today: CalendarDate): string {
  return `${weekdayName(date).slice(0, 3)} ${dayText(date, today)}`;
}

/** `Monday, 23 November 2026` */
export function longDayText(date: CalendarDate): string {
  return `${weekdayName(date)}, ${Number(date.slice(8, 10))} ${monthName(date)} ${date.slice(0, 4)}`;
}

/** `Nov 2026` */
export function monthText(month: Month): string {
  return `${shortMonth(month)} ${month.slice(0, 4)}`;
}

/** Labels of an axis of months: `Nov`, `Dec`, `Jan 2027`; the year where it changes. */
export function monthLabels(months: readonly Month[]): string[] {
  return months.map((month, index) => {
    const changes = index > 0 && months[index - 1]?.slice(0, 4) !== month.slice(0, 4);
    return changes ? monthText(month) : shortMonth(month);
  });
}

/** `today`, `yesterday`, `47 days ago`, `tomorrow`, `in 12 days`. */
export function relativeDay(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(today, date);
  if (days === 0) return 'today';
  if (days === -1) return 'yesterday';
  if (days === 1) return 'tomorrow';
  return days < 0 ? `${plural(-days, 'day')} ago` : `in ${plural(days, 'day')}`;
}
