import { addDays, type CalendarDate, mondayOf } from '../model/calendarDate';
import type { AgendaItem } from './agenda';

export const agendaPeriods = ['overdue', 'today', 'this-week', 'next-weeks', 'later'] as const;
export type AgendaPeriod = (typeof agendaPeriods)[number];

/** The Sunday of today’s week. */
function endOfWeek(today: CalendarDate): CalendarDate {
  return addDays(mondayOf(today), 6);
}

/** The items of each period that has some: `this-week` ends with its Sunday, `next-weeks` four weeks after that. */
export function byPeriod(
  agenda: readonly AgendaItem[],
  today: CalendarDate,
): ReadonlyMap<AgendaPeriod, readonly AgendaItem[]> {
  const week = endOfWeek(today);
  const weeks = addDays(week, 28);
  const periodOf = (date: CalendarDate): AgendaPeriod => {
    if (date <= today) return date < today ? 'overdue' : 'today';
    return date <= week ? 'this-week' : date <= weeks ? 'next-weeks' : 'later';
  };
  const periods = new Map<AgendaPeriod, AgendaItem[]>(agendaPeriods.map((period) => [period, []]));
  for (const item of agenda) periods.get(periodOf(item.date))?.push(item);
  for (const [period, items] of periods) if (items.length === 0) periods.delete(period);
  return periods;
}

/** What is overdue, due today or due this week. */
export function dueSoon(agenda: readonly AgendaItem[], today: CalendarDate): AgendaItem[] {
  const week = endOfWeek(today);
  return agenda.filter(({ date }) => date <= week);
}
