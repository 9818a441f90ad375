import { type CalendarDate, type Month, weekdayOf } from '../../model/calendarDate';
import { percent, trimmed } from '../../model/words';

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const longMonthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** `23 Nov`, with the year where it is another than that of `today`. */
export function dayText(date: CalendarDate, today: CalendarDate): string {
  const day = `${Number(date.slice(8, 10))} ${monthNames[Number(date.slice(5, 7)) - 1]}`;
  return date.slice(0, 4) === today.slice(0, 4) ? day : `${day} ${date.slice(0, 4)}`;
}

/** `Mon 23 Nov` */
export function weekdayText(date: CalendarDate, today: CalendarDate): string {
  return `${weekdayNames[weekdayOf(date)]?.slice(0, 3)} ${dayText(date, today)}`;
}

/** `Monday, 23 November 2026` */
export function longDayText(date: CalendarDate): string {
  const month = longMonthNames[Number(date.slice(5, 7)) - 1];
  return `${weekdayNames[weekdayOf(date)]}, ${Number(date.slice(8, 10))} ${month} ${date.slice(0, 4)}`;
}

/** `Nov 2026` */
export function monthText(month: Month): string {
  return `${monthNames[Number(month.slice(5, 7)) - 1]} ${month.slice(0, 4)}`;
}

/** Labels of an axis of months: `Nov`, `Dec`, `Jan 2027`; the year where it changes. */
export function monthLabels(months: readonly Month[]): string[] {
  return months.map((month, index) => {
    const changes = index > 0 && months[index - 1]?.slice(0, 4) !== month.slice(0, 4);
    return changes ? monthText(month) : (monthNames[Number(month.slice(5, 7)) - 1] ?? month);
  });
}

const wholeFormat = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });

/** `1,858,400 EUR` */
export function money(value: number, currency: string): string {
  return `${wholeFormat.format(value)} ${currency}`;
}

/** `1.86 M EUR`, `770 k EUR`: short enough for a headline. */
export function shortMoney(value: number, currency: string): string {
  return `${shortNumber(value)} ${currency}`;
}

export function shortNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 999_500) return `${trimmed(value / 1e6, 2)} M`;
  if (size >= 1000) return `${trimmed(value / 1e3, 0)} k`;
  return trimmed(value, 0);
}

export function wholePercent(share: number): string {
  return percent(share, 0);
}

/** `@sales`; `you` for the product manager. */
export function partyText(department: string): string {
  return department === 'me' ? 'you' : `@${department}`;
}

export function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
