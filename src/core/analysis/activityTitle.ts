import { ours, type Text } from '../model/message';
import { type Activity, activities } from '../schema/activities';

/** What an activity is called: in words of ours where every book has it, in the user’s own where the book adds it. */
export function activityTitle(activity: Activity): Text {
  return activities.includes(activity) ? ours(activity.title) : activity.title;
}
