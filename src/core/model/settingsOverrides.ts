import type { Fields } from './fields';
import type { FieldNode, ValueNode } from './frontMatter';
import { lineRange } from './text';

/** The fields of `book.md` that an editor’s settings may set otherwise, each as far as it goes. */
export const overridableFields = ['balance', 'cadence'] as const;

/** Plain values by field, such as `{cadence: {competitor: {high: 14}}}`. */
export type SettingsOverrides = Readonly<Partial<Record<(typeof overridableFields)[number], unknown>>>;

/** The fields of `book.md` with what is set otherwise in their place; inner fields that are not set stay. */
export function overridden(book: Fields | undefined, overrides: SettingsOverrides): Fields | undefined {
  const fields = overridableFields.flatMap((name) => fieldOf(name, overrides[name]) ?? []);
  return fields.length === 0 ? book : { fields: merged(book?.fields ?? [], fields) };
}

function merged(base: readonly FieldNode[], over: readonly FieldNode[]): FieldNode[] {
  const kept = base.filter(({ name }) => !over.some((field) => field.name === name));
  const set = over.map((field) => {
    const own = base.find(({ name }) => name === field.name)?.value;
    if (own?.kind !== 'map' || field.value.kind !== 'map') return field;
    return { ...field, value: { ...field.value, fields: merged(own.fields, field.value.fields) } };
  });
  return [...kept, ...set];
}

/** Settings stand in no text. */
const nowhere = lineRange(0, 0, 0);

function fieldOf(name: string, value: unknown): FieldNode | undefined {
  const node = nodeOf(value);
  return node && { name, nameRange: nowhere, value: node };
}

function nodeOf(value: unknown): ValueNode | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return { kind: 'scalar', value, text: String(value), range: nowhere };
  }
  if (Array.isArray(value)) {
    return { kind: 'list', items: value.flatMap((item) => nodeOf(item) ?? []), range: nowhere };
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const fields = Object.entries(value).flatMap(([name, inner]) => fieldOf(name, inner) ?? []);
  return { kind: 'map', fields, range: nowhere };
}
