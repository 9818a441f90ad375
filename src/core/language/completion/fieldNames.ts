import { ours } from '../../model/message';
import { allRules } from '../../rules/allRules';
import { isRoot } from '../../schema/schema';
import type { FieldNamePlace } from '../place';
import { fieldsWithin, itemKind, kindAt } from '../place/kindAt';
import { type CompletionContext, type CompletionItem, type CompletionList, listOf } from './completionItem';
import { fieldItems } from './fieldItems';
import { valuesAt } from './fieldValues';
import { newItem } from './objectItems';

/** The names that may stand where the name of a field is typed. */
export function namesAt(place: FieldNamePlace, context: CompletionContext): CompletionList | undefined {
  const { pageType } = context.at;
  const { parents, present, range, hasColon } = place;
  const kind = parents.length === 0 ? undefined : kindAt(pageType, parents);
  const isOutsideItem = kind?.kind === 'list' && present.size === 0 && !place.inFlow;
  if (isOutsideItem) return belowListName(place, context);
  if (itemKind(kind)?.kind === 'map') return mapNames(place, context);
  const fields = fieldsWithin(pageType, parents);
  if (!fields) return undefined;
  const items = fieldItems(fields, {
    today: context.today,
    at: context.at,
    parents,
    present,
    column: range.start.character,
    prefix: '',
    ...(hasColon ? { nameOnly: true } : {}),
    ...(place.inFlow ? { inFlow: true } : {}),
  });
  return listOf(items, range);
}

/** Below the name of a list, where an item needs its dash first; and in the item above, further in. */
function belowListName(place: FieldNamePlace, context: CompletionContext): CompletionList | undefined {
  const { parents, range, itemAbove } = place;
  const { pageType } = context.at;
  const kind = kindAt(pageType, parents);
  const fields = fieldsWithin(pageType, parents);
  const column = range.start.character;
  if (!kind || !fields) {
    const path = [...parents];
    const value = { kind: 'fieldValue', path, range, text: place.name, quote: '', list: 'block' } as const;
    const found = valuesAt(
      { ...value, inFlow: false, others: [], present: new Set(), needsSpace: false },
      context,
    );
    if (!found) return undefined;
    const items = found.items.map((item) => ({ ...item, newText: `- ${item.newText}` }));
    return { ...found, items };
  }
  const missing = itemAbove
    ? fieldItems(fields, {
        today: context.today,
        at: context.at,
        parents,
        present: itemAbove.present,
        column: itemAbove.column,
        prefix: ' '.repeat(itemAbove.column - column),
      })
    : [];
  const item = newItem(parents, kind, column, context, '- ');
  return listOf([...missing, ...(item ? [item] : [])], range);
}

/** Names that a book gives: the rules of `rules`. Other maps have names of the user’s own. */
function mapNames(
  { parents, present, range, hasColon }: FieldNamePlace,
  { at }: CompletionContext,
): CompletionList | undefined {
  if (!isRoot(at.pageType) || parents.join('.') !== 'rules') return undefined;
  const items = allRules
    .filter(({ id }) => !present.has(id))
    .map(
      ({ id, summary, severity }): CompletionItem => ({
        label: id,
        description: severity,
        kind: 'rule',
        documentation: ours(summary),
        newText: hasColon ? id : `${id}: `,
        ...(hasColon ? {} : { retrigger: true as const }),
      }),
    );
  return listOf(items, range);
}
