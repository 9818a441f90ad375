import { fieldNamed, isEmptyValue } from '../model/frontMatter';
import type { Page } from '../model/page';
import { applyEdits, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { fieldsOf } from '../schema/schema';
import { yamlScalar } from './yamlText';

/**
 * Sets a field of the front matter to one value, adding the field behind the others where it is absent. Changes the
 * characters of the value alone; comments, quotes of other values and line endings stay.
 *
 * @throws RangeError where the front matter cannot be parsed, or would not read back as meant
 */
export function setFieldEdits(page: Page, text: string, name: string, value: string): TextEdit[] {
  const kind = fieldsOf(page.type).get(name)?.value ?? { kind: 'text' as const };
  const written = yamlScalar(value, kind);
  const field = fieldNamed(page.fields, name);
  let edit: TextEdit;
  if (!field) edit = insertFieldLines(page, text, [`${name}: ${written}`]);
  else if (isEmptyValue(field.value) && field.value.kind === 'scalar' && field.value.text === '') {
    edit = fillEmptyField(text, field.nameRange.end, written);
  } else edit = { range: field.value.range, newText: written };
  verify(page, text, [edit], (after) => {
    const set = fieldNamed(after.fields, name)?.value;
    return set?.kind === 'scalar' && set.text === value.trim() && after.fields.length >= page.fields.length;
  });
  return [edit];
}

/** Inserts lines before the closing fence. */
export function insertFieldLines(page: Page, text: string, lines: readonly string[]): TextEdit {
  const fence = page.bodyLine - 1;
  const ending = lineEndingOf(text);
  return { range: lineRange(fence, 0, 0), newText: lines.map((line) => line + ending).join('') };
}

function fillEmptyField(
  text: string,
  nameEnd: { line: number; character: number },
  written: string,
): TextEdit {
  const line = text.split(/\r\n|\n|\r/)[nameEnd.line] ?? '';
  const colon = line.indexOf(':', nameEnd.character);
  const from = colon + 1;
  const spaces = /^[ \t]*/.exec(line.slice(from))?.[0].length ?? 0;
  const rest = line.slice(from + spaces);
  const isQuoted = /^(?:""|''|~|null\b)/.exec(rest);
  const to = from + spaces + (isQuoted?.[0].length ?? 0);
  const comment = line.slice(to).trimStart().startsWith('#');
  return { range: lineRange(nameEnd.line, from, to), newText: ` ${written}${comment ? ' ' : ''}` };
}

/** Applies edits to a copy and parses it: an edit that does not read back as meant is refused rather than made. */
export function verify(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  isRight: (after: Page) => boolean,
): void {
  const after = parsePage(page.path, applyEdits(text, edits));
  if (after && after.syntaxFaults.length === 0 && isRight(after)) return;
  throw new RangeError(`This could not be changed safely in ${page.path}. Please change it by hand.`);
}
