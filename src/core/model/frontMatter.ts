import type { Range } from './text';

/** A value of the front matter with its place; what YAML aliases stand for is already in their place. */
export type ValueNode = ScalarNode | ListNode | MapNode;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  /** The scalar's text as a reader sees it, without quotes: `1.50` stays `1.50`. */
  readonly text: string;
  readonly range: Range;
}

export interface ListNode {
  readonly kind: 'list';
  readonly items: readonly ValueNode[];
  readonly range: Range;
}

export interface MapNode {
  readonly kind: 'map';
  readonly fields: readonly FieldNode[];
  readonly range: Range;
}

export interface FieldNode {
  readonly name: string;
  readonly nameRange: Range;
  readonly value: ValueNode;
}

export interface FrontMatter {
  readonly fields: readonly FieldNode[];
  /** From the first line after the opening fence through the line before the closing one, as lines. */
  readonly firstLine: number;
  /** The line of the closing fence; the first line of the body follows it. */
  readonly closingLine: number;
}

/** The field of that name, if any; names are matched exactly. */
export function fieldNamed(fields: readonly FieldNode[], name: string): FieldNode | undefined {
  return fields.find((field) => field.name === name);
}

/** True for a value that is there and holds nothing: `null`, an empty text, an empty list or an empty object. */
export function isEmptyValue(node: ValueNode): boolean {
  if (node.kind === 'scalar') return node.value === null || node.text.trim() === '';
  return node.kind === 'list' ? node.items.length === 0 : node.fields.length === 0;
}

/** The items of a list; a single value counts as a list of one, an empty one as none. */
export function itemsOf(node: ValueNode | undefined): readonly ValueNode[] {
  if (!node) return [];
  if (node.kind === 'list') return node.items;
  return isEmptyValue(node) ? [] : [node];
}
