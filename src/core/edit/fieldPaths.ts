import type { FieldPath } from '../model/fix';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';

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
