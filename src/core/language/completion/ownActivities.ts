import type { BookIndex } from '../../index/bookIndex';
import { activityNamed } from '../../model/activityNames';
import { t } from '../../model/message';
import { dailyType } from '../../schema/schema';
import { behindLabel, type CompletionItem } from './completionItem';

/** The activities that logs name and the book does not know, most used first. */
export function unknownActivityItems(book: BookIndex): CompletionItem[] {
  const counts = new Map<string, number>();
  for (const { entries } of book.pagesOfType(dailyType.id)) {
    for (const { activity } of entries) {
      if (!activityNamed(book.settings.activities, activity))
        counts.set(activity, (counts.get(activity) ?? 0) + 1);
    }
  }
  return [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([id]) => ({
      label: id,
      labelDetail: behindLabel(t`logged, and not known yet`),
      kind: 'activity',
      newText: id,
    }));
}
