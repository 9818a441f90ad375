import { type LineMap, lineRange, type Position } from '../../model/text';
import { flowPlaceIn } from './flow';
import type { FieldNamePlace, FieldPlace, FieldValuePlace, ItemAbove } from './places';
import { type FrontMatterLines, isBlankLine, isOpenField, readYamlLine, type YamlLine } from './yamlLines';

/** What stands at a place between the fences; undefined in comments and in texts of several lines. */
export function fieldPlaceAt(
  lines: LineMap,
  block: FrontMatterLines,
  position: Position,
): FieldPlace | undefined {
  return new FieldPlaceReader(lines, block).at(position);
}

/** The text of the field `type`, from its line alone; undefined without one. */
export function typeIn(lines: LineMap, { first, end }: FrontMatterLines): string | undefined {
  for (let index = first; index < end; index++) {
    const text = lines.lineText(index);
    if (!/^["']?type/.test(text)) continue;
    const line = readYamlLine(text, index);
    if (line.name === 'type') {
      return line.text.slice(line.valueStart, line.contentEnd).replace(/^(["'])(.*)\1$/, '$2');
    }
  }
  return undefined;
}

class FieldPlaceReader {
  private readonly read = new Map<number, YamlLine>();

  constructor(
    private readonly lines: LineMap,
    private readonly block: FrontMatterLines,
  ) {}

  at({ line: index, character }: Position): FieldPlace | undefined {
    const line = this.line(index);
    if (character > line.commentStart) return undefined;
    const flow = this.inFlow(line, character);
    if (flow !== 'none') return flow;
    if (isBlankLine(line)) return this.onBlankLine(line, character);
    if (line.name !== undefined && character > line.nameEnd) return this.value(line, character);
    if (line.name === undefined && line.dashes.length > 0) return this.item(line, character);
    return character < line.column ? undefined : this.name(line, character);
  }

  private name(line: YamlLine, character: number): FieldNamePlace | undefined {
    const parents = this.parentsOf(line);
    const end = line.name === undefined ? line.contentEnd : line.nameEnd;
    if (!parents || character > end) return undefined;
    return {
      kind: 'fieldName',
      parents,
      range: lineRange(line.line, line.column, end),
      name: line.name ?? line.text.slice(line.column, end),
      present: this.namesBeside(line.line, line.column, line.dashes.length > 0),
      hasColon: line.name !== undefined,
      inFlow: false,
    };
  }

  private onBlankLine(line: YamlLine, character: number): FieldPlace | undefined {
    if (line.text.trim() !== '') return undefined;
    const parents = this.parents(line.line, character, false);
    if (!parents) return undefined;
    const itemAbove = this.itemAbove(line.line, character);
    return {
      kind: 'fieldName',
      parents,
      range: lineRange(line.line, character, character),
      name: '',
      present: this.namesBeside(line.line, character, false),
      hasColon: false,
      inFlow: false,
      ...(itemAbove ? { itemAbove } : {}),
    };
  }

  private value(line: YamlLine, character: number): FieldValuePlace | undefined {
    const parents = this.parentsOf(line);
    if (!parents || line.name === undefined || opensFlow(line)) return undefined;
    const value = this.scalar(line, line.afterColon, line.valueStart, line.contentEnd, character);
    return (
      value && {
        ...value,
        kind: 'fieldValue',
        path: [...parents, line.name],
        list: 'none',
        inFlow: false,
        others: [],
        present: new Set(),
      }
    );
  }

  /** A list item in block style without a colon: a value, or a name half typed. */
  private item(line: YamlLine, character: number): FieldValuePlace | undefined {
    const parents = this.parentsOf(line);
    const dash = line.dashes[line.dashes.length - 1] as number;
    if (!parents || parents.length === 0 || character <= dash || opensFlow(line)) return undefined;
    const value = this.scalar(line, dash + 1, line.valueStart, line.contentEnd, character);
    return (
      value && {
        ...value,
        kind: 'fieldValue',
        path: parents,
        list: 'block',
        inFlow: false,
        others: this.itemsBeside(line),
        present: this.namesBeside(line.line, line.column, true),
      }
    );
  }

  private scalar(
    { line, text, commentStart }: YamlLine,
    opening: number,
    valueStart: number,
    valueEnd: number,
    character: number,
  ): Pick<FieldValuePlace, 'range' | 'text' | 'quote' | 'needsSpace'> | undefined {
    // Within anchors and tags nothing is to be offered; before them a value could not be told from them.
    if (character < valueStart && /\S/.test(text.slice(opening, valueStart))) return undefined;
    const first = text[valueStart] ?? '';
    if ((first === '|' || first === '>') && valueEnd > valueStart) return undefined;
    const isQuoted = (first === '"' || first === "'") && valueEnd > valueStart && character > valueStart;
    let start = Math.min(valueStart, character);
    let end = Math.min(Math.max(valueEnd, character), commentStart);
    if (isQuoted) {
      start = valueStart + 1;
      end = valueEnd > start && text[valueEnd - 1] === first ? valueEnd - 1 : valueEnd;
      if (character > end) return undefined;
    }
    return {
      range: lineRange(line, start, Math.max(end, character)),
      text: text.slice(start, end),
      quote: isQuoted ? (first as '"' | "'") : '',
      needsSpace: start === opening && !isQuoted,
    };
  }

  /** `none` where the place is not within brackets or braces. */
  private inFlow(line: YamlLine, character: number): FieldPlace | undefined | 'none' {
    const opener = this.flowOpener(line, character);
    if (!opener) return 'none';
    const ownColumn = opener.dashes[0] ?? opener.column;
    let text = opener.text.slice(opener.valueStart);
    let cursor = character - opener.valueStart;
    for (let index = opener.line + 1; index < this.block.end; index++) {
      const next = this.line(index);
      if (!isBlankLine(next) && (next.dashes[0] ?? next.column) <= ownColumn && !/^\s*[\]}]/.test(next.text))
        break;
      if (index === line.line) cursor = text.length + 1 + character;
      text += `\n${next.text}`;
    }
    const found = flowPlaceIn(text, cursor);
    const parents = found && this.parentsOf(opener);
    if (!found || !parents) return found ? undefined : 'none';
    const lineStart = cursor - character;
    const path = [...parents, ...(opener.name === undefined ? [] : [opener.name]), ...found.names];
    const names = new Set(found.others.flatMap(({ name }) => name ?? []));
    const { entry } = found;
    const isName = !found.isList && (entry.afterColon < 0 || cursor < entry.afterColon);
    const from = isName || entry.afterColon < 0 ? entry.start : entry.valueStart;
    const to = entry.end === entry.start ? cursor : isName ? entry.nameEnd : entry.end;
    const textStart = Math.max(lineStart, 0);
    const lineEnd = textStart + (text.slice(textStart).split('\n', 1)[0] as string).length;
    let start = Math.max(textStart, Math.min(from, cursor));
    let end = Math.min(Math.max(to, cursor), lineEnd);
    if (isName) {
      return {
        kind: 'fieldName',
        parents: path,
        range: lineRange(line.line, start - lineStart, end - lineStart),
        name: text.slice(start, end),
        present: names,
        hasColon: entry.afterColon >= 0,
        inFlow: true,
      };
    }
    const first = text[from] ?? '';
    if ((first === '[' || first === '{') && to > from) return undefined;
    const isQuoted = (first === '"' || first === "'") && cursor > from && to > from;
    if (isQuoted) {
      start = Math.max(from + 1, textStart);
      const isClosed = to > from + 1 && text[to - 1] === first;
      end = Math.min(isClosed ? to - 1 : to, lineEnd);
      if (cursor > end) return undefined;
    }
    return {
      kind: 'fieldValue',
      path: entry.name === undefined ? path : [...path, entry.name],
      range: lineRange(line.line, start - lineStart, end - lineStart),
      text: text.slice(start, end),
      quote: isQuoted ? (first as '"' | "'") : '',
      list: found.isList ? 'flow' : 'none',
      inFlow: true,
      others: found.isList ? found.others.map((other) => unquoted(text.slice(other.start, other.end))) : [],
      present: new Set(),
      needsSpace: !isQuoted && entry.afterColon >= 0 && start === entry.afterColon,
    };
  }

  /** The line whose value begins with a bracket that may still be open at a place. */
  private flowOpener(line: YamlLine, character: number): YamlLine | undefined {
    if (opensFlow(line) && character > line.valueStart) return line;
    let column = isBlankLine(line) ? character : (line.dashes[0] ?? line.column);
    if (/^\s*[\]}]/.test(line.text)) column++;
    for (let index = line.line - 1; index >= this.block.first; index--) {
      const above = this.line(index);
      if (isBlankLine(above) || (above.dashes[0] ?? above.column) >= column) continue;
      return opensFlow(above) ? above : undefined;
    }
    return undefined;
  }

  /** The names of the fields around a line. */
  private parentsOf(line: YamlLine): string[] | undefined {
    const [dash] = line.dashes;
    return this.parents(line.line, dash ?? line.column, dash !== undefined);
  }

  /**
   * The names of the fields around what stands in a column of a line, seen from the lines above.
   *
   * @returns undefined inside a text of several lines
   */
  private parents(index: number, column: number, isItem: boolean): string[] | undefined {
    if (column === 0 && !isItem) return [];
    for (let above = index - 1; above >= this.block.first; above--) {
      const line = this.line(above);
      if (isBlankLine(line)) continue;
      if (!isItem && line.dashes.length > 0 && line.column === column) return this.parentsOf(line);
      const isOwner = line.column < column || (isItem && line.column === column && line.dashes.length === 0);
      if (!isOwner) continue;
      if (line.name === undefined) {
        // A blank line may be indented no further than the items above it.
        if (line.dashes.length > 0 && !isItem) return this.parentsOf(line);
        continue;
      }
      if (!isOpenField(line) && !opensFlow(line)) return undefined;
      const outer = this.parentsOf(line);
      return outer && [...outer, line.name];
    }
    return isItem || column > 0 ? [] : undefined;
  }

  /** The names of the fields in the object that has a field, or could have one, in a column of a line. */
  private namesBeside(index: number, column: number, beginsItem: boolean): ReadonlySet<string> {
    const names = new Set<string>();
    for (let above = index - 1; !beginsItem && above >= this.block.first; above--) {
      const line = this.line(above);
      if (isBlankLine(line)) continue;
      const start = line.dashes[0] ?? line.column;
      if (line.column === column && line.name !== undefined) names.add(line.name);
      if (start < column) break;
    }
    for (let below = index + 1; below < this.block.end; below++) {
      const line = this.line(below);
      if (isBlankLine(line)) continue;
      if ((line.dashes[0] ?? line.column) < column) break;
      if (line.column === column && line.dashes.length === 0 && line.name !== undefined) names.add(line.name);
    }
    return names;
  }

  /** The other items of the list in block style that a line belongs to. */
  private itemsBeside(line: YamlLine): string[] {
    const dash = line.dashes[0] as number;
    const items: string[] = [];
    const take = (index: number): boolean => {
      const other = this.line(index);
      if (isBlankLine(other)) return true;
      const start = other.dashes[0] ?? other.column;
      if (start < dash || (start === dash && other.dashes.length === 0)) return false;
      if (start === dash && other.name === undefined)
        items.push(unquoted(other.text.slice(other.valueStart, other.contentEnd)));
      return true;
    };
    for (let above = line.line - 1; above >= this.block.first && take(above); above--);
    for (let below = line.line + 1; below < this.block.end && take(below); below++);
    return items;
  }

  /** The list item above a blank line, where the cursor stands at its dash or further in. */
  private itemAbove(index: number, character: number): ItemAbove | undefined {
    for (let above = index - 1; above >= this.block.first; above--) {
      const line = this.line(above);
      if (isBlankLine(line)) continue;
      const [dash] = line.dashes;
      if (dash === undefined) {
        if (line.column <= character) return undefined;
        continue;
      }
      if (dash > character) continue;
      if (line.name === undefined || line.column <= character) return undefined;
      return { dash, column: line.column, present: this.namesBeside(index, line.column, false) };
    }
    return undefined;
  }

  private line(index: number): YamlLine {
    let line = this.read.get(index);
    if (!line) {
      line = readYamlLine(this.lines.lineText(index), index);
      this.read.set(index, line);
    }
    return line;
  }
}

function opensFlow({ text, valueStart, contentEnd }: YamlLine): boolean {
  return contentEnd > valueStart && (text[valueStart] === '[' || text[valueStart] === '{');
}

function unquoted(text: string): string {
  return text.replace(/^(["'])(.*)\1$/, '$2');
}
