import type { CalendarDate } from '../model/calendarDate';
import type { FieldPath } from '../model/fix';
import { fieldNamed } from '../model/frontMatter';
import type { Page } from '../model/page';
import { LineMap, type TextEdit } from '../model/text';
import { fieldsAt, nodeAt, specAt } from './fieldPaths';
import { insertFieldLines, insertIntoObject, setFieldsEdits, verify } from './setFields';
import { skeletonFields } from './skeletonFields';
import { initialValue, yamlScalar } from './yamlText';

/**
 * Adds a missing field with what a new page starts with. Nothing where the field is there already and has nothing to
 * start with.
 *
 * @throws RangeError where the result would not read back as front matter
 */
export function addFieldEdits(page: Page, text: string, path: FieldPath, today: CalendarDate): TextEdit[] {
  const name = String(path[path.length - 1]);
  const object = path.slice(0, -1);
  const spec = specAt(page.type, path);
  if (!spec) return [];
  const initial = initialValue(spec, today);
  if (fieldNamed(fieldsAt(page.fields, object) ?? [], name)) {
    return initial === undefined ? [] : setFieldsEdits(page, text, object, { [name]: initial });
  }
  let edit: TextEdit;
  if (object.length === 0) edit = insertFieldLines(page, text, topLevelLines(page.type, name, today));
  else {
    const owner = nodeAt(page.fields, object);
    if (owner?.kind !== 'map') return [];
    edit = insertIntoObject(owner, new LineMap(text), text, name, yamlScalar(initial ?? '', spec.value));
  }
  verify(page, text, [edit], () => true);
  return [edit];
}

function topLevelLines(type: string, name: string, today: CalendarDate): string[] {
  return skeletonFields(type, new Set([name]))
    .filter(({ path }) => path === name || path.startsWith(`${name}.`))
    .map(({ spec, prefix, holdsValue }) => {
      const value = holdsValue ? initialValue(spec, today) : undefined;
      return `${prefix}${spec.name}:${value === undefined ? '' : ` ${yamlScalar(value, spec.value)}`}`;
    });
}
