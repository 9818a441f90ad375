import { byRange } from '../model/byRange';
import type { FieldPath } from '../model/fix';
import { type FieldNode, fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import type { Page } from '../model/page';
import type { Range } from '../model/text';

/** The fields of the object that a path leads to; the page’s own for an empty path. */
export function fieldsAt(fields: readonly FieldNode[], path: FieldPath): readonly FieldNode[] | undefined {
  if (path.length === 0) return fields;
  const node = nodeAt(fields, path);
  return node?.kind === 'map' ? node.fields : undefined;
}

/** The name of the field that a path leads to. */
export function nameAt(path: FieldPath): string {
  return String(path.at(-1) ?? '');
}

export function nodeAt(fields: readonly FieldNode[], path: FieldPath): ValueNode | undefined {
  let node: ValueNode | undefined = fieldNamed(fields, String(path[0] ?? ''))?.value;
  for (const step of path.slice(1)) {
    if (typeof step === 'number') node = itemsOf(node)[step];
    else node = node?.kind === 'map' ? fieldNamed(node.fields, step)?.value : undefined;
  }
  return node;
}

/** The way to the field whose name stands at a place; empty where there is none. */
export function pathOfName(page: Page, place: Range): FieldPath {
  return namedAt(page, place)?.path ?? [];
}

interface Named {
  readonly path: FieldPath;
  readonly range: Range;
}

const namedAt = byRange(
  ({ fields }) => namesIn(fields, []),
  ({ range }) => range,
);

function namesIn(fields: readonly FieldNode[], path: FieldPath): Named[] {
  return fields.flatMap(({ name, nameRange, value }) => {
    const own = [...path, name];
    return [{ path: own, range: nameRange }, ...namesInValue(value, own)];
  });
}

function namesInValue(value: ValueNode, path: FieldPath): Named[] {
  if (value.kind === 'map') return namesIn(value.fields, path);
  if (value.kind === 'scalar') return [];
  return value.items.flatMap((item, index) => namesInValue(item, [...path, index]));
}
