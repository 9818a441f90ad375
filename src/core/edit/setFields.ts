import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import { oneLine } from '../model/escapedText';
import type { FieldPath, FieldText } from '../model/fix';
import { fieldNamed, itemsOf, type ValueNode } from '../model/frontMatter';
import { t } from '../model/message';
import type { Page } from '../model/page';
import { Refusal } from '../model/refusal';
import { compareRanges, type TextEdit } from '../model/text';
import { text as textKind, type ValueKind } from '../schema/kinds';
import { specAt } from '../schema/schema';
import { fieldsAt, nameAt } from './fieldPaths';
import { verifyEdit } from './verifyEdit';
import { isEmptyNode, pairOf, YamlSource } from './yamlSource';
import { yamlFlowScalar, yamlScalar } from './yamlText';

type Values = Readonly<Record<string, FieldText>>;

/**
 * Sets fields of the front matter, adding those that are absent behind the others of their object. A list keeps its
 * values and gets one more. Changes the characters of the values alone; comments, quotes of other values and line
 * endings stay.
 *
 * @param object leads to the object that holds the fields; empty for the page’s own
 * @throws Refusal where the result would not read back as meant; the message says why
 */
export function setFieldsEdits(page: Page, text: string, object: FieldPath, values: Values): TextEdit[] {
  const edits = fieldEdits(page, text, object, values);
  const names = Object.keys(values);
  const hasObject = (fieldsAt(page.fields, object) ?? []).length > 0;
  verifyEdit(page, text, edits, {
    fields: hasObject ? names.map((name) => [...object, name]) : [object],
    problem: (after) => {
      const wrong = names.find((name) => !isSet(page, after, [...object, name], values[name] as FieldText));
      return wrong === undefined ? undefined : t`“${wrong}” would not be read as meant`;
    },
    again: (after, changed) => fieldEdits(after, changed, object, values),
  });
  return edits;
}

function isSet(page: Page, after: Page, path: FieldPath, value: FieldText): boolean {
  const read = (of: Page): (string | undefined)[] =>
    itemsOf(nodeOf(of, path)).map((item) => (item.kind === 'scalar' ? oneLine(item.text) : undefined));
  const written = read(after);
  const wanted = textsIn(value).filter((text) => text !== '');
  if (!wanted.every((one) => written.includes(one))) return false;
  const isList = specAt(page.type, path)?.value.kind === 'list';
  return isList ? read(page).every((one) => written.includes(one)) : written.length === wanted.length;
}

function nodeOf(page: Page, path: FieldPath): ValueNode | undefined {
  const fields = fieldsAt(page.fields, path.slice(0, -1)) ?? [];
  return fieldNamed(fields, nameAt(path))?.value;
}

/** A value as one line of text: line breaks in it are blanks. */
export function textsIn(value: FieldText): string[] {
  return (typeof value === 'string' ? [value] : value).map(oneLine);
}

function fieldEdits(page: Page, text: string, object: FieldPath, values: Values): TextEdit[] {
  const source = new YamlSource(text);
  const writer = new FieldWriter(page, source, object);
  const owner = source.valueAt(object);
  if (isMap(owner) && owner.items.length > 0) {
    return merged(Object.entries(values).flatMap(([name, value]) => writer.edit(owner, name, value)));
  }
  return writer.addObject(owner, values);
}

class FieldWriter {
  constructor(
    private readonly page: Page,
    private readonly source: YamlSource,
    private readonly object: FieldPath,
  ) {}

  /** Adds the object with its fields, or fills one that is empty. */
  addObject(owner: Node | undefined, values: Values): TextEdit[] {
    const { source, object } = this;
    const name = nameAt(object);
    const entries = Object.entries(values).map(
      ([field, value]) => `${field}: ${this.written(field, value).whole}`,
    );
    const parent = source.valueAt(object.slice(0, -1));
    if (!isMap(parent) || typeof object.at(-1) !== 'string') throw noObject(name);
    const pair = pairOf(parent, name);
    const lines = entries.map((entry) => `  ${entry}`);
    if (source.isFlowAt(object)) {
      const braces = `{ ${entries.map(forBraces).join(', ')} }`;
      return pair ? source.replace(pair, braces) : [source.insertPair(parent, name, braces)];
    }
    if (!pair) return [source.insertPair(parent, name, '', lines)];
    if (!isEmptyNode(owner)) throw noObject(name);
    source.refuseAliased(name, owner);
    return source.fillWithLines(pair, lines);
  }

  edit(owner: YAMLMap, name: string, value: FieldText): TextEdit[] {
    const { source } = this;
    const { kind, items, whole } = this.written(name, value);
    const pair = pairOf(owner, name);
    const isFlow = source.isFlowAt([...this.object, name]);
    if (!pair) return [source.insertPair(owner, name, isFlow ? forFlow(whole) : whole)];
    const node = pair.value as Node | null;
    if (kind.kind === 'list' && !isEmptyNode(node)) {
      return this.appendNew(pair, node as Node, value, items);
    }
    source.refuseAliased(name, node ?? undefined);
    return source.replace(pair, isFlow ? forFlow(whole) : whole);
  }

  private written(name: string, value: FieldText): { kind: ValueKind; items: string[]; whole: string } {
    const kind = specAt(this.page.type, [...this.object, name])?.value ?? textKind;
    const isList = kind.kind === 'list';
    const texts = textsIn(value).filter((one) => !isList || one !== '');
    const items = texts.map((one) => (isList ? yamlFlowScalar(one, kind) : yamlScalar(one, kind)));
    return { kind, items, whole: isList ? `[${items.join(', ')}]` : items.join(', ') };
  }

  /** Appends those items that the list does not hold yet. */
  private appendNew(pair: Pair, node: Node, value: FieldText, items: readonly string[]): TextEdit[] {
    const { source } = this;
    const name = String(pair.key);
    const held = itemsOf(nodeOf(this.page, [...this.object, name])).map((item) =>
      item.kind === 'scalar' ? oneLine(item.text) : undefined,
    );
    const texts = textsIn(value).filter((one) => one !== '');
    const fresh = items.filter((_, index) => !held.includes(texts[index]));
    if (fresh.length === 0) return [];
    source.refuseAliased(name, node);
    if (isSeq(node)) return source.append(node, fresh);
    const target = source.resolved(node);
    const old = isSeq(target) ? (target.items as Node[]) : [target as Node];
    if (!old.every((item) => isScalar(item))) {
      throw new Refusal(
        t`Nothing was changed: “${name}” repeats other lines by an alias. Write them out and try again.`,
      );
    }
    const isPlain = isScalar(node) && /^(?:PLAIN|QUOTE)/.test(node.type ?? '');
    const kept = isPlain && !/[\r\n]/.test(source.sourceOf(node)) ? source.sourceOf(node) : undefined;
    const copies = old.map((item) => inList(item, kept));
    return source.replace(pair, `[${[...copies, ...fresh].join(', ')}]`);
  }
}

/** A value that stood alone, as an item in brackets. */
function inList(item: Node, source: string | undefined): string {
  if (source !== undefined && (/^["']/.test(source) || !/[,[\]{}]/.test(source))) return source;
  if (!isScalar(item)) return '';
  if (typeof item.value === 'string') return yamlFlowScalar(item.value, textKind);
  return item.source ?? String(item.value);
}

function forBraces(entry: string): string {
  const colon = entry.indexOf(': ');
  return `${entry.slice(0, colon)}: ${forFlow(entry.slice(colon + 2))}`;
}

/** A value as it may stand within `{…}`. */
function forFlow(written: string): string {
  if (/^["'[]/.test(written) || !/[,[\]{}]/.test(written)) return written;
  return JSON.stringify(written);
}

function noObject(name: string): Refusal {
  return new Refusal(
    t`Nothing was changed: “${name}” holds something else than fields of its own. Write them below it by hand.`,
  );
}

/** Several insertions at one place become one edit, in their order. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const edit of edits) {
    const same = result.findIndex(({ range }) => compareRanges(range, edit.range) === 0);
    const earlier = result[same];
    if (earlier) result[same] = { range: earlier.range, newText: earlier.newText + edit.newText };
    else result.push(edit);
  }
  return result;
}
