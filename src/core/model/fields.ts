import { type CalendarDate, isCalendarDate } from './calendarDate';
import { type FieldNode, fieldNamed, isEmptyValue, itemsOf, type ValueNode } from './frontMatter';
import type { Page } from './page';
import type { Range } from './text';

/**
 * Typed readings of front matter. Each returns undefined for what is absent or of the wrong kind, so that analyses
 * and rules look at valid values alone; what is wrong is the business of `field-missing` and `field-invalid`.
 */
export interface Fields {
  readonly fields: readonly FieldNode[];
}

export function fieldValue(holder: Fields | undefined, name: string): ValueNode | undefined {
  return holder && fieldNamed(holder.fields, name)?.value;
}

export function textOf(holder: Fields | undefined, name: string): string | undefined {
  const node = fieldValue(holder, name);
  return node?.kind === 'scalar' && node.value !== null && node.text.trim() !== ''
    ? node.text.trim()
    : undefined;
}

export function numberOf(holder: Fields | undefined, name: string): number | undefined {
  const node = fieldValue(holder, name);
  return node?.kind === 'scalar' && typeof node.value === 'number' && Number.isFinite(node.value)
    ? node.value
    : undefined;
}

export function booleanOf(holder: Fields | undefined, name: string): boolean | undefined {
  const node = fieldValue(holder, name);
  return node?.kind === 'scalar' && typeof node.value === 'boolean' ? node.value : undefined;
}

export function dateOf(holder: Fields | undefined, name: string): CalendarDate | undefined {
  const text = textOf(holder, name);
  return text !== undefined && isCalendarDate(text) ? text : undefined;
}

/** The texts of a list field; a single value counts as a list of one. */
export function textsOf(holder: Fields | undefined, name: string): string[] {
  return itemsOf(fieldValue(holder, name)).flatMap((item) =>
    item.kind === 'scalar' && item.value !== null ? [item.text.trim()] : [],
  );
}

/** The fields of an object field; undefined for one without any, `{}`. */
export function objectOf(holder: Fields | undefined, name: string): Fields | undefined {
  const node = fieldValue(holder, name);
  return node?.kind === 'map' && !isEmptyValue(node) ? node : undefined;
}

/** The objects of a list field, each with its place. */
export function objectsOf(holder: Fields | undefined, name: string): (Fields & { readonly range: Range })[] {
  return itemsOf(fieldValue(holder, name)).flatMap((item) => (item.kind === 'map' ? [item] : []));
}

/** Where the name of a field stands; the page’s `type` for a field that is absent. */
export function nameRangeOf(page: Page, name: string): Range {
  return fieldNamed(page.fields, name)?.nameRange ?? page.typeRange;
}

/** Where the value of a field stands; where its name stands for a field without value; else the page's `type`. */
export function rangeOfField(page: Page, name: string): Range {
  const field = fieldNamed(page.fields, name);
  if (!field) return page.typeRange;
  const { start, end } = field.value.range;
  return start.line === end.line && start.character === end.character ? field.nameRange : field.value.range;
}
