import { activityNamed } from '../model/activityNames';
import type { InvalidEntry, Page, TimeEntry } from '../model/page';
import type { Activity } from '../schema/activities';

type Activities = ReadonlyMap<string, Activity>;

/**
 * The time entries of a page in a book that has these activities, in document order: their titles and capitals count
 * like ids, and `activity` is the id where the book knows it.
 */
export function entriesOf(
  { entries, invalidEntries }: Pick<Page, 'entries' | 'invalidEntries'>,
  activities: Activities,
): readonly TimeEntry[] {
  const titled = invalidEntries.flatMap((one) => (isEntry(one, activities) ? [one.titled] : []));
  if (titled.length === 0 && entries.every(({ activity }) => activities.has(activity))) return entries;
  return [...entries, ...titled].sort(byLine).map((entry) => {
    const id = activityNamed(activities, entry.activity)?.id;
    return id === undefined || id === entry.activity ? entry : { ...entry, activity: id };
  });
}

/** What are entries in some book: those of every book, and those whose activity only a title names. */
export function possibleEntries({
  entries,
  invalidEntries,
}: Pick<Page, 'entries' | 'invalidEntries'>): readonly TimeEntry[] {
  const titled = invalidEntries.flatMap((one) => one.titled ?? []);
  return titled.length === 0 ? entries : [...entries, ...titled].sort(byLine);
}

/** The items under `Time` that are no entries in a book that has these activities. */
export function invalidEntriesOf(
  { invalidEntries }: Pick<Page, 'invalidEntries'>,
  activities: Activities,
): readonly InvalidEntry[] {
  return invalidEntries.filter((one) => !one.isProse && !isEntry(one, activities));
}

function byLine(a: TimeEntry, b: TimeEntry): number {
  return a.range.start.line - b.range.start.line;
}

function isEntry(
  entry: InvalidEntry,
  activities: Activities,
): entry is InvalidEntry & { readonly titled: TimeEntry } {
  return entry.titled !== undefined && activityNamed(activities, entry.titled.activity) !== undefined;
}
