import { isMap, type Node } from 'yaml';
import type { CalendarDate } from '../model/calendarDate';
import type { Answers, FieldPath, FieldText } from '../model/fix';
import { t } from '../model/message';
import type { Page } from '../model/page';
import { dayOfLogFile } from '../model/pageId';
import type { TextEdit } from '../model/text';
import type { FieldSpec, ValueKind } from '../schema/kinds';
import { specAt } from '../schema/schema';
import { nameAt, nodeAt } from './fieldPaths';
import { setFieldsEdits, textsIn } from './setFields';
import { skeletonFields } from './skeletonFields';
import { verifyEdit } from './verifyEdit';
import { isEmptyNode, pairOf, YamlSource } from './yamlSource';
import { initialValue, yamlFlowScalar, yamlScalar } from './yamlText';

/**
 * Adds a missing field with what a new page starts with. Nothing where the field is there already and has nothing to
 * start with.
 *
 * @throws Refusal where the result would not read back as front matter
 */
export function addFieldEdits(
  page: Page,
  text: string,
  path: FieldPath,
  today: CalendarDate,
  answers: Answers = {},
): TextEdit[] {
  const name = nameAt(path);
  const object = path.slice(0, -1);
  const spec = specAt(page.type, path);
  if (!spec) return [];
  const initial = answers[dotted(path)] ?? initialFor(page, spec, today);
  if (initial !== undefined && !holdsObjects(spec.value)) {
    return setFieldsEdits(page, text, object, { [name]: initial });
  }
  const source = new YamlSource(text);
  const owner = source.valueAt(object);
  if (!isMap(owner)) return [];
  const pair = pairOf(owner, name);
  let edits: TextEdit[];
  if (object.length === 0 && holdsObjects(spec.value)) {
    const [, ...inner] = topLevelLines(page.type, name, today, answers);
    const value = pair?.value as Node | null | undefined;
    if (!pair) edits = [source.insertPair(owner, name, '', inner)];
    else if (inner.length === 0 || !isEmptyNode(value)) return [];
    else {
      source.refuseAliased(name, value ?? undefined);
      edits = source.fillWithLines(pair, inner);
    }
  } else if (pair) return [];
  else edits = [source.insertPair(owner, name, '')];
  verifyEdit(page, text, edits, {
    fields: [path],
    problem: (after) => (nodeAt(after.fields, path) ? undefined : t`“${name}” would not be read`),
  });
  return edits;
}

/** What a field of a page starts with: the day of a log is the one that its file is named after. */
function initialFor(page: Page, spec: FieldSpec, today: CalendarDate): string | undefined {
  return dayOfLogFile(page, spec.name) ?? initialValue(spec, today);
}

/** The names on the way to a field, without the places in lists: `objectives.metric`. */
export function dotted(path: FieldPath): string {
  return path.filter((step) => typeof step === 'string').join('.');
}

function holdsObjects(kind: ValueKind): boolean {
  return kind.kind === 'object' || (kind.kind === 'list' && kind.of.kind === 'object');
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
  const items = textsIn(value);
  if (typeof value === 'string' && kind.kind !== 'list') return yamlScalar(items[0] ?? '', kind);
  return `[${items.map((item) => yamlFlowScalar(item, kind)).join(', ')}]`;
}
