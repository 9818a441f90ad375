import { decodedText } from './decodedText';

/** Headings with more runs of `*` and `_` than this keep their emphasis marks. */
const maxRuns = 500;

interface Cut {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** A run of `*` or `_`, of which `[start, end)` has not been matched yet. */
interface DelimiterRun {
  start: number;
  end: number;
  readonly mark: number;
  readonly opens: boolean;
  readonly closes: boolean;
}

const reference = /&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/iy;
const punctuation = /\p{P}|\p{S}/u;

/** Collects what is markup in a heading while the heading is read, and gives the text that is left. */
export class HeadingText {
  private cuts: Cut[] = [];
  private runs: DelimiterRun[] = [];

  constructor(private readonly text: string) {}

  cut(start: number, end: number, replacement = ''): void {
    this.cuts.push({ start, end, replacement });
  }

  /** Reads a character reference at `&`; returns the place after it. */
  reference(at: number): number {
    reference.lastIndex = at;
    const match = reference.exec(this.text);
    if (!match) return at + 1;
    const decoded = decodedText(match[0]);
    if (decoded === match[0]) return at + 1;
    this.cut(at, at + match[0].length, decoded);
    return at + match[0].length;
  }

  /** A code span between two runs of backticks. */
  code(start: number, contentStart: number, contentEnd: number, end: number): void {
    const content = this.text.slice(contentStart, contentEnd);
    const padded = /^[ \r\n]/.test(content) && /[ \r\n]$/.test(content) && /[^ \r\n]/.test(content);
    this.cut(start, end, padded ? content.replace(/^(?:\r\n|[ \r\n])|(?:\r\n|[ \r\n])$/g, '') : content);
  }

  /** Reads a run of `*` or `_`; returns the place after it. */
  run(start: number, limit: number): number {
    const { text } = this;
    const mark = text.charCodeAt(start);
    let end = start + 1;
    while (end < limit && text.charCodeAt(end) === mark) end++;
    const before = start > 0 ? characterClass(text.charCodeAt(start - 1)) : 1;
    const after = end < limit ? characterClass(text.charCodeAt(end)) : 1;
    const leftFlanking = after === 0 || (after === 2 && before !== 0);
    const rightFlanking = before === 0 || (before === 2 && after !== 0);
    const asterisk = mark === 42;
    this.runs.push({
      start,
      end,
      mark,
      opens: asterisk ? leftFlanking : leftFlanking && (before !== 0 || !rightFlanking),
      closes: asterisk ? rightFlanking : rightFlanking && (after !== 0 || !leftFlanking),
    });
    return end;
  }

  /** How many runs have been read: hand it to `matchRuns` at the end of a link's text. */
  get runCount(): number {
    return this.runs.length;
  }

  /** Matches the runs from the given one on among each other; what is left of them is text. */
  matchRuns(from: number): void {
    if (this.runs.length <= from) return;
    const runs = this.runs.splice(from);
    if (runs.length <= maxRuns) this.match(runs);
  }

  private match(runs: DelimiterRun[]): void {
    for (let at = 0; at < runs.length; at++) {
      const closer = runs[at] as DelimiterRun;
      while (closer.closes && closer.end > closer.start) {
        const open = findOpener(runs, at, closer);
        if (open < 0) break;
        const opener = runs[open] as DelimiterRun;
        const size = opener.end - opener.start > 1 && closer.end - closer.start > 1 ? 2 : 1;
        this.cut(opener.end - size, opener.end);
        this.cut(closer.start, closer.start + size);
        opener.end -= size;
        closer.start += size;
        // What stands inside is matched once more, as remark does it, since openers may have become shorter.
        const inside = runs.splice(open + 1, at - open - 1);
        if (inside.length > 1) this.match(inside);
        at = open + 1;
      }
    }
  }

  /** The text of `[start, end)` without markup, runs of white space collapsed. */
  plain(start: number, end: number): string {
    this.matchRuns(0);
    if (this.cuts.length === 0) return collapseWhitespace(this.text.slice(start, end));
    this.cuts.sort((a, b) => a.start - b.start || b.end - a.end);
    let result = '';
    let from = start;
    for (const cut of this.cuts) {
      if (cut.start < from) continue;
      result += this.text.slice(from, cut.start) + cut.replacement;
      from = cut.end;
    }
    result += this.text.slice(from, end);
    return collapseWhitespace(result);
  }
}

/** Makes every run of white space one space and drops it at both ends; NUL is replaced, as Markdown demands. */
export function collapseWhitespace(text: string): string {
  if (!/[\0\t\r\n]| {2}|^ | $/.test(text)) return text;
  return text
    .replaceAll('\0', '\uFFFD')
    .replace(/[ \t\r\n]+/g, ' ')
    .replace(/^ | $/g, '');
}

function findOpener(runs: readonly DelimiterRun[], before: number, closer: DelimiterRun): number {
  const closerSize = closer.end - closer.start;
  for (let at = before - 1; at >= 0; at--) {
    const opener = runs[at] as DelimiterRun;
    const size = opener.end - opener.start;
    if (!opener.opens || size === 0 || opener.mark !== closer.mark) continue;
    const ambiguous = opener.closes || closer.opens;
    if (ambiguous && closerSize % 3 !== 0 && (size + closerSize) % 3 === 0) continue;
    return at;
  }
  return -1;
}

/** 1 for white space, 2 for punctuation and symbols, 0 for anything else; UTF-16 unit by unit, as remark has it. */
function characterClass(code: number): 0 | 1 | 2 {
  const character = String.fromCharCode(code === 0 ? 0xfffd : code);
  if (/\s/.test(character)) return 1;
  return punctuation.test(character) ? 2 : 0;
}
