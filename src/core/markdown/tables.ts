import { isSpaceOrTab } from './htmlBlocks';
import { isWhitespace } from './linkSyntax';

/** A cell of a table, without white space around its text. */
export interface Cell {
  readonly start: number;
  readonly end: number;
}

const bar = 124;
const hyphen = 45;
const colon = 58;
const backslash = 92;

/** How many columns the line `[start, end)` below the head of a table has (`| --- | :-: |`); 0 for any other line. */
export function delimiterColumns(text: string, start: number, end: number): number {
  let columns = 0;
  let isTable = false;
  let at = start;
  if (text.charCodeAt(at) === bar) {
    isTable = true;
    at = skipSpaces(text, at + 1, end);
  }
  while (at < end) {
    const cell = at;
    if (text.charCodeAt(at) === colon) at++;
    const hyphens = at;
    while (at < end && text.charCodeAt(at) === hyphen) at++;
    if (at === hyphens) return 0;
    if (at < end && text.charCodeAt(at) === colon) at++;
    isTable ||= text.charCodeAt(cell) === colon || text.charCodeAt(at - 1) === colon;
    columns++;
    at = skipSpaces(text, at, end);
    if (at === end) break;
    if (text.charCodeAt(at) !== bar) return 0;
    isTable = true;
    at = skipSpaces(text, at + 1, end);
  }
  return isTable ? columns : 0;
}

/** How many columns the line has as the head of a table; 0 for a line that can be none. */
export function headColumns(text: string, start: number, end: number): number {
  let columns = 0;
  let marks = text.charCodeAt(start) === bar ? 0 : 1;
  let isCell = marks === 1;
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (isSpaceOrTab(code)) {
      at++;
      continue;
    }
    marks++;
    if (isCell) columns++;
    isCell = code === bar;
    at = isCell ? at + 1 : skipText(text, at, end);
  }
  return marks > 1 ? columns : 0;
}

/** The cells of a row that hold something. A bar in a wiki link belongs to the link, though GFM would have it escaped. */
export function cellsOf(text: string, start: number, end: number): Cell[] {
  const cells: Cell[] = [];
  let cellStart = start;
  const close = (barAt: number): void => {
    const from = skipSpaces(text, cellStart, barAt);
    let to = barAt;
    while (to > from && isSpaceOrTab(text.charCodeAt(to - 1))) to--;
    if (to > from) cells.push({ start: from, end: to });
    cellStart = barAt + 1;
  };
  let at = start;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code === bar) close(at);
    if (code === backslash && at + 1 < end) at += isEscaped(text.charCodeAt(at + 1)) ? 2 : 1;
    else at = code === 91 ? afterWikiLink(text, at, end) : at + 1;
  }
  close(end);
  return cells;
}

/** The place after a wiki link that begins here, or after the bracket. */
function afterWikiLink(text: string, from: number, end: number): number {
  if (text.charCodeAt(from + 1) !== 91) return from + 1;
  let at = from + 2;
  while (at < end && text.charCodeAt(at) !== 91 && text.charCodeAt(at) !== 93) at++;
  return at + 1 < end && text.startsWith(']]', at) ? at + 2 : Math.min(at, end);
}

/** The end of a word of a head row: white space or a bar that is not escaped. */
function skipText(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && text.charCodeAt(at) !== bar && !isWhitespace(text.charCodeAt(at))) {
    const isEscape = text.charCodeAt(at) === backslash && at + 1 < end;
    at += isEscape && isEscaped(text.charCodeAt(at + 1)) ? 2 : 1;
  }
  return at;
}

function isEscaped(code: number): boolean {
  return code === bar || code === backslash;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}
