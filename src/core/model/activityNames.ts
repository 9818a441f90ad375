import { type Activity, activities } from '../schema/activities';

/** The names of activities as they are compared: capitals, and blanks for hyphens, count alike. */
function simplified(name: string): string {
  return name
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '-');
}

type Activities = ReadonlyMap<string, Activity>;

const indexes = new WeakMap<Activities, ReadonlyMap<string, Activity>>();

/** The activity that goes by an id or a title. */
export function activityNamed(known: Activities, name: string): Activity | undefined {
  const exact = known.get(name);
  if (exact) return exact;
  let index = indexes.get(known);
  if (!index) {
    const all = [...known.values()];
    index = new Map([
      ...all.map((activity): [string, Activity] => [simplified(activity.title), activity]),
      ...all.map((activity): [string, Activity] => [simplified(activity.id), activity]),
    ]);
    indexes.set(known, index);
  }
  return index.get(simplified(name));
}

const everyBook: Activities = new Map(activities.map((activity) => [activity.id, activity]));

/** The activity of every book that goes by an id or a title. */
export function commonActivity(name: string): Activity | undefined {
  return activityNamed(everyBook, name);
}
