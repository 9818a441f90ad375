import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf } from '../schema/schema';

/** One line of a new page’s front matter. */
export interface SkeletonField {
  /** Names from the outermost field inwards, joined by a dot; list items are left out: `lines.item`. */
  readonly path: string;
  readonly spec: FieldSpec;
  /** What stands before the name: indentation, and the dash of a list item. */
  readonly prefix: string;
  /** False for a line that only opens the lines below it. */
  readonly holdsValue: boolean;
}

/**
 * The lines of a new page’s front matter: required fields, optional ones that have something to start with, and
 * those that are wanted beside. Lists of objects start with one item.
 */
export function skeletonFields(typeId: string, wanted: ReadonlySet<string> = new Set()): SkeletonField[] {
  const lines: SkeletonField[] = [];
  for (const spec of fieldsOf(typeId).values()) addField(spec, '', '', wanted, lines);
  return lines;
}

function addField(
  spec: FieldSpec,
  parent: string,
  prefix: string,
  wanted: ReadonlySet<string>,
  lines: SkeletonField[],
): boolean {
  const path = parent === '' ? spec.name : `${parent}.${spec.name}`;
  const asked = [...wanted].some((name) => name === path || name.startsWith(`${path}.`));
  const inner = innerFields(spec.value);
  if (!spec.required && spec.initial === undefined && !asked) return false;
  lines.push({ path, spec, prefix, holdsValue: inner === undefined });
  if (!inner) return true;
  const indent = prefix.replace(/-/g, ' ');
  const isList = spec.value.kind === 'list';
  let first = true;
  for (const field of inner) {
    const innerPrefix = isList ? `${indent}  ${first ? '- ' : '  '}` : `${indent}  `;
    if (addField(field, path, innerPrefix, wanted, lines)) first = false;
  }
  const [some] = inner;
  if (first && isList && spec.required && some) {
    // An item needs a field, though none is required by itself.
    first = !addField({ ...some, required: true }, path, `${indent}  - `, wanted, lines);
  }
  if (first) lines[lines.length - 1] = { path, spec, prefix, holdsValue: true };
  return true;
}

function innerFields(kind: ValueKind): readonly FieldSpec[] | undefined {
  if (kind.kind === 'object') return kind.fields;
  return kind.kind === 'list' && kind.of.kind === 'object' ? kind.of.fields : undefined;
}
