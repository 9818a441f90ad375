import { activityTitle } from '../../core/analysis/activityTitle';
import { balanceOf } from '../../core/analysis/balance';
import { horizonTitle } from '../../core/analysis/balanceWords';
import type { CalendarDate } from '../../core/model/calendarDate';
import { joined, ours, type Text, t } from '../../core/model/message';
import { duration } from '../../core/model/texts';
import type { OpenBook } from '../books/bookSession';
import { askText, pickOne } from '../ui/questions';

/** What need not be asked: the arguments of a key binding, or a row of the tree. */
export interface TimePreset {
  readonly activity?: string;
  readonly summary?: string;
  /** A duration or a time range. */
  readonly time?: string;
  /** A time of day, for a timer that starts or stops at another time than now. */
  readonly at?: string;
  /** Of the book. */
  readonly root?: string;
}

export function timePreset(given: unknown): TimePreset {
  if (typeof given !== 'object' || given === null) return {};
  const preset: Record<string, string> = {};
  for (const name of ['activity', 'summary', 'time', 'at', 'root'] as const) {
    const value = (given as Record<string, unknown>)[name];
    if (typeof value === 'string') preset[name] = value;
  }
  return preset;
}

/** Asks for an activity, those with most time in the window first, then in the book's order. */
export async function pickActivity(
  { index }: OpenBook,
  today: CalendarDate,
  title: Text,
): Promise<string | undefined> {
  const used = new Map(balanceOf(index, today).activities.map(({ id, minutes }) => [id, minutes]));
  const spent = (id: string): number => used.get(id) ?? 0;
  const rows = [...index.settings.activities.values()]
    .sort((a, b) => spent(b.id) - spent(a.id))
    .map((activity) => ({
      label: activityTitle(activity),
      description: joined(
        [horizonTitle(activity.horizon), ...(spent(activity.id) > 0 ? [duration(spent(activity.id))] : [])],
        ' · ',
      ),
      detail: ours(activity.description),
      value: activity.id,
    }));
  return pickOne(rows, { title, placeHolder: t`On which activity?`, matchAll: true });
}

/** Asks what the time went to; empty where the user leaves it out, undefined where the user gives up. */
export function askSummary(title: Text, question: Text): Promise<string | undefined> {
  return askText({ title, prompt: t`${question} Press Enter to leave it out.` });
}
