import { ours, type Text } from '../model/message';
import { misspelledName } from '../model/nearest';
import { lowerCase } from '../model/texts';
import { type ClockedType, withCadences } from './cadenceFields';
import { commonFields } from './commonFields';
import type { FieldSpec, ReferenceKind, ValueKind } from './kinds';
import type { PageTypeSpec } from './pageType';
import * as types from './types';

const inOrder = Object.values<PageTypeSpec>(types).sort((a, b) => a.order - b.order);

/** The page types that have a clock, in the order in which reports list what is late. */
export const clockedTypes: readonly ClockedType[] = inOrder
  .flatMap((type) => (type.clock ? [{ ...type, clock: type.clock }] : []))
  .sort((a, b) => a.clock.order - b.clock.order);

/** THE table: every page type with all that is special about it. All else is derived from it. */
export const pageTypes: readonly PageTypeSpec[] = inOrder.map((type) =>
  type.root ? withCadences(type, clockedTypes) : type,
);

/** The types of which new pages can be made in a book. */
export const newPageTypes: readonly PageTypeSpec[] = pageTypes.filter(({ root }) => !root);

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

/** The title of a page type within a sentence: `competitor`. */
export function typeName(id: string, otherwise: Text = id): Text {
  const type = pageType(id);
  return type ? lowerCase(ours(type.title)) : otherwise;
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

/** The type of `book.md`. */
export const rootType = pageTypes.find(({ root }) => root) as PageTypeSpec;

/** The type of log pages, one for each day: time is logged on them. */
export const dailyType = pageTypes.find(({ record }) => record?.every === 'day') as PageTypeSpec;

/** The type of the reviews that are written each week. */
export const weeklyType = pageTypes.find(({ record }) => record?.every === 'week') as PageTypeSpec;

export function isRoot(typeId: string | undefined): boolean {
  return typeId === rootType.id;
}

export function isDaily(typeId: string | undefined): boolean {
  return typeId === dailyType.id;
}

/** The types whose pages a view lists by themselves. */
export function typesInView(view: NonNullable<PageTypeSpec['view']>): readonly PageTypeSpec[] {
  return pageTypes.filter((type) => type.view === view);
}

const planIds: readonly string[] = pageTypes.filter(({ plan }) => plan).map(({ id }) => id);

/** The page types that a reference may name. */
export function targetTypes({ to }: ReferenceKind): readonly string[] | 'any' {
  return to === 'plan' ? planIds : to;
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
