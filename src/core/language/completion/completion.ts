import { attempt } from '../../model/faults';
import { ours } from '../../model/message';
import { allRules } from '../../rules/allRules';
import { type IgnoredRulePlace, type Place, placeInText } from '../place';
import {
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  type CompletionRequest,
  listOf,
} from './completionItem';
import { namesAt } from './fieldNames';
import { valuesAt } from './fieldValues';
import { markdownLinksAt, wikiLinksAt } from './links';
import { emptyPageAt, skeletonItems } from './skeletons';
import { mentionsAt, tasksAt } from './tasks';
import { entriesAt } from './timeEntries';

/** What may be typed at a place of a page, half typed or not yet begun; undefined where the book has nothing to say. */
export function completionsAt(
  request: CompletionRequest,
  from = { itemsAt, skeletonItems },
): CompletionList | undefined {
  const at = placeInText(request.text, request.position);
  const context = { ...request, at };
  const empty = emptyPageAt(at.lines, request.position.line);
  const { place } = at;
  const list = place && offered(place.kind, context, () => from.itemsAt(place, context), undefined);
  if (!empty) return list;
  const skeletons = offered('skeletons', context, () => from.skeletonItems(context, empty), []);
  return { items: [...skeletons, ...(list?.items ?? [])], range: empty.range, isIncomplete: false };
}

/** What one contributor offers; nothing where it fails, so that the others are offered all the same. */
function offered<T>(name: string, { path }: CompletionContext, offer: () => T, nothing: T): T {
  return attempt(`the completion “${name}” on page ${path}`, offer, () => nothing);
}

function itemsAt(place: Place, context: CompletionContext): CompletionList | undefined {
  switch (place.kind) {
    case 'fieldName':
      return namesAt(place, context);
    case 'fieldValue':
      return valuesAt(place, context);
    case 'wikiLink':
      return wikiLinksAt(place, context);
    case 'markdownLink':
      return markdownLinksAt(place, context);
    case 'mention':
      return mentionsAt(place, context);
    case 'timeEntry':
      return entriesAt(place, context);
    case 'task':
      return tasksAt(place, context);
    case 'ignoredRule':
      return ignoredRules(place);
  }
}

function ignoredRules({ range, others }: IgnoredRulePlace): CompletionList {
  const items = allRules
    .filter(({ id }) => !others.includes(id))
    .map(
      ({ id, summary }): CompletionItem => ({
        label: id,
        kind: 'rule',
        documentation: ours(summary),
        newText: id,
      }),
    );
  return listOf(items, range);
}
