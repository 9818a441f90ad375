import { type HtmlBlockKind, htmlBlockAt, isSpaceOrTab } from './htmlBlocks';

/** What kind of block, other than a paragraph, a line begins. */
export type LeafStart =
  | { readonly type: 'heading'; readonly level: number; readonly start: number; readonly end: number }
  | { readonly type: 'thematicBreak' }
  | { readonly type: 'fence'; readonly mark: number; readonly size: number }
  | { readonly type: 'html'; readonly kind: HtmlBlockKind };

/** A code fence, or an HTML block that only its own mark closes. */
export interface UnclosedBlock {
  readonly kind: 'fence' | 'html';
  /** The line that it begins on. */
  readonly line: number;
  /** Of HTML: where it begins. */
  readonly offset?: number;
}

const thematicBreak: LeafStart = { type: 'thematicBreak' };

/** The block that the line `[start, end)` begins; `start` is its first character that is no white space. */
export function leafAt(text: string, start: number, end: number): LeafStart | undefined {
  const code = text.charCodeAt(start);
  switch (code) {
    case 35:
      return headingAt(text, start, end);
    case 42:
    case 45:
    case 95:
      return isThematicBreak(text, start, end) ? thematicBreak : undefined;
    case 60: {
      const kind = htmlBlockAt(text, start, end);
      return kind === 0 ? undefined : { type: 'html', kind };
    }
    case 96:
    case 126:
      return fenceAt(text, start, end);
    default:
      return undefined;
  }
}

function headingAt(text: string, start: number, end: number): LeafStart | undefined {
  let at = start;
  while (at < end && text.charCodeAt(at) === 35) at++;
  const level = at - start;
  if (level > 6 || (at < end && !isSpaceOrTab(text.charCodeAt(at)))) return undefined;
  while (at < end && isSpaceOrTab(text.charCodeAt(at))) at++;
  let last = trimEnd(text, at, end);
  let closing = last;
  while (closing > at && text.charCodeAt(closing - 1) === 35) closing--;
  if (closing === at) last = at;
  else if (isSpaceOrTab(text.charCodeAt(closing - 1))) last = trimEnd(text, at, closing);
  return {
    type: 'heading',
    level,
    start: last === at ? start + level : at,
    end: last === at ? start + level : last,
  };
}

/** The end of `[start, end)` without white space. */
export function trimEnd(text: string, start: number, end: number): number {
  let at = end;
  while (at > start && isSpaceOrTab(text.charCodeAt(at - 1))) at--;
  return at;
}

/** Whether `[start, end)` holds three or more of its first character, and white space, only. */
export function isThematicBreak(text: string, start: number, end: number): boolean {
  const mark = text.charCodeAt(start);
  let count = 0;
  for (let at = start; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === mark) count++;
    else if (!isSpaceOrTab(code)) return false;
  }
  return count >= 3;
}

function fenceAt(text: string, start: number, end: number): LeafStart | undefined {
  const mark = text.charCodeAt(start);
  const size = runLength(text, start, end);
  if (size < 3) return undefined;
  if (mark === 96 && text.slice(start + size, end).includes('`')) return undefined;
  return { type: 'fence', mark, size };
}

/** Whether the line `[start, end)` closes a fence of `size` times `mark`. */
export function closesFence(text: string, start: number, end: number, mark: number, size: number): boolean {
  if (start >= end || text.charCodeAt(start) !== mark) return false;
  const length = runLength(text, start, end);
  return length >= size && trimEnd(text, start + length, end) === start + length;
}

/** 1 for `===`, 2 for `---`, 0 for anything else. */
export function setextLevel(text: string, start: number, end: number): 0 | 1 | 2 {
  const mark = text.charCodeAt(start);
  if (mark !== 61 && mark !== 45) return 0;
  const length = runLength(text, start, end);
  if (trimEnd(text, start + length, end) !== start + length) return 0;
  return mark === 61 ? 1 : 2;
}

function runLength(text: string, start: number, end: number): number {
  const mark = text.charCodeAt(start);
  let at = start;
  while (at < end && text.charCodeAt(at) === mark) at++;
  return at - start;
}

/** Where the line before the one with the place ends, white space at its end included. */
export function endOfLineBefore(text: string, at: number): number {
  let end = at;
  while (isSpaceOrTab(text.charCodeAt(end - 1))) end--;
  return text.charCodeAt(end - 1) === 10 && text.charCodeAt(end - 2) === 13 ? end - 2 : end - 1;
}
