import type { FieldNode, ListNode, MapNode, ScalarNode, ValueNode } from '../model/frontMatter';
import { lineRange, type Position, type Range } from '../model/text';

/**
 * Reads the plain front matter that nearly every page has: names, one-line values without special characters, lists
 * and objects below each other by indentation, lists in brackets. Undefined for everything else, which is left to the
 * YAML library; where this answers, it answers as the library does (held by a property test).
 *
 * @param firstLine the line of the whole text on which `yaml` begins
 */
export function parsePlainYaml(yaml: string, firstLine: number): readonly FieldNode[] | undefined {
  const lines = yaml.split(/\r?\n/).map(withoutRemark);
  if (lines[lines.length - 1] === '') lines.pop();
  if (lines.length === 0 || lines.some((line) => unusual.test(line))) return undefined;
  const reader = new PlainReader(lines, firstLine);
  const map = reader.map(0);
  return map && reader.isAtEnd ? map.fields : undefined;
}

/** Control characters, comments, blank lines, merge conflicts: not worth a second parser. */
const unusual = /[\p{Cc}\u2028\u2029\ufeff\ufffd]|(?:^|\s)#|^ *$|^(?:---|\.\.\.)|[<=>]{7}/u;

/** A remark behind a value that needs no quotes; anything else with a `#` is left as it is. */
const remark = /^([^"'#]*[^"'#\s:-])[ ]+#.*$/;

function withoutRemark(line: string): string {
  return line.includes('#') ? (remark.exec(line)?.[1] ?? line) : line;
}

/** A name and its colon, then the blanks before its value. */
const fieldPattern = /^( *)((?:- )*)([A-Za-z_][\w-]*):(?:$|( +))/;
const itemPattern = /^ *- +/;
/** Does not begin as anything but a plain text does, and holds no colon that YAML would take for its own. */
const plainPattern = /^(?![-?:](?: |$)|[,[\]{}"'@#&*!|>%`])(?:[^:]|:(?! |$))+$/;
const inFlowPattern = /^(?![-?:](?: |$)|["'@#&*!|>%`])[^:,[\]{}]+$/;
const pairPattern = /^([A-Za-z_][\w-]*): +(\S(?:.*\S)?)$/;
/** Deeper nesting is left to the guard before the library. */
const deepestColumn = 40;
const numberLike = /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$|^0[xo]|^[-+]?\.(?:inf|nan)$/i;
const simpleNumber = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,12})?$/;
const wordLike = /^(?:null|true|false|~)$/i;

class PlainReader {
  private at = 0;
  /** Where the last value ends for the collections around it: behind its line, but right behind an empty one. */
  private end: Position = { line: 0, character: 0 };

  constructor(
    private readonly lines: readonly string[],
    private readonly firstLine: number,
  ) {}

  get isAtEnd(): boolean {
    return this.at === this.lines.length;
  }

  /** The object whose names stand at a column; undefined where something is not plain. */
  map(column: number): MapNode | undefined {
    if (column > deepestColumn) return undefined;
    const start = this.position(column);
    const fields: FieldNode[] = [];
    const names = new Set<string>();
    let isFirst = true;
    while (!this.isAtEnd) {
      const line = this.line;
      // The first name of an object in a list stands behind the dash.
      const indent = isFirst ? column : indentOf(line);
      if (indent < column) break;
      const match = fieldPattern.exec(isFirst ? ' '.repeat(column) + line.slice(column) : line);
      if (!match || match[1]?.length !== column || match[2] !== '') return undefined;
      isFirst = false;
      const name = match[3] as string;
      if (names.has(name)) return undefined;
      names.add(name);
      const nameRange = this.range(column, column + name.length);
      const value = this.fieldValue(column, nameRange);
      if (!value) return undefined;
      fields.push({ name, nameRange, value });
    }
    return { kind: 'map', fields, range: { start, end: this.end } };
  }

  private fieldValue(column: number, nameRange: Range): ValueNode | undefined {
    const { from, written } = this.behind(nameRange.end.character + 1);
    if (written === '' && this.line.endsWith(' ')) return undefined;
    if (written !== '') {
      const value = this.inline(written, from);
      this.next();
      // A deeper line would continue the value.
      return this.isAtEnd || indentOf(this.line) <= column ? value : undefined;
    }
    this.at++;
    if (this.isAtEnd) return this.empty(nameRange);
    const indent = indentOf(this.line);
    const isItem = this.line.startsWith('- ', indent);
    if (isItem && indent >= column) return this.list(indent);
    return indent > column ? this.map(indent) : this.empty(nameRange);
  }

  private list(column: number): ListNode | undefined {
    if (column > deepestColumn) return undefined;
    const start = this.position(column);
    const items: ValueNode[] = [];
    while (!this.isAtEnd && indentOf(this.line) === column && this.line.startsWith('- ', column)) {
      const match = itemPattern.exec(this.line);
      if (!match) return undefined;
      const { from, written } = this.behind(match[0].length);
      if (written === '') return undefined;
      const isObject = fieldPattern.test(' '.repeat(from) + this.line.slice(from));
      const item = isObject ? this.map(from) : this.inlineItem(written, from, column);
      if (!item) return undefined;
      items.push(item);
    }
    if (!this.isAtEnd && indentOf(this.line) > column) return undefined;
    return { kind: 'list', items, range: { start, end: this.end } };
  }

  private inlineItem(written: string, from: number, column: number): ValueNode | undefined {
    const item = this.inline(written, from);
    this.next();
    return this.isAtEnd || indentOf(this.line) <= column ? item : undefined;
  }

  private next(): void {
    this.at++;
    this.end = this.position(0);
  }

  private inline(written: string, from: number): ValueNode | undefined {
    if (written.startsWith('[')) return this.brackets(written, from);
    if (written.startsWith('{')) return this.braces(written, from);
    const quoted = /^"([^"\\]*)"$|^'([^']*)'$/.exec(written);
    const range = this.range(from, from + written.length);
    if (quoted) {
      const text = quoted[1] ?? quoted[2] ?? '';
      return { kind: 'scalar', value: text, text, range };
    }
    return plainPattern.test(written) ? plain(written, range) : undefined;
  }

  /** The value of a name without value stands behind the colon. */
  private empty({ end: { line, character } }: Range): ScalarNode {
    this.end = { line, character: character + 1 };
    return { kind: 'scalar', value: null, text: '', range: { start: this.end, end: this.end } };
  }

  private brackets(written: string, from: number): ListNode | undefined {
    if (!written.endsWith(']')) return undefined;
    const inner = written.slice(1, -1);
    const items: ScalarNode[] = [];
    let offset = from + 1;
    for (const part of inner.trim() === '' ? [] : inner.split(',')) {
      const text = part.trim();
      if (text === '' || !inFlowPattern.test(text)) return undefined;
      const start = offset + part.indexOf(text);
      const item = plain(text, this.range(start, start + text.length));
      if (!item) return undefined;
      items.push(item);
      offset += part.length + 1;
    }
    return { kind: 'list', items, range: this.range(from, from + written.length) };
  }

  private braces(written: string, from: number): MapNode | undefined {
    if (!written.endsWith('}')) return undefined;
    const fields: FieldNode[] = [];
    let offset = from + 1;
    for (const part of written.slice(1, -1).split(',')) {
      const pair = pairPattern.exec(part.trim());
      const [, name = '', text = ''] = pair ?? [];
      if (!pair || !inFlowPattern.test(text) || fields.some((field) => field.name === name)) return undefined;
      const start = offset + part.indexOf(name);
      const valueStart = offset + part.lastIndexOf(text);
      const value = plain(text, this.range(valueStart, valueStart + text.length));
      if (!value) return undefined;
      fields.push({ name, nameRange: this.range(start, start + name.length), value });
      offset += part.length + 1;
    }
    return { kind: 'map', fields, range: this.range(from, from + written.length) };
  }

  /** What stands in the line from a column on, without the blanks around it. */
  private behind(column: number): { readonly from: number; readonly written: string } {
    const { line } = this;
    let from = column;
    let end = line.length;
    while (line.charCodeAt(from) === 32) from++;
    while (end > from && line.charCodeAt(end - 1) === 32) end--;
    return { from, written: line.slice(from, end) };
  }

  private get line(): string {
    return this.lines[this.at] as string;
  }

  private position(character: number): Position {
    return { line: this.firstLine + this.at, character };
  }

  private range(from: number, to: number): Range {
    return lineRange(this.firstLine + this.at, from, to);
  }
}

function plain(text: string, range: Range): ScalarNode | undefined {
  if (simpleNumber.test(text)) return { kind: 'scalar', value: Number(text), text, range };
  if (text === 'true' || text === 'false') return { kind: 'scalar', value: text === 'true', text, range };
  if (numberLike.test(text) || wordLike.test(text)) return undefined;
  return { kind: 'scalar', value: text, text, range };
}

function indentOf(line: string): number {
  let indent = 0;
  while (line.charCodeAt(indent) === 32) indent++;
  return indent;
}
