import type { BookSettings } from '../model/bookSettings';
import type { CalendarDate } from '../model/calendarDate';
import { joined, type Text, t } from '../model/message';
import type { Page } from '../model/page';
import { duration, enumeration } from '../model/texts';
import type { Activity } from '../schema/activities';
import { pageType } from '../schema/schema';
import { entriesOf } from './entries';

/** What is to be known of a page first, in a few words; empty where there is nothing to tell. */
export function pageFact(page: Page, today: CalendarDate, settings: Pick<BookSettings, 'activities'>): Text {
  const facts = pageFacts(page, today, settings);
  return facts.length === 0 ? '' : joined(facts, ' · ');
}

/** The parts of it. */
export function pageFacts(
  page: Page,
  today: CalendarDate,
  { activities }: Pick<BookSettings, 'activities'>,
): Text[] {
  const facts = pageType(page.type)?.facts;
  if (facts === 'logged-time') return [loggedTime(page, activities)];
  return (facts?.(page, today) ?? []).filter((fact) => fact !== undefined);
}

function loggedTime(page: Page, activities: ReadonlyMap<string, Activity>): Text {
  const entries = entriesOf(page, activities);
  const minutes = entries.reduce((sum, entry) => sum + entry.minutes, 0);
  const running = entries.some((entry) => entry.open) ? [t`a running timer`] : [];
  return enumeration([...(minutes > 0 || running.length === 0 ? [duration(minutes)] : []), ...running]);
}
