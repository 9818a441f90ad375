import type { BookIndex } from '../index/bookIndex';
import { getOrMake } from '../model/maps';
import { activityOfFinding } from './activityPages';
import type { AgendaItem } from './agenda';

/** Items of the agenda by the one activity that each belongs to: that of its subject, else that of its page. */
export function agendaByActivity(
  agenda: readonly AgendaItem[],
  book: BookIndex,
): ReadonlyMap<string, readonly AgendaItem[]> {
  const byActivity = new Map<string, AgendaItem[]>();
  for (const item of agenda) {
    const page = book.page(item.path);
    const activity = page && activityOfFinding(page, `${item.kind}-due`);
    if (activity !== undefined) getOrMake(byActivity, activity, (): AgendaItem[] => []).push(item);
  }
  return byActivity;
}
