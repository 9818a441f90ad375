import { firstLogDate, hasLogOn, isLogTaken } from '../../analysis/logs';
import type { BookSettings } from '../../model/bookSettings';
import { addDays, type CalendarDate, weekdayOf } from '../../model/calendarDate';
import { type FixPlan, setField } from '../../model/fix';
import { t } from '../../model/message';
import { type BookRule, bookPlace } from '../rule';

/** Workdays looked at, the latest being before today. */
const workdaysLookedAt = 10;
/** A book of nothing but holidays must not be searched for ever. */
const maximumDays = 400;

export const logMissing: BookRule = {
  id: 'log-missing',
  family: 'time',
  severity: 'information',
  scope: 'book',
  reads: ['log', 'book'],
  parts: ['names', 'fields'],
  needsToday: true,
  summary: 'A workday of the last ten has no log page.',
  explanation:
    'The last 10 workdays before today are looked at (`workdays` in book.md, `holidays` skipped), but none before the book’s first log page. Without its days the time balance tells only half of the story.',
  remedy: 'Write the day’s log while you still remember it, or list the day under `holidays`.',
  check({ book, settings, today }, report) {
    const place = bookPlace(book);
    const first = firstLogDate(book, today);
    if (!place || first === undefined) return;
    for (const day of workdaysBefore(today, settings)) {
      // The first log page tells from when on the book is kept.
      if (day < first || hasLogOn(book, day)) continue;
      report({
        ...place,
        message: t`There is no log page for ${{ day, as: 'weekday-name' }}, ${day}, one of the last ${workdaysLookedAt} workdays. Write it, or add the day to “holidays”.`,
        data: { day },
      });
    }
  },
  fixes(finding, _page, { book }) {
    const day = String(finding.data?.day ?? '');
    const holiday = setField(t`${day} was a day off`, 'holidays', day);
    if (isLogTaken(book, day)) return [holiday];
    const create: FixPlan = {
      kind: 'createPage',
      title: t`Create the log of ${day}`,
      id: day,
      type: 'log',
      preferred: true,
    };
    return [create, holiday];
  },
};

/** The last workdays before `today`, oldest first. */
export function workdaysBefore(today: CalendarDate, { workdays, holidays }: BookSettings): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let back = 1; days.length < workdaysLookedAt && back <= maximumDays; back++) {
    const day = addDays(today, -back);
    if (workdays.has(weekdayOf(day)) && !holidays.has(day)) days.unshift(day);
  }
  return days;
}
