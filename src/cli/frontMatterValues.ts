import type { FieldNode, ValueNode } from '../core/model/frontMatter';

export type PlainValue =
  | string
  | number
  | boolean
  | null
  | readonly PlainValue[]
  | { readonly [name: string]: PlainValue };

/** Front matter as plain data: numbers as numbers, dates as texts, an empty field as null. */
export function plainFields(fields: readonly FieldNode[]): Readonly<Record<string, PlainValue>> {
  return Object.fromEntries(fields.map(({ name, value }) => [name, plainValue(value)]));
}

function plainValue(node: ValueNode): PlainValue {
  switch (node.kind) {
    case 'list':
      return node.items.map(plainValue);
    case 'map':
      return plainFields(node.fields);
    case 'scalar':
      // JSON knows neither .inf nor .nan: they stay as written.
      return typeof node.value === 'number' && !Number.isFinite(node.value) ? node.text : node.value;
  }
}
