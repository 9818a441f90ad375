import type { FieldPath } from '../model/fix';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf } from '../schema/schema';

/** The schema of the field that a path leads to. */
export function specAt(type: string, path: FieldPath): FieldSpec | undefined {
  let spec = fieldsOf(type).get(String(path[0]));
  for (const step of path.slice(1)) {
    if (typeof step !== 'number') spec = fieldsIn(spec?.value)?.find(({ name }) => name === step);
  }
  return spec;
}

function fieldsIn(kind: ValueKind | undefined): readonly FieldSpec[] | undefined {
  if (kind?.kind === 'object') return kind.fields;
  return kind?.kind === 'list' ? fieldsIn(kind.of) : undefined;
}

/** The fields of the object that a path leads to; the page’s own for an empty path. */
export function fieldsAt(fields: readonly FieldNode[], path: FieldPath): readonly FieldNode[] | undefined {
  if (path.length === 0) return fields;
  const node = nodeAt(fields, path);
  return node?.kind === 'map' ? node.fields : undefined;
}

export function nodeAt(fields: readonly FieldNode[], path: FieldPath): ValueNode | undefined {
  let node: ValueNode | undefined = fieldNamed(fields, String(path[0]))?.value;
  for (const step of path.slice(1)) {
    if (typeof step === 'number') node = itemsOf(node)[step];
    else node = node?.kind === 'map' ? fieldNamed(node.fields, step)?.value : undefined;
  }
  return node;
}
