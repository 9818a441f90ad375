import { misspelledName } from '../model/nearest';
import { commonFields } from './commonFields';
import type { FieldSpec, ValueKind } from './kinds';
import type { PageTypeSpec } from './pageType';
import { book } from './types/book';
import { dailyTypes } from './types/daily';
import { longTermTypes } from './types/longTerm';
import { planTypes } from './types/plans';

/** THE table: every page type with its fields, sections, folder and activity. All else is derived from it. */
export const pageTypes: readonly PageTypeSpec[] = [book, ...dailyTypes, ...planTypes, ...longTermTypes];

const byId = new Map(pageTypes.map((type) => [type.id, type]));

const fieldsByType = new Map(
  pageTypes.map((type) => {
    const fields = new Map(type.fields.map((field) => [field.name, field]));
    for (const field of commonFields) if (!fields.has(field.name)) fields.set(field.name, field);
    return [type.id, fields as ReadonlyMap<string, FieldSpec>];
  }),
);

const commonOnly: ReadonlyMap<string, FieldSpec> = new Map(commonFields.map((field) => [field.name, field]));

export function pageType(id: string | undefined): PageTypeSpec | undefined {
  return id === undefined ? undefined : byId.get(id);
}

const typeIds: readonly string[] = pageTypes.map(({ id }) => id);

/**
 * The type that an unknown one most likely means, if any. Stricter than for fields: other programs have types of their
 * own, and a `project` is no `product`.
 */
export function nearType(type: string): string | undefined {
  return misspelledName(type, typeIds, new Set(), 8);
}

/** The fields of a page type by name, its own before the common ones; the common ones alone for an unknown type. */
export function fieldsOf(typeId: string | undefined): ReadonlyMap<string, FieldSpec> {
  return (typeId === undefined ? undefined : fieldsByType.get(typeId)) ?? commonOnly;
}

export function isPlan(typeId: string | undefined): boolean {
  return pageType(typeId)?.plan === true;
}

/** The schema of the field that a path leads to. */
export function specAt(type: string, path: readonly (string | number)[]): FieldSpec | undefined {
  let spec = fieldsOf(type).get(String(path[0] ?? ''));
  for (const step of path.slice(1)) {
    if (typeof step !== 'number') spec = fieldsIn(spec?.value)?.find(({ name }) => name === step);
  }
  return spec;
}

function fieldsIn(kind: ValueKind | undefined): readonly FieldSpec[] | undefined {
  if (kind?.kind === 'object') return kind.fields;
  return kind?.kind === 'list' ? fieldsIn(kind.of) : undefined;
}
