import type { FieldPath, FieldText } from '../model/fix';
import {
  type FieldNode,
  fieldNamed,
  isEmptyValue,
  itemsOf,
  type MapNode,
  type ValueNode,
} from '../model/frontMatter';
import type { Page } from '../model/page';
import { applyEdits, compareRanges, LineMap, lineEndingOf, lineRange, type TextEdit } from '../model/text';
import { parsePage } from '../parse/parsePage';
import { text, type ValueKind } from '../schema/kinds';
import { specAt } from '../schema/schema';
import { fieldsAt, nodeAt } from './fieldPaths';
import { yamlFlowScalar, yamlScalar } from './yamlText';

/**
 * Sets fields of the front matter, adding those that are absent behind the others of their object. A list keeps its
 * values and gets one more. Changes the characters of the values alone; comments, quotes of other values and line
 * endings stay.
 *
 * @param object leads to the object that holds the fields; empty for the page’s own
 * @throws RangeError where the result would not read back as meant
 */
export function setFieldsEdits(
  page: Page,
  text: string,
  object: FieldPath,
  values: Readonly<Record<string, FieldText>>,
): TextEdit[] {
  const writer = new FieldWriter(page, text, object);
  const edits = writer.hasObject
    ? mergeInsertions(Object.entries(values).flatMap(([name, value]) => writer.edit(name, value)))
    : [writer.addObject(values)];
  verify(page, text, edits, (after) =>
    Object.entries(values).every(([name, value]) => {
      const node = fieldNamed(fieldsAt(after.fields, object) ?? [], name)?.value;
      const written = itemsOf(node).map((item) => (item.kind === 'scalar' ? item.text : undefined));
      return textsIn(value).every((text) => written.includes(text));
    }),
  );
  return edits;
}

function textsIn(value: FieldText): string[] {
  return (typeof value === 'string' ? [value] : value).map((text) => text.trim());
}

class FieldWriter {
  private readonly map: LineMap;
  private readonly fields: readonly FieldNode[];

  constructor(
    private readonly page: Page,
    private readonly text: string,
    private readonly object: FieldPath,
  ) {
    this.map = new LineMap(text);
    this.fields = fieldsAt(page.fields, object) ?? [];
  }

  /** False where the object that holds the fields is not there yet. */
  get hasObject(): boolean {
    return this.object.length !== 1 || fieldNamed(this.page.fields, String(this.object[0])) !== undefined;
  }

  /** Adds the object with its fields. */
  addObject(values: Readonly<Record<string, FieldText>>): TextEdit {
    const lines = Object.entries(values).map(
      ([name, value]) => `  ${name}: ${this.written(name, value).whole}`,
    );
    return insertFieldLines(this.page, this.text, [`${this.object[0]}:`, ...lines]);
  }

  edit(name: string, value: FieldText): TextEdit[] {
    const { kind, items, whole } = this.written(name, value);
    const field = fieldNamed(this.fields, name);
    if (!field) return [this.add(name, whole)];
    if (isEmptyValue(field.value) && field.value.kind === 'scalar' && field.value.text === '') {
      return [this.fillEmpty(field, whole)];
    }
    if (kind.kind === 'list' && !isEmptyValue(field.value)) return this.appendNew(field.value, value, items);
    return [{ range: field.value.range, newText: whole }];
  }

  private written(name: string, value: FieldText): { kind: ValueKind; items: string[]; whole: string } {
    const kind = specAt(this.page.type, [...this.object, name])?.value ?? text;
    const isList = kind.kind === 'list';
    const items = textsIn(value).map((one) => (isList ? yamlFlowScalar(one, kind) : yamlScalar(one, kind)));
    return { kind, items, whole: isList ? `[${items.join(', ')}]` : items.join(', ') };
  }

  /** Appends those items that the list does not hold yet. */
  private appendNew(list: ValueNode, value: FieldText, items: readonly string[]): TextEdit[] {
    const held = itemsOf(list).map((item) => (item.kind === 'scalar' ? item.text : undefined));
    const texts = textsIn(value);
    const fresh = items.filter((_, index) => !held.includes(texts[index]));
    return fresh.length > 0 ? [this.append(list, fresh)] : [];
  }

  private add(name: string, written: string): TextEdit {
    if (this.object.length === 0) return insertFieldLines(this.page, this.text, [`${name}: ${written}`]);
    const owner = nodeAt(this.page.fields, this.object);
    if (owner?.kind !== 'map') throw new RangeError('The object that the field belongs to is not there.');
    return insertIntoObject(owner, this.map, this.text, name, written);
  }

  private fillEmpty({ nameRange }: FieldNode, written: string): TextEdit {
    const { line, character } = nameRange.end;
    const whole = this.map.lineText(line);
    const from = whole.indexOf(':', character) + 1;
    const spaces = /^[ \t]*/.exec(whole.slice(from))?.[0].length ?? 0;
    const empty = /^(?:""|''|~|null\b)?/.exec(whole.slice(from + spaces))?.[0].length ?? 0;
    const to = from + spaces + empty;
    const gap = /^[#,}\]]/.test(whole.slice(to).trimStart()) && whole[to] !== ' ' ? ' ' : '';
    return { range: lineRange(line, from, to), newText: ` ${written}${gap}` };
  }

  private append(list: ValueNode, items: readonly string[]): TextEdit {
    const written = items.join(', ');
    const { start, end } = list.range;
    if (list.kind === 'scalar') {
      const old = this.text.slice(this.map.offsetAt(start), this.map.offsetAt(end));
      return { range: list.range, newText: `[${old}, ${written}]` };
    }
    if (this.map.lineText(start.line)[start.character] === '[') {
      return { range: lineRange(end.line, end.character - 1, end.character - 1), newText: `, ${written}` };
    }
    const last = itemsOf(list).at(-1) as ValueNode;
    const at = last.range.end;
    const lead = `${lineEndingOf(this.text)}${' '.repeat(start.character)}- `;
    return {
      range: lineRange(at.line, this.map.lineText(at.line).length, this.map.lineText(at.line).length),
      newText: items.map((one) => lead + one).join(''),
    };
  }
}

/** Inserts lines before the closing fence. */
export function insertFieldLines(page: Page, text: string, lines: readonly string[]): TextEdit {
  const ending = lineEndingOf(text);
  const newText = lines.map((line) => line + ending).join('');
  return { range: lineRange(page.bodyLine - 1, 0, 0), newText };
}

/** Adds a field behind the others of an object, on a line of its own or within its braces. */
export function insertIntoObject(
  owner: MapNode,
  map: LineMap,
  text: string,
  name: string,
  written: string,
): TextEdit {
  const { start, end } = owner.range;
  if (map.lineText(start.line)[start.character] === '{') {
    const comma = owner.fields.length > 0 ? ', ' : '';
    const newText = `${comma}${name}: ${written === '' ? '""' : written}`;
    return { range: lineRange(end.line, end.character - 1, end.character - 1), newText };
  }
  const indent = ' '.repeat((owner.fields[0] as FieldNode).nameRange.start.character);
  const line = lastLineOf(owner.fields.at(-1) as FieldNode);
  const newText = `${indent}${name}: ${written}`.trimEnd() + lineEndingOf(text);
  return { range: lineRange(line + 1, 0, 0), newText };
}

function lastLineOf({ nameRange, value }: FieldNode): number {
  const { end } = value.range;
  // A block scalar or a nested collection may end at the start of the line behind it.
  return Math.max(nameRange.end.line, end.character === 0 ? end.line - 1 : end.line);
}

/** Several insertions at one place become one edit, in their order. */
function mergeInsertions(edits: readonly TextEdit[]): TextEdit[] {
  const merged: TextEdit[] = [];
  for (const edit of edits) {
    const same = merged.findIndex(({ range }) => compareRanges(range, edit.range) === 0);
    const earlier = merged[same];
    if (earlier) merged[same] = { range: earlier.range, newText: earlier.newText + edit.newText };
    else merged.push(edit);
  }
  return merged;
}

/** Applies edits to a copy and parses it: an edit that does not read back as meant is refused rather than made. */
export function verify(
  page: Page,
  text: string,
  edits: readonly TextEdit[],
  isRight: (after: Page) => boolean,
): void {
  const after = parsePage(page.path, applyEdits(text, edits));
  const kept = after && after.syntaxFaults.length === 0 && after.fields.length >= page.fields.length;
  if (kept && isRight(after)) return;
  throw new RangeError(`This could not be changed safely in ${page.path}. Please change it by hand.`);
}
