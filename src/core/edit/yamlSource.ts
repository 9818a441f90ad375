import {
  type Alias,
  type CST,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  visit,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { FieldPath } from '../model/fix';
import { type Text, t } from '../model/message';
import { Refusal } from '../model/refusal';
import { LineMap, lineEndingNear, lineRange, type TextEdit } from '../model/text';
import { splitFrontMatter } from '../parse/splitFrontMatter';
import { yamlDocument } from '../parse/yamlDocument';

type Token = { readonly type: string; readonly offset: number; readonly source?: string };

/** Front matter as it is written, and the edits that change single values of it and nothing else. */
export class YamlSource {
  readonly root: YAMLMap;
  private readonly map: LineMap;
  private readonly start: number;
  private readonly document: Document;
  private readonly aliased: ReadonlySet<string>;

  /** @throws Refusal where the front matter cannot be read */
  constructor(private readonly text: string) {
    const split = splitFrontMatter(text);
    this.map = new LineMap(text);
    this.start = split?.start ?? 0;
    this.document = yamlDocument(split?.yaml ?? '', { keepSourceTokens: true });
    const { contents, errors } = this.document;
    if (!split?.closed || errors.length > 0 || !isMap(contents)) {
      throw new Refusal(t`Nothing was changed: the front matter cannot be read. Fix it first.`);
    }
    this.root = contents as YAMLMap;
    const aliased = new Set<string>();
    visit(this.document, { Alias: (_key, alias) => void aliased.add(alias.source) });
    this.aliased = aliased;
  }

  /** The value that a path leads to; a single value counts as a list of one. Undefined where it is absent. */
  valueAt(path: FieldPath): Node | undefined {
    let node: Node | undefined = this.root;
    for (const step of path) {
      if (isAlias(node)) throw repeated(path, node);
      if (typeof step === 'string') node = isMap(node) ? (pairOf(node, step)?.value as Node) : undefined;
      else if (isSeq(node)) node = node.items[step] as Node | undefined;
      else if (step > 0) node = undefined;
    }
    return node ?? undefined;
  }

  /** Puts another value in the place of one, or fills it in where there is none. */
  replace(pair: Pair, written: string): TextEdit[] {
    const { colon, from, to, isBelow } = this.placeOf(pair);
    if (isBelow) return [this.edit(colon, colon, ` ${written}`), this.withoutLines(from, to)];
    return [this.edit(from, to, `${from === colon ? ' ' : ''}${written}`)];
  }

  /** Puts lines below the name of a field that is empty; they are indented as in an object at the root. */
  fillWithLines(pair: Pair, lines: readonly string[]): TextEdit[] {
    const { colon, from, to, isBelow } = this.placeOf(pair);
    const { line } = this.map.positionAt(colon);
    const ending = lineEndingNear(this.map, line);
    const indent = ' '.repeat(this.map.positionAt(keyStart(pair) + this.start).character);
    const newText = lines.map((one) => `${ending}${indent}${one}`).join('');
    const end = this.lineEnd(line);
    if (isBelow) return [this.edit(end, end, newText), this.withoutLines(from, to)];
    // Nothing but blanks around what was empty: they go with it.
    if (this.text.slice(to, end).trim() === '') return [this.edit(colon, end, newText)];
    const emptied = from === to ? [] : [this.edit(from, to, '')];
    return [...emptied, this.edit(end, end, newText)];
  }

  /** Adds a field behind the others of an object; `lines` are more lines below it. */
  insertPair(owner: YAMLMap, name: string, written: string, lines: readonly string[] = []): TextEdit {
    if (owner.flow) {
      if (lines.length > 0) throw new Refusal(inBraces(name));
      return this.insertIntoFlow(owner, `${name}: ${written === '' ? '""' : written}`)[0] as TextEdit;
    }
    const first = owner.items[0] as Pair;
    const indent = ' '.repeat(this.map.positionAt(keyStart(first) + this.start).character);
    const all = [`${name}: ${written}`.trimEnd(), ...lines].map((one) => indent + one);
    return this.insertLines(owner === this.root ? this.endOfRoot() : this.lineBehind(owner), all);
  }

  /** Adds items behind those of a list. */
  append(list: YAMLSeq, items: readonly string[]): TextEdit[] {
    if (list.flow) return this.insertIntoFlow(list, ...items);
    const column = this.map.positionAt(this.start + (list.range?.[0] ?? 0)).character;
    const lines = items.map((item) => `${' '.repeat(column)}- ${item}`);
    return [this.insertLines(this.lineBehind(list), lines)];
  }

  isFlowAt(path: FieldPath): boolean {
    for (let length = 0; length < path.length; length++) {
      const node = this.valueAt(path.slice(0, length));
      if (isCollection(node) && node.flow) return true;
    }
    return false;
  }

  /** @throws Refusal where an alias elsewhere repeats what a value is changed to */
  refuseAliased(name: string, node: Node | undefined): void {
    const anchor = node && !isAlias(node) ? node.anchor : undefined;
    if (anchor !== undefined && this.aliased.has(anchor)) {
      throw new Refusal(
        t`Nothing was changed: the value of “${name}” is repeated elsewhere by “*${anchor}”, which would change, too. Write the value out there and try again.`,
      );
    }
  }

  sourceOf(node: Node): string {
    const [from, to] = node.range ?? [0, 0];
    return this.text.slice(this.start + from, this.start + to);
  }

  /** What an alias stands for. */
  resolved(node: Node): Node | undefined {
    return isAlias(node) ? (node as Alias).resolve(this.document) : node;
  }

  private placeOf(pair: Pair): { colon: number; from: number; to: number; isBelow: boolean } {
    const { sep = [] } = (pair as { srcToken?: CST.CollectionItem }).srcToken ?? {};
    const indicator = (sep as readonly Token[]).find(({ type }) => type === 'map-value-ind');
    if (!indicator) throw new Refusal(inBraces(String(pair.key)));
    const colon = this.start + indicator.offset + 1;
    const property = (sep as readonly Token[]).find(({ type }) => type === 'anchor' || type === 'tag');
    const node = pair.value as Node | null;
    const [nodeFrom, nodeTo] = node?.range ?? [indicator.offset + 1, indicator.offset + 1];
    const isAbsent = nodeFrom === nodeTo && !property;
    if (isAbsent) {
      const end = this.lineEnd(this.map.positionAt(colon).line);
      const isBlank = this.text.slice(colon, end).trim() === '';
      return { colon, from: colon, to: isBlank ? end : colon, isBelow: false };
    }
    const from = this.start + (property?.offset ?? nodeFrom);
    let to = this.start + Math.max(nodeTo, property ? property.offset + (property.source ?? '').length : 0);
    // A block ends at the start of the line behind it.
    while (to > from && /[\r\n]/.test(this.text[to - 1] as string)) to--;
    const isBelow = this.map.positionAt(colon).line !== this.map.positionAt(from).line;
    return { colon, from, to, isBelow };
  }

  /** Takes out what begins on a line of its own. */
  private withoutLines(from: number, to: number): TextEdit {
    const { line } = this.map.positionAt(from);
    return this.edit(this.lineEnd(line - 1), to, '');
  }

  private insertIntoFlow(owner: YAMLMap | YAMLSeq, ...entries: readonly string[]): TextEdit[] {
    const { srcToken } = owner as { srcToken?: CST.FlowCollection };
    const close = (srcToken?.end as readonly Token[] | undefined)?.find(({ type }) => /-end$/.test(type));
    if (!srcToken || !close) throw new Refusal(t`Nothing was changed: a bracket is missing.`);
    const closeAt = this.start + close.offset;
    const last = srcToken.items.filter(({ key, value }) => key ?? value).length - 1;
    const joined = entries.join(', ');
    if (last < 0) return [this.edit(closeAt, closeAt, joined)];
    const end = this.start + endOfItem(srcToken.items[last] as CST.CollectionItem);
    const comma = (srcToken.items[last + 1]?.start as readonly Token[] | undefined)?.find(
      ({ type }) => type === 'comma',
    );
    const behind = comma ? this.start + comma.offset + 1 : end;
    const itemStart = this.map.positionAt(
      this.start + startOfItem(srcToken.items[last] as CST.CollectionItem),
    );
    const { line } = this.map.positionAt(behind);
    const lead = this.map.lineText(itemStart.line).slice(0, itemStart.character);
    const isOnOwnLine = lead.trim() === '' && this.map.positionAt(closeAt).line > line;
    if (!isOnOwnLine) {
      return [this.edit(behind, behind, comma ? ` ${joined},` : `, ${joined}`)];
    }
    const ending = lineEndingNear(this.map, line);
    const at = this.lineEnd(line);
    const newText = entries
      .map((entry, index) => ending + lead + entry + (comma || index < entries.length - 1 ? ',' : ''))
      .join('');
    if (comma) return [this.edit(at, at, newText)];
    return at === end
      ? [this.edit(end, end, `,${newText}`)]
      : [this.edit(end, end, ','), this.edit(at, at, newText)];
  }

  private endOfRoot(): number {
    const end = this.map.positionAt(this.start + (splitFrontMatter(this.text)?.yaml.length ?? 0)).line;
    for (let line = end - 1; line > 0; line--) {
      if (/^\.\.\.[ \t]*$/.test(this.map.lineText(line))) return this.lineBehind(this.root);
      if (this.map.lineText(line).trim() !== '') break;
    }
    return end;
  }

  /** The line behind the last one of a value. */
  private lineBehind(node: Node): number {
    const { line, character } = this.map.positionAt(this.start + lastOffset(node));
    return character === 0 ? line : line + 1;
  }

  private insertLines(line: number, lines: readonly string[]): TextEdit {
    const ending = lineEndingNear(this.map, line - 1);
    return { range: lineRange(line, 0, 0), newText: lines.map((one) => one + ending).join('') };
  }

  private lineEnd(line: number): number {
    return this.map.offsetAt({ line, character: this.map.lineText(line).length });
  }

  private edit(from: number, to: number, newText: string): TextEdit {
    return { range: this.map.rangeOf(from, to), newText };
  }
}

export function pairOf(map: YAMLMap, name: string): Pair | undefined {
  return map.items.find(({ key }) => isScalar(key) && String(key.source ?? key.value) === name);
}

/** True for a value that holds nothing: `~`, an empty text, `[]` or `{}`. */
export function isEmptyNode(node: Node | null | undefined): boolean {
  if (node === null || node === undefined) return true;
  if (isScalar(node)) return String(node.value ?? '').trim() === '';
  return isCollection(node) && node.items.length === 0;
}

function keyStart({ key }: Pair): number {
  return (key as Scalar).range?.[0] ?? 0;
}

function lastOffset(node: Node): number {
  if (isCollection(node) && !node.flow && node.items.length > 0) {
    const last = node.items.at(-1) as Node | Pair;
    if (!('key' in last)) return lastOffset(last);
    const value = last.value as Node | null;
    const { sep = [] } = (last as { srcToken?: CST.CollectionItem }).srcToken ?? {};
    const colon =
      (sep as readonly Token[]).find(({ type }) => type === 'map-value-ind')?.offset ?? keyStart(last);
    return value?.range && value.range[1] > value.range[0] ? lastOffset(value) : colon + 1;
  }
  return node.range?.[1] ?? 0;
}

function startOfItem({ key, value, start }: CST.CollectionItem): number {
  const property = (start as readonly Token[]).find(({ type }) => type === 'anchor' || type === 'tag');
  return property?.offset ?? (key ?? value)?.offset ?? 0;
}

function endOfItem({ key, sep, value }: CST.CollectionItem): number {
  const end = value ?? (sep?.at(-1) as CST.Token | undefined) ?? key;
  return end ? endOfToken(end) : 0;
}

function endOfToken(token: CST.Token): number {
  if ('source' in token) return token.offset + token.source.length;
  const close =
    'end' in token
      ? (token.end as readonly Token[] | undefined)?.find(({ type }) => /-end$/.test(type))
      : undefined;
  return close ? close.offset + 1 : token.offset;
}

function repeated(path: FieldPath, { source }: Alias): Refusal {
  return new Refusal(
    t`Nothing was changed: “${path[0] ?? ''}” repeats other lines by “*${source}”. Write its fields out and try again.`,
  );
}

function inBraces(name: string): Text {
  return t`Nothing was changed: “${name}” stands in braces, where it cannot be filled in. Write it on a line of its own and try again.`;
}
