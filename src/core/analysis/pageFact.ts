import type { BookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import type { Page } from '../model/page';
import { duration, enumeration } from '../model/words';
import type { Activity } from '../schema/activities';
import { pageType } from '../schema/schema';
import { entriesOf } from './entries';

/** What is to be known of a page first, in a few words; empty where there is nothing to tell. */
export function pageFact(
  page: Page,
  today: CalendarDate,
  { activities }: Pick<BookSettings, 'activities'>,
): string {
  const facts = pageType(page.type)?.facts;
  if (facts === 'logged-time') return loggedTime(page, activities);
  const told = facts?.(page, today) ?? [];
  return told.filter((fact) => fact !== undefined).join(' · ');
}

function loggedTime(page: Page, activities: ReadonlyMap<string, Activity>): string {
  const entries = entriesOf(page, activities);
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const running = entries.some((entry) => entry.open) ? ['a running timer'] : [];
  return enumeration([...(minutes > 0 || running.length === 0 ? [duration(minutes)] : []), ...running]);
}
