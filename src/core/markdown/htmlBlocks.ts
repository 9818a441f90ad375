import { htmlBlockNames, htmlRawNames } from 'micromark-util-html-tag-name';

/**
 * The seven kinds of HTML block of CommonMark 0.31, section 4.6: 1 raw text elements, 2 comments, 3 processing
 * instructions, 4 declarations, 5 CDATA, 6 block-level tags, 7 any other complete tag alone on its line.
 */
export type HtmlBlockKind = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const rawNames = new Set(htmlRawNames);
const blockNames = new Set(htmlBlockNames);
const longestBlockName = Math.max(...htmlBlockNames.map((name) => name.length));
const rawEnd = /<\/(?:pre|script|style|textarea)>/i;

export function isAsciiLetter(code: number): boolean {
  const lower = code | 32;
  return lower >= 97 && lower <= 122;
}

export function isAsciiAlphanumeric(code: number): boolean {
  return isAsciiLetter(code) || (code >= 48 && code <= 57);
}

export function isSpaceOrTab(code: number): boolean {
  return code === 32 || code === 9;
}

function skipSpaces(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  return at;
}

/** Which kind of HTML block the line `[start, end)`, whose first character is `<`, opens; 0 for none. */
export function htmlBlockAt(text: string, start: number, end: number): HtmlBlockKind | 0 {
  let at = start + 1;
  if (at >= end) return 0;
  const first = text.charCodeAt(at);
  if (first === 63) return 3;
  if (first === 33) return markupDeclarationAt(text, at + 1, end);
  const closing = first === 47;
  if (closing) at++;
  const nameStart = at;
  if (at >= end || !isAsciiLetter(text.charCodeAt(at))) return 0;
  while (at < end && (isAsciiAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++;
  const after = at < end ? text.charCodeAt(at) : 32;
  if (after !== 47 && after !== 62 && !isSpaceOrTab(after)) return 0;
  if (at - nameStart <= longestBlockName) {
    const name = text.slice(nameStart, at).toLowerCase();
    if (after !== 47 && !closing && rawNames.has(name)) return 1;
    if (blockNames.has(name)) return after === 47 && text.charCodeAt(at + 1) !== 62 ? 0 : 6;
  }
  return isCompleteTag(text, at, end, closing) ? 7 : 0;
}

function markupDeclarationAt(text: string, at: number, end: number): HtmlBlockKind | 0 {
  if (at >= end) return 0;
  if (text.startsWith('--', at)) return 2;
  if (text.startsWith('[CDATA[', at)) return 5;
  return isAsciiLetter(text.charCodeAt(at)) ? 4 : 0;
}

/** Whether a tag, read up to the end of its name, is complete and followed by white space only. */
function isCompleteTag(text: string, afterName: number, end: number, closing: boolean): boolean {
  let at = closing ? skipSpaces(text, afterName, end) : skipAttributes(text, afterName, end);
  if (at < 0 || at >= end || text.charCodeAt(at) !== 62) return false;
  at = skipSpaces(text, at + 1, end);
  return at >= end;
}

/** The place of the `>` expected after the attributes, or -1. */
function skipAttributes(text: string, from: number, end: number): number {
  let at = from;
  for (;;) {
    at = skipSpaces(text, at, end);
    if (at >= end) return -1;
    const code = text.charCodeAt(at);
    if (code === 47) return at + 1;
    if (code !== 58 && code !== 95 && !isAsciiLetter(code)) return at;
    at = skipAttributeName(text, at, end);
    let equals = skipSpaces(text, at, end);
    while (equals < end && text.charCodeAt(equals) === 61) {
      const valueStart = skipSpaces(text, equals + 1, end);
      at = skipAttributeValue(text, valueStart, end);
      if (at < 0) return -1;
      equals = isQuote(text.charCodeAt(valueStart)) ? end : skipSpaces(text, at, end);
    }
  }
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

export function skipAttributeName(text: string, from: number, end: number): number {
  let at = from;
  while (at < end) {
    const code = text.charCodeAt(at);
    if (code !== 45 && code !== 46 && code !== 58 && code !== 95 && !isAsciiAlphanumeric(code)) break;
    at++;
  }
  return at;
}

function skipAttributeValue(text: string, from: number, end: number): number {
  if (from >= end) return -1;
  const quote = text.charCodeAt(from);
  if (quote === 60 || quote === 61 || quote === 62 || quote === 96) return -1;
  if (isQuote(quote)) {
    let at = from + 1;
    while (at < end && text.charCodeAt(at) !== quote) at++;
    if (at >= end) return -1;
    const after = text.charCodeAt(at + 1);
    return at + 1 < end && (after === 47 || after === 62 || isSpaceOrTab(after)) ? at + 1 : -1;
  }
  let at = from;
  while (at < end && !endsUnquotedValue(text.charCodeAt(at))) at++;
  return at;
}

/** White space, `"`, `'`, `/`, `<`, `=`, `>` and backtick. */
function endsUnquotedValue(code: number): boolean {
  return (
    isSpaceOrTab(code) ||
    code === 34 ||
    code === 39 ||
    code === 47 ||
    (code >= 60 && code <= 62) ||
    code === 96
  );
}

/**
 * Whether a block of kind 1 to 5 ends in the line `[from, end)`; `from` is the `<` that opened the block or the
 * start of a later line of it.
 */
export function htmlBlockEndsIn(
  kind: HtmlBlockKind,
  text: string,
  from: number,
  end: number,
  opening: boolean,
): boolean {
  const line = text.slice(from, end);
  switch (kind) {
    case 1:
      return rawEnd.test(line);
    case 2:
      return line.indexOf('-->', opening ? 2 : 0) >= 0;
    case 3:
      return line.indexOf('?>', opening ? 1 : 0) >= 0;
    case 4:
      return line.indexOf('>', opening ? 3 : 0) >= 0;
    case 5:
      return endsCdata(line, opening ? 9 : 0);
    default:
      return false;
  }
}

/** micromark pairs the brackets from the left, so that only an even run of `]` before `>` ends a CDATA block. */
function endsCdata(line: string, from: number): boolean {
  let brackets = 0;
  for (let at = from; at < line.length; at++) {
    const code = line.charCodeAt(at);
    if (code === 62 && brackets > 0 && brackets % 2 === 0) return true;
    brackets = code === 93 ? brackets + 1 : 0;
  }
  return false;
}
