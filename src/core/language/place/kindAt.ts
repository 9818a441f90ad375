import type { FieldSpec, ValueKind } from '../../schema/kinds';
import { fieldsOf, pageTypes } from '../../schema/schema';

/** The field that makes a page of a file; the table need not name it. */
export const typeField: FieldSpec = {
  name: 'type',
  required: true,
  description: 'What sort of page this is.',
  value: {
    kind: 'enum',
    values: pageTypes.map(({ id, title, description }) => ({
      value: id,
      description: `${title}: ${description}`,
    })),
  },
};

/** The field that a path of names leads to; list items are left out of it. */
export function fieldAt(pageType: string | undefined, path: readonly string[]): FieldSpec | undefined {
  const parent = path.slice(0, -1);
  const name = path[path.length - 1];
  const fields = fieldsWithin(pageType, parent);
  return fields?.find((field) => field.name === name);
}

/** The kind of value that stands at the end of a path of names, also below names of the user’s own. */
export function kindAt(pageType: string | undefined, path: readonly string[]): ValueKind | undefined {
  const [first, ...rest] = path;
  let kind: ValueKind | undefined =
    first === typeField.name ? typeField.value : fieldsOf(pageType).get(first ?? '')?.value;
  for (const name of rest) kind = innerKind(kind, name);
  return kind;
}

/** The fields that may stand within what a path of names leads to; undefined where there are none. */
export function fieldsWithin(
  pageType: string | undefined,
  path: readonly string[],
): readonly FieldSpec[] | undefined {
  if (path.length === 0) {
    return pageType === undefined ? [typeField] : [typeField, ...fieldsOf(pageType).values()];
  }
  const kind = itemKind(kindAt(pageType, path));
  return kind?.kind === 'object' ? kind.fields : undefined;
}

/** The kind of a list’s items; of any other kind itself. */
export function itemKind(kind: ValueKind | undefined): ValueKind | undefined {
  return kind?.kind === 'list' ? itemKind(kind.of) : kind;
}

function innerKind(kind: ValueKind | undefined, name: string): ValueKind | undefined {
  const item = itemKind(kind);
  if (item?.kind === 'map') return item.of;
  return item?.kind === 'object' ? item.fields.find((field) => field.name === name)?.value : undefined;
}
