import type { FieldPath } from '../model/fix';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import { compareRanges, type Range } from '../model/text';

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

/** The way to the field whose name stands at a place; empty where there is none. */
export function pathOfName(fields: readonly FieldNode[], place: Range): FieldPath {
  for (const { name, nameRange, value } of fields) {
    if (compareRanges(nameRange, place) === 0) return [name];
    const inner = pathInValue(value, place);
    if (inner.length > 0) return [name, ...inner];
  }
  return [];
}

function pathInValue(value: ValueNode, place: Range): FieldPath {
  if (value.kind === 'map') return pathOfName(value.fields, place);
  if (value.kind === 'scalar') return [];
  for (const [index, item] of value.items.entries()) {
    const inner = pathInValue(item, place);
    if (inner.length > 0) return [index, ...inner];
  }
  return [];
}
