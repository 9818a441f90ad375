import type { CalendarDate } from '../model/calendarDate';
import type { Answers, FieldPath, FieldText } from '../model/fix';
import { type FieldNode, fieldNamed } from '../model/frontMatter';
import type { Page } from '../model/page';
import { comparePositions, LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import type { ValueKind } from '../schema/kinds';
import { specAt } from '../schema/schema';
import { fieldsAt, nodeAt } from './fieldPaths';
import { insertFieldLines, insertIntoObject, setFieldsEdits, verify } from './setFields';
import { skeletonFields } from './skeletonFields';
import { initialValue, yamlFlowScalar, yamlScalar } from './yamlText';

/**
 * Adds a missing field with what a new page starts with. Nothing where the field is there already and has nothing to
 * start with.
 *
 * @throws RangeError where the result would not read back as front matter
 */
export function addFieldEdits(
  page: Page,
  text: string,
  path: FieldPath,
  today: CalendarDate,
  answers: Answers = {},
): TextEdit[] {
  const name = String(path[path.length - 1]);
  const object = path.slice(0, -1);
  const spec = specAt(page.type, path);
  if (!spec) return [];
  const initial = answers[dotted(path)] ?? initialValue(spec, today);
  const present = fieldNamed(fieldsAt(page.fields, object) ?? [], name);
  const map = new LineMap(text);
  let edits: TextEdit[];
  if (object.length === 0 && holdsObjects(spec.value)) {
    const [first = '', ...inner] = topLevelLines(page.type, name, today, answers);
    if (!present) edits = [insertFieldLines(page, text, [first, ...inner])];
    else edits = inner.length > 0 ? fillWithLines(present, map, text, inner) : [];
  } else if (initial === undefined && present) return [];
  else if (initial !== undefined && (present || object.length === 0)) {
    return setFieldsEdits(page, text, object, { [name]: initial });
  } else if (object.length === 0) edits = [insertFieldLines(page, text, [`${name}:`])];
  else {
    const owner = nodeAt(page.fields, object);
    if (owner?.kind !== 'map') return [];
    edits = [insertIntoObject(owner, map, text, name, written(initial ?? '', spec.value))];
  }
  verify(page, text, edits, () => true);
  return edits;
}

/** The names on the way to a field, without the places in lists: `objectives.metric`. */
export function dotted(path: FieldPath): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function holdsObjects(kind: ValueKind): boolean {
  return kind.kind === 'object' || (kind.kind === 'list' && kind.of.kind === 'object');
}

/** Puts lines below a field that is empty. */
function fillWithLines(
  { nameRange, value }: FieldNode,
  map: LineMap,
  text: string,
  lines: readonly string[],
): TextEdit[] {
  const { line } = nameRange.start;
  const { length } = map.lineText(line);
  const ending = lineEndingOf(text);
  const behind: TextEdit = {
    range: lineRange(line, length, length),
    newText: lines.map((inner) => ending + inner).join(''),
  };
  const isEmpty = comparePositions(value.range.start, value.range.end) === 0;
  if (isEmpty) return [behind];
  const colon = map.lineText(line).indexOf(':', nameRange.end.character);
  const written = lineRange(line, colon + 1, value.range.end.character);
  if (value.range.end.line === line && value.range.end.character === length) {
    return [{ range: written, newText: behind.newText }];
  }
  return [{ range: value.range, newText: '' }, behind];
}

function topLevelLines(type: string, name: string, today: CalendarDate, answers: Answers): string[] {
  return skeletonFields(type, new Set([name]))
    .filter(({ path }) => path === name || path.startsWith(`${name}.`))
    .map(({ path, spec, prefix, holdsValue }) => {
      const value = holdsValue ? (answers[path] ?? initialValue(spec, today)) : undefined;
      return `${prefix}${spec.name}:${value === undefined ? '' : ` ${written(value, spec.value)}`}`;
    });
}

function written(value: FieldText, kind: ValueKind): string {
  if (typeof value === 'string' && kind.kind !== 'list') return yamlScalar(value, kind);
  const items = typeof value === 'string' ? [value] : value;
  return `[${items.map((item) => yamlFlowScalar(item, kind)).join(', ')}]`;
}
