import { isSpaceOrTab } from './htmlBlocks';

/** CommonMark's limit on nested parentheses in the destination of an inline link, as remark has it. */
export const inlineParenthesesLimit = 32;

const maxLabel = 999;

export function isLineEnding(code: number): boolean {
  return code === 10 || code === 13;
}

export function isWhitespace(code: number): boolean {
  return isSpaceOrTab(code) || isLineEnding(code);
}

/** A link label as it is compared: white space collapsed, case folded. */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase();
}

/** The place after the `[^label]` that begins at `from`, or -1; unlike other labels it holds no white space. */
export function footnoteLabelEnd(text: string, from: number, end: number): number {
  if (text.charCodeAt(from + 1) !== 94) return -1;
  const start = from + 2;
  let at = start;
  while (at < end && at - start <= maxLabel) {
    const code = text.charCodeAt(at);
    if (code === 93) return at > start ? at + 1 : -1;
    if (code === 91 || isWhitespace(code)) return -1;
    at++;
    if (code === 92 && at < end && isLabelEscape(text.charCodeAt(at))) at++;
  }
  return -1;
}

/**
 * Reads the parts of links in one paragraph. Every method takes a place and returns the place after what it read,
 * or -1.
 */
export class LinkReader {
  /** The destination last read, without angle brackets. */
  destinationStart = 0;
  destinationEnd = 0;
  /** Per closing mark of a title: from where it was looked for, and where it was found. */
  private titleSearches: Map<number, { from: number; at: number }> | undefined;

  constructor(
    private readonly text: string,
    private readonly end: number,
  ) {}

  whitespace(from: number): number {
    let at = from;
    while (at < this.end && isWhitespace(this.text.charCodeAt(at))) at++;
    return at;
  }

  spaces(from: number): number {
    let at = from;
    while (at < this.end && isSpaceOrTab(this.text.charCodeAt(at))) at++;
    return at;
  }

  atLineEnd(at: number): boolean {
    return at >= this.end || isLineEnding(this.text.charCodeAt(at));
  }

  /** A label from its `[`. */
  label(from: number): number {
    const { text, end } = this;
    let blank = true;
    let size = 0;
    let at = from + 1;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code === 91) return -1;
      if (code === 93) return blank ? -1 : at + 1;
      if (!isLineEnding(code) && ++size > maxLabel) return -1;
      if (!isWhitespace(code)) blank = false;
      at++;
      if (code === 92 && at < end && isLabelEscape(text.charCodeAt(at))) {
        at++;
        size++;
      }
    }
    return -1;
  }

  destination(from: number, parenthesesLimit: number): number {
    if (from >= this.end) return -1;
    return this.text.charCodeAt(from) === 60
      ? this.enclosedDestination(from + 1)
      : this.rawDestination(from, parenthesesLimit);
  }

  private enclosedDestination(from: number): number {
    const { text, end } = this;
    for (let at = from; at < end; at++) {
      const code = text.charCodeAt(at);
      if (code === 62) {
        this.destinationStart = from;
        this.destinationEnd = at;
        return at + 1;
      }
      if (code === 60 || isLineEnding(code)) return -1;
      if (code === 92 && at + 1 < end && isEnclosedEscape(text.charCodeAt(at + 1))) at++;
    }
    return -1;
  }

  private rawDestination(from: number, parenthesesLimit: number): number {
    const { text, end } = this;
    let balance = 0;
    let at = from;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (isWhitespace(code)) {
        if (balance > 0) return -1;
        break;
      }
      if (code < 32 ? code !== 0 : code === 127) return -1;
      if (code === 40 && ++balance > parenthesesLimit) return -1;
      if (code === 41 && --balance < 0) break;
      at++;
      if (code === 92 && at < end && isRawEscape(text.charCodeAt(at))) at++;
    }
    if (at === from || (at >= end && balance > 0)) return -1;
    this.destinationStart = from;
    this.destinationEnd = at;
    return at;
  }

  /** A title from its opening mark. */
  title(from: number): number {
    if (from >= this.end) return -1;
    const open = this.text.charCodeAt(from);
    if (open !== 34 && open !== 39 && open !== 40) return -1;
    const close = open === 40 ? 41 : open;
    this.titleSearches ??= new Map();
    let search = this.titleSearches.get(close);
    if (!search || from + 1 < search.from || from + 1 > search.at) {
      search = { from: from + 1, at: this.findUnescaped(close, from + 1) };
      this.titleSearches.set(close, search);
    }
    return search.at < this.end ? search.at + 1 : -1;
  }

  private findUnescaped(mark: number, from: number): number {
    const { text, end } = this;
    let at = from;
    while (at < end) {
      const code = text.charCodeAt(at);
      if (code === mark) return at;
      at++;
      if (code === 92 && at < end && (text.charCodeAt(at) === mark || text.charCodeAt(at) === 92)) at++;
    }
    return Number.POSITIVE_INFINITY;
  }

  /** What stands in parentheses after the label of an inline link, from its `(`; an empty destination is allowed. */
  resource(from: number): number {
    const { text } = this;
    let at = this.whitespace(from + 1);
    this.destinationStart = at;
    this.destinationEnd = at;
    if (at < this.end && text.charCodeAt(at) === 41) return at + 1;
    at = this.destination(at, inlineParenthesesLimit);
    if (at < 0) return -1;
    const afterDestination = at;
    at = this.whitespace(at);
    if (at > afterDestination && at < this.end && text.charCodeAt(at) !== 41) {
      at = this.title(at);
      if (at < 0) return -1;
      at = this.whitespace(at);
    }
    return at < this.end && text.charCodeAt(at) === 41 ? at + 1 : -1;
  }

  /** The rest of a definition, from the place after its `:`, to the end of its line. */
  definition(from: number): number {
    const afterDestination = this.destination(this.whitespace(from), Number.POSITIVE_INFINITY);
    if (afterDestination < 0) return -1;
    const titleStart = this.whitespace(afterDestination);
    if (titleStart > afterDestination) {
      const afterTitle = this.title(titleStart);
      if (afterTitle >= 0) {
        const at = this.spaces(afterTitle);
        if (this.atLineEnd(at)) return at;
      }
    }
    const at = this.spaces(afterDestination);
    return this.atLineEnd(at) ? at : -1;
  }
}

/** `[`, `\` and `]`. */
function isLabelEscape(code: number): boolean {
  return code >= 91 && code <= 93;
}

/** `<`, `>` and `\`. */
function isEnclosedEscape(code: number): boolean {
  return code === 60 || code === 62 || code === 92;
}

/** `(`, `)` and `\`. */
function isRawEscape(code: number): boolean {
  return code === 40 || code === 41 || code === 92;
}
