import { isAsciiAlphanumeric, isAsciiLetter, skipAttributeName } from './htmlBlocks';
import { isWhitespace } from './linkSyntax';

const maxScheme = 32;
const maxEmailLabel = 63;

/** The place after the autolink that begins with the `<` at `start`, or -1. */
export function autolinkEnd(text: string, start: number, end: number): number {
  const first = start + 1;
  if (first >= end) return -1;
  if (isAsciiLetter(text.charCodeAt(first))) {
    let at = first + 1;
    while (at < end && at - first < maxScheme && isSchemeCharacter(text.charCodeAt(at))) at++;
    if (at - first > 1 && at < end && text.charCodeAt(at) === 58) return uriEnd(text, at + 1, end);
  }
  return emailEnd(text, first, end);
}

function isSchemeCharacter(code: number): boolean {
  return isAsciiAlphanumeric(code) || code === 43 || code === 45 || code === 46;
}

function uriEnd(text: string, from: number, end: number): number {
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === 62) return at + 1;
    if (code === 60 || code === 127 || (code <= 32 && code !== 0)) return -1;
  }
  return -1;
}

function emailEnd(text: string, from: number, end: number): number {
  let at = from;
  while (at < end && isEmailCharacter(text.charCodeAt(at))) at++;
  if (at === from || at >= end || text.charCodeAt(at) !== 64) return -1;
  for (;;) {
    const label = ++at;
    if (at >= end || !isAsciiAlphanumeric(text.charCodeAt(at))) return -1;
    while (at < end && (isAsciiAlphanumeric(text.charCodeAt(at)) || text.charCodeAt(at) === 45)) at++;
    if (at >= end || at - label > maxEmailLabel || text.charCodeAt(at - 1) === 45) return -1;
    const after = text.charCodeAt(at);
    if (after === 62) return at + 1;
    if (after !== 46) return -1;
  }
}

/** The `atext` of RFC 5322 and the dot, without `!` (as remark has it). */
function isEmailCharacter(code: number): boolean {
  if (isAsciiAlphanumeric(code)) return true;
  if (code < 128) return "#$%&'*+-/=?^_`{|}~.".includes(String.fromCharCode(code));
  return false;
}

/** Finds HTML inside one paragraph; remembers what is known not to be there, so that the whole stays linear. */
export class InlineHtmlReader {
  /** Per closing mark: no such mark stands at or after this place. */
  private readonly missingFrom = new Map<string, number>();

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  /** The place after the HTML that begins with the `<` at `start`, or -1. */
  read(start: number): number {
    const { text, end } = this;
    const first = start + 1;
    if (first >= end) return -1;
    const code = text.charCodeAt(first);
    if (code === 33) {
      if (text.startsWith('--', first + 1)) return this.after('-->', first + 1);
      if (text.startsWith('[CDATA[', first + 1)) return this.after(']]>', first + 8);
      return isAsciiLetter(text.charCodeAt(first + 1)) ? this.after('>', first + 2) : -1;
    }
    if (code === 63) return this.after('?>', first + 1);
    if (code === 47) return this.closingTag(first + 1);
    return isAsciiLetter(code) ? this.openingTag(first) : -1;
  }

  private after(mark: string, from: number): number {
    if (from >= (this.missingFrom.get(mark) ?? this.end)) return -1;
    const at = this.text.indexOf(mark, from);
    if (at >= 0 && at + mark.length <= this.end) return at + mark.length;
    this.missingFrom.set(mark, from);
    return -1;
  }

  private skipName(from: number): number {
    let at = from;
    while (
      at < this.end &&
      (isAsciiAlphanumeric(this.text.charCodeAt(at)) || this.text.charCodeAt(at) === 45)
    )
      at++;
    return at;
  }

  private skipWhitespace(from: number): number {
    let at = from;
    while (at < this.end && isWhitespace(this.text.charCodeAt(at))) at++;
    return at;
  }

  private closeBracket(at: number): number {
    return at < this.end && this.text.charCodeAt(at) === 62 ? at + 1 : -1;
  }

  private closingTag(from: number): number {
    if (from >= this.end || !isAsciiLetter(this.text.charCodeAt(from))) return -1;
    return this.closeBracket(this.skipWhitespace(this.skipName(from)));
  }

  private openingTag(from: number): number {
    const { text, end } = this;
    let at = this.skipName(from);
    if (at < end && !endsTagName(text.charCodeAt(at))) return -1;
    for (;;) {
      at = this.skipWhitespace(at);
      if (at >= end) return -1;
      const code = text.charCodeAt(at);
      if (code === 47) return this.closeBracket(at + 1);
      if (code !== 58 && code !== 95 && !isAsciiLetter(code)) return this.closeBracket(at);
      at = skipAttributeName(text, at, end);
      const equals = this.skipWhitespace(at);
      if (equals < end && text.charCodeAt(equals) === 61) {
        at = this.attributeValue(this.skipWhitespace(equals + 1));
        if (at < 0) return -1;
      }
    }
  }

  /** The place after a value, at which white space, `/` or `>` stands. */
  private attributeValue(from: number): number {
    const { text, end } = this;
    if (from >= end) return -1;
    const first = text.charCodeAt(from);
    if (first === 60 || first === 61 || first === 62 || first === 96) return -1;
    let at = from + 1;
    if (first === 34 || first === 39) {
      while (at < end && text.charCodeAt(at) !== first) at++;
      at++;
      return at < end && endsTagName(text.charCodeAt(at)) ? at : -1;
    }
    while (at < end && !endsTagName(text.charCodeAt(at))) {
      const code = text.charCodeAt(at);
      if (code === 34 || code === 39 || code === 60 || code === 61 || code === 96) return -1;
      at++;
    }
    return at < end ? at : -1;
  }
}

/** White space, `/` and `>`. */
function endsTagName(code: number): boolean {
  return code === 47 || code === 62 || isWhitespace(code);
}
