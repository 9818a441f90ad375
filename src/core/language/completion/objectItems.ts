import { t } from '../../model/message';
import type { ObjectKind, ValueKind } from '../../schema/kinds';
import type { FieldValuePlace } from '../place';
import { fieldsWithin, itemKind } from '../place/kindAt';
import {
  behindLabel,
  type CompletionContext,
  type CompletionItem,
  type CompletionList,
  listOf,
} from './completionItem';
import { fieldItems } from './fieldItems';
import { blockText, flowItemText } from './fieldSnippets';

/** Items of a list of objects, or the fields of an object. */
export function objectsAt(
  place: FieldValuePlace,
  kind: ValueKind,
  item: ValueKind,
  context: CompletionContext,
): CompletionList | undefined {
  const { at, today } = context;
  const fields = fieldsWithin(at.pageType, place.path) ?? [];
  const isList = kind.kind === 'list';
  if (place.list === 'block') {
    const column = place.range.start.character;
    const prefix = place.needsSpace ? ' ' : '';
    const whole = place.present.size === 0 ? [newItem(place.path, kind, column, context, prefix)] : [];
    const names = fieldItems(fields, {
      ...context,
      parents: place.path,
      present: place.present,
      column: column + prefix.length,
      prefix,
    });
    return listOf([...whole.flatMap((one) => one ?? []), ...names], place.range);
  }
  if (place.text !== '') return undefined;
  if (place.inFlow) {
    const text = isList && item.kind === 'object' ? flowItemText(fields, today) : undefined;
    if (text === undefined) return undefined;
    return listOf([{ ...itemLabel(item as ObjectKind), newText: text, isSnippet: true }], place.range);
  }
  return below(place, kind, context);
}

/** What stands on the lines below a name, offered behind its colon. */
function below(
  place: FieldValuePlace,
  kind: ValueKind,
  context: CompletionContext,
): CompletionList | undefined {
  const { at, position, today } = context;
  const line = at.lines.lineText(position.line);
  const column = /^[\s-]*/.exec(line)?.[0].length ?? 0;
  const block = blockText(at.pageType ?? '', place.path, kind, column, today);
  const item = itemKind(kind);
  const label =
    kind.kind === 'list' && item?.kind === 'object'
      ? itemLabel(item)
      : { label: t`its fields`, kind: 'snippet' as const };
  // White space behind the colon would stay at the end of its line.
  const start = line.slice(0, place.range.start.character).trimEnd().length;
  const range = { start: { line: position.line, character: start }, end: place.range.end };
  const list = [
    {
      ...label,
      newText: block.text,
      isSnippet: true as const,
      ...(block.retrigger ? { retrigger: true as const } : {}),
    },
  ];
  return listOf(list, range);
}

function itemLabel({ fields }: ObjectKind): Pick<CompletionItem, 'label' | 'labelDetail' | 'kind'> {
  const required = fields.filter((field) => field.required);
  const names = (required.length > 0 ? required : fields).map(({ name }) => name);
  return { label: t`new item`, labelDetail: behindLabel(names.join(', ')), kind: 'snippet' };
}

/** A complete item of a list of objects; `column` is where its first name stands, behind the dash. */
export function newItem(
  path: readonly string[],
  kind: ValueKind,
  column: number,
  { at, today }: CompletionContext,
  prefix: string,
): CompletionItem | undefined {
  const item = itemKind(kind);
  if (item?.kind !== 'object') return undefined;
  // The block stands two columns in from its field, and its names two columns in from their dash.
  const block = blockText(at.pageType ?? '', path, kind, column + prefix.length - 4, today);
  return {
    ...itemLabel(item),
    newText: prefix + block.text.replace(/^\n *- /, ''),
    filterText: `new item ${item.fields.map(({ name }) => name).join(' ')}`,
    isSnippet: true,
  };
}
