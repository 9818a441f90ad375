import type { CalendarDate } from '../../model/calendarDate';
import { ours, t } from '../../model/message';
import type { FieldSpec } from '../../schema/kinds';
import type { CompletionContext, CompletionItem } from './completionItem';
import { fieldText } from './fieldSnippets';

export interface FieldItemsOptions {
  readonly today: CalendarDate;
  readonly at: CompletionContext['at'];
  readonly parents: readonly string[];
  readonly present: ReadonlySet<string>;
  /** Where the names will stand. */
  readonly column: number;
  /** What is to stand before them. */
  readonly prefix: string;
  readonly nameOnly?: boolean;
  readonly inFlow?: boolean;
}

/** The fields that are not there yet, required ones first. */
export function fieldItems(fields: readonly FieldSpec[], options: FieldItemsOptions): CompletionItem[] {
  const missing = fields.filter(({ name }) => !options.present.has(name));
  return [...missing.filter(({ required }) => required), ...missing.filter(({ required }) => !required)].map(
    (field) => fieldItem(field, options),
  );
}

function fieldItem(
  field: FieldSpec,
  { today, at, parents, column, prefix, nameOnly, inFlow }: FieldItemsOptions,
): CompletionItem {
  const { name, required, description } = field;
  const base = {
    label: name,
    ...(required ? { description: t`required` } : {}),
    kind: 'field' as const,
    documentation: ours(description),
  };
  if (nameOnly) return { ...base, newText: prefix + name };
  if (inFlow) return { ...base, newText: `${prefix}${name}: `, retrigger: true };
  const { text, isSnippet, retrigger } = fieldText(
    at.pageType ?? '',
    [...parents, name],
    field,
    column,
    today,
  );
  return {
    ...base,
    newText: prefix + text,
    ...(isSnippet ? { isSnippet: true as const } : {}),
    ...(retrigger ? { retrigger: true as const } : {}),
  };
}
