import type { LineMap } from '../../model/text';

/** One line of front matter, read on its own: it may be half typed, and the lines around it need not parse. */
export interface YamlLine {
  readonly line: number;
  readonly text: string;
  /** Columns of the dashes that begin list items on this line. */
  readonly dashes: readonly number[];
  /** The column behind indentation and dashes. */
  readonly column: number;
  /** The name of a field, quotes aside. */
  readonly name?: string;
  readonly nameEnd: number;
  /** The column behind the colon; -1 for a line without a field. */
  readonly afterColon: number;
  /** Where the value begins, behind white space, anchors and tags; the end of the content where there is none. */
  readonly valueStart: number;
  /** The end of what is no comment, trailing white space removed. */
  readonly contentEnd: number;
  /** Where a comment begins; the length of the line where there is none. */
  readonly commentStart: number;
}

/** The lines between the fences of a text’s front matter. */
export interface FrontMatterLines {
  readonly first: number;
  /** The line behind the last one: that of the closing fence, if there is one. */
  readonly end: number;
  readonly isClosed: boolean;
}

const fencePattern = /^\ufeff?---[ \t]*$/;
const namePattern =
  /^(?:"((?:[^"\\]|\\.)*)"[ \t]*|'((?:[^']|'')*)'[ \t]*|([^\s\-?:,[\]{}#&*!|>'"%@`][^:]*|[-?:][^\s:][^:]*)):(?=[ \t]|$)/;
const propertiesPattern = /^(?:[&!][^\s,[\]{}]*[ \t]+|[&!][^\s,[\]{}]*$)+/;

/** Front matter that is not closed yet reaches through the first blank line. */
export function frontMatterLines(lines: LineMap): FrontMatterLines | undefined {
  if (!fencePattern.test(lines.lineText(0))) return undefined;
  let blank = -1;
  for (let line = 1; line < lines.lineCount; line++) {
    const text = lines.lineText(line);
    if (fencePattern.test(text)) return { first: 1, end: line, isClosed: true };
    if (blank < 0 && text.trim() === '') blank = line;
  }
  return { first: 1, end: blank < 0 ? lines.lineCount : blank + 1, isClosed: false };
}

export function readYamlLine(text: string, line: number): YamlLine {
  const commentStart = commentIn(text);
  const content = text.slice(0, commentStart).trimEnd();
  const dashes: number[] = [];
  let column = /^[ \t]*/.exec(text)?.[0].length ?? 0;
  while (text[column] === '-' && /^-(?:[ \t]|$)/.test(content.slice(column))) {
    dashes.push(column);
    column += 1 + (/^[ \t]*/.exec(text.slice(column + 1, commentStart))?.[0].length ?? 0);
  }
  const match = namePattern.exec(content.slice(column));
  if (!match) {
    const valueStart = Math.min(column + propertiesLength(content.slice(column)), commentStart);
    return {
      line,
      text,
      dashes,
      column,
      nameEnd: column,
      afterColon: -1,
      valueStart,
      contentEnd: content.length,
      commentStart,
    };
  }
  const afterColon = column + match[0].length;
  const spaces = /^[ \t]*/.exec(text.slice(afterColon, commentStart))?.[0].length ?? 0;
  const behind = afterColon + spaces;
  return {
    line,
    text,
    dashes,
    column,
    name: match[1] ?? match[2] ?? (match[3] as string).trimEnd(),
    nameEnd: column + match[0].length - 1,
    afterColon,
    valueStart: behind + propertiesLength(content.slice(behind)),
    contentEnd: content.length,
    commentStart,
  };
}

/** True for a line that says nothing: blank, or a comment. */
export function isBlankLine({ contentEnd, dashes, column }: YamlLine): boolean {
  return dashes.length === 0 && contentEnd <= column;
}

/** True for a field whose value stands on the lines below it, if anywhere. */
export function isOpenField({ name, valueStart, contentEnd }: YamlLine): boolean {
  return name !== undefined && contentEnd <= valueStart;
}

function propertiesLength(text: string): number {
  return propertiesPattern.exec(text)?.[0].length ?? 0;
}

/** Where the comment of a line begins: at a `#` outside of quotes that nothing or white space stands before. */
function commentIn(text: string): number {
  let quote = '';
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if (quote !== '') {
      if (quote === '"' && character === '\\') at++;
      else if (character === quote) quote = '';
    } else if (character === '#' && (at === 0 || isSpace(text[at - 1]))) return at;
    else if ((character === '"' || character === "'") && beginsToken(text, at)) quote = character;
  }
  return text.length;
}

/** A quotation mark within a plain scalar is a character like any other. */
function beginsToken(text: string, at: number): boolean {
  return at === 0 || /[\s[{,:]/.test(text[at - 1] as string);
}

function isSpace(character: string | undefined): boolean {
  return character === ' ' || character === '\t';
}
