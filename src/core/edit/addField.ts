import type { CalendarDate } from '../model/calendarDate';
import {
  type FieldNode,
  fieldNamed,
  isEmptyValue,
  itemsOf,
  type MapNode,
  type ValueNode,
} from '../model/frontMatter';
import type { Page } from '../model/page';
import { LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { fieldsOf } from '../schema/schema';
import { insertFieldLines, setFieldEdits, verify } from './setField';
import { skeletonFields } from './skeletonFields';
import { initialValue, yamlScalar } from './yamlText';

/**
 * Adds a missing field with what a new page starts with. `path` leads from the outermost field inwards; numbers are
 * places in lists. Nothing where the field is there already and has nothing to start with.
 *
 * @throws RangeError where the result would not read back as front matter
 */
export function addFieldEdits(
  page: Page,
  text: string,
  path: readonly (string | number)[],
  today: CalendarDate,
): TextEdit[] {
  const name = String(path[path.length - 1]);
  const spec = specAt(page.type, path);
  if (!spec) return [];
  if (path.length === 1) {
    const existing = fieldNamed(page.fields, name);
    const initial = initialValue(spec, today);
    if (existing) return initial === undefined ? [] : setFieldEdits(page, text, name, initial);
    return checked(page, text, [insertFieldLines(page, text, topLevelLines(page.type, name, today))]);
  }
  const owner = objectAt(page.fields, path.slice(0, -1));
  if (!owner) return [];
  const written = yamlScalar(initialValue(spec, today) ?? '', spec.value);
  return checked(page, text, addToObject(owner, text, name, written));
}

function checked(page: Page, text: string, edits: TextEdit[]): TextEdit[] {
  if (edits.length > 0) verify(page, text, edits, (after) => after.fields.length >= page.fields.length);
  return edits;
}

function topLevelLines(type: string, name: string, today: CalendarDate): string[] {
  return skeletonFields(type)
    .filter(({ path }) => path === name || path.startsWith(`${name}.`))
    .map(({ spec, prefix, holdsValue }) => {
      const value = holdsValue ? initialValue(spec, today) : undefined;
      return `${prefix}${spec.name}:${value === undefined ? '' : ` ${yamlScalar(value, spec.value)}`}`;
    });
}

function addToObject(owner: MapNode, text: string, name: string, written: string): TextEdit[] {
  const map = new LineMap(text);
  const existing = fieldNamed(owner.fields, name);
  if (existing) {
    if (written === '' || !isEmptyValue(existing.value)) return [];
    const { end } = existing.nameRange;
    const colon = map.lineText(end.line).indexOf(':', end.character);
    return [{ range: lineRange(end.line, colon + 1, colon + 1), newText: ` ${written}` }];
  }
  const isFlow = map.lineText(owner.range.start.line)[owner.range.start.character] === '{';
  if (isFlow) {
    const end = owner.range.end;
    const close = lineRange(end.line, end.character - 1, end.character - 1);
    return [
      {
        range: close,
        newText: `${owner.fields.length > 0 ? ', ' : ''}${name}: ${written === '' ? '""' : written}`,
      },
    ];
  }
  const first = owner.fields[0] as FieldNode;
  const indent = ' '.repeat(first.nameRange.start.character);
  const last = owner.fields[owner.fields.length - 1] as FieldNode;
  const line = lastLineOf(last);
  const ending = lineEndingOf(text);
  return [{ range: lineRange(line + 1, 0, 0), newText: `${indent}${name}: ${written}`.trimEnd() + ending }];
}

function lastLineOf({ nameRange, value }: FieldNode): number {
  const { end } = value.range;
  // A block scalar or a nested collection may end at the start of the line behind it.
  return Math.max(nameRange.end.line, end.character === 0 ? end.line - 1 : end.line);
}

function specAt(type: string, path: readonly (string | number)[]): FieldSpec | undefined {
  let spec = fieldsOf(type).get(String(path[0]));
  for (const step of path.slice(1)) {
    if (typeof step === 'number') continue;
    spec = fieldsIn(spec?.value)?.find(({ name }) => name === step);
  }
  return spec;
}

function fieldsIn(kind: ValueKind | undefined): readonly FieldSpec[] | undefined {
  if (kind?.kind === 'object') return kind.fields;
  return kind?.kind === 'list' ? fieldsIn(kind.of) : undefined;
}

function objectAt(fields: readonly FieldNode[], path: readonly (string | number)[]): MapNode | undefined {
  let node: ValueNode | undefined = fieldNamed(fields, String(path[0]))?.value;
  for (const step of path.slice(1)) {
    if (typeof step === 'number') node = itemsOf(node)[step];
    else node = node?.kind === 'map' ? fieldNamed(node.fields, step)?.value : undefined;
  }
  return node?.kind === 'map' ? node : undefined;
}
