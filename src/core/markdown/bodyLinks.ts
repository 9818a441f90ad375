import type { BodyLink, Comment } from '../model/bodyScan';
import type { Position, Range } from '../model/text';
import { decodedText } from './decodedText';

/** Turns places of a text into ranges. */
export interface RangeSource {
  positionAt(offset: number): Position;
  rangeOf(start: number, end: number): Range;
}

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

const scheme = /^[a-z][a-z0-9+.-]*:/i;

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

/** Resolves `%20` and its like; a `%` that begins no escape stands for itself. */
export function percentDecoded(text: string): string {
  return text.replace(/(?:%[\da-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run.replace(/%[0-7][\da-f]/gi, (ascii) => decodeURIComponent(ascii));
    }
  });
}

/** Whether a destination without `#…` and `?…` names a page relative to the one it stands on. */
function isRelativePage(target: string): boolean {
  if (!/\.md$/i.test(percentDecoded(target)) || scheme.test(target)) return false;
  const first = target.charCodeAt(0);
  return first !== 47 && first !== 92;
}

/**
 * The reference that a Markdown destination makes, if it names a page: `raw` stands at `rawStart` in the text that
 * `ranges` knows, the whole link at `[start, end)`.
 */
export function markdownLink(
  raw: string,
  rawStart: number,
  start: number,
  end: number,
  ranges: RangeSource,
): BodyLink | undefined {
  if (!/\.md|[%&\\]/i.test(raw)) return undefined;
  const pathEnd = pathLength(raw);
  const target = decodedText(raw.slice(0, pathEnd));
  if (!isRelativePage(target)) return undefined;
  const link: Mutable<BodyLink> = {
    form: 'markdown',
    target,
    targetRange: ranges.rangeOf(rawStart, rawStart + pathEnd),
    range: ranges.rangeOf(start, end),
  };
  const hash = lengthUpTo(raw, false, pathEnd);
  const headingStart = hash + characterAt(raw, hash).length;
  if (headingStart < raw.length) {
    link.heading = decodedText(raw.slice(headingStart));
    link.headingRange = ranges.rangeOf(rawStart + headingStart, rawStart + raw.length);
  }
  return link;
}

/** How long the path of a Markdown destination is, which `?…` and `#…` may follow. */
export function pathLength(raw: string): number {
  return lengthUpTo(raw, true, 0);
}

/** The place of the first `#` (or `?`), which may be written as an escape or a character reference. */
function lengthUpTo(raw: string, withQuery: boolean, from: number): number {
  let at = from;
  while (at < raw.length) {
    const { code, length } = characterAt(raw, at);
    if (code === 35 || (withQuery && code === 63)) return at;
    at += length;
  }
  return raw.length;
}

const characterReference = /&(?:#(?:\d{1,7}|x[\da-f]{1,6})|[\da-z]{1,31});/iy;

/** The character that a destination means at a place, and how many it is written with. */
function characterAt(raw: string, at: number): { readonly code: number; readonly length: number } {
  const code = raw.charCodeAt(at);
  if (code === 92 && isAsciiPunctuation(raw.charCodeAt(at + 1))) {
    return { code: raw.charCodeAt(at + 1), length: 2 };
  }
  if (code === 38) {
    characterReference.lastIndex = at;
    const written = characterReference.exec(raw)?.[0];
    const meant = written === undefined ? undefined : decodedText(written);
    if (written !== undefined && meant !== written) {
      return { code: meant?.charCodeAt(0) ?? 0, length: written.length };
    }
  }
  return { code, length: 1 };
}

/** An address (`https://…`, `mailto:…`), or a folder. */
const address = /^(?:[a-z][a-z\d+.-]+:(?=\S)|www\.)|\/$/i;

/**
 * The reference that `[[content]]` makes; the target of `[[#Heading]]` is empty. Undefined where it names nothing, an
 * address or a folder, and where it begins with white space, as in the tests of shell scripts. `content` stands at `contentStart`.
 * The bar between target and label may be written `\|`, as table cells need it.
 */
export function wikiLink(content: string, contentStart: number, ranges: RangeSource): BodyLink | undefined {
  const bar = content.indexOf('|');
  const nameEnd = bar < 0 ? content.length : content.charCodeAt(bar - 1) === 92 ? bar - 1 : bar;
  const hash = content.indexOf('#');
  const targetLimit = hash >= 0 && hash < nameEnd ? hash : nameEnd;
  if (skipWhitespace(content, 0, 1) > 0) return undefined;
  const start = 0;
  const end = skipWhitespaceBack(content, start, targetLimit);
  const link: Mutable<BodyLink> = {
    form: 'wiki',
    target: content.slice(start, end),
    targetRange: ranges.rangeOf(contentStart + start, contentStart + end),
    range: ranges.rangeOf(contentStart - 2, contentStart + content.length + 2),
  };
  const headingStart = skipWhitespace(content, targetLimit + 1, nameEnd);
  if (link.target === '' ? headingStart >= nameEnd : address.test(link.target)) return undefined;
  if (headingStart < nameEnd) {
    const headingEnd = skipWhitespaceBack(content, headingStart, nameEnd);
    link.heading = content.slice(headingStart, headingEnd);
    link.headingRange = ranges.rangeOf(contentStart + headingStart, contentStart + headingEnd);
  }
  const label = bar < 0 ? '' : content.slice(bar + 1).trim();
  if (label !== '') link.label = label;
  return link;
}

function skipWhitespace(text: string, from: number, to: number): number {
  let at = from;
  while (at < to && isAnyWhitespace(text.charCodeAt(at))) at++;
  return at;
}

function skipWhitespaceBack(text: string, from: number, to: number): number {
  let at = to;
  while (at > from && isAnyWhitespace(text.charCodeAt(at - 1))) at--;
  return at;
}

/** White space of any script, such as the ideographic space. */
function isAnyWhitespace(code: number): boolean {
  return code < 128 ? code === 32 || (code >= 9 && code <= 13) : /\s/.test(String.fromCharCode(code));
}

/** The complete HTML comments between two places of a text. */
export function htmlComments(text: string, start: number, end: number, ranges: RangeSource): Comment[] {
  const comments: Comment[] = [];
  const html = text.slice(start, end);
  let open = html.indexOf('<!--');
  while (open >= 0) {
    const close = html.indexOf('-->', open + 2);
    if (close < 0) break;
    comments.push({
      text: html.slice(open + 4, Math.max(open + 4, close)),
      range: ranges.rangeOf(start + open, start + close + 3),
    });
    open = html.indexOf('<!--', close + 3);
  }
  return comments;
}

const mentionPattern = /@([\p{L}\d](?:[\p{L}\p{M}\d_-]*[\p{L}\p{M}\d])?)/uy;
const mentionNeighbour = /[\p{L}\p{M}\p{N}_/]/u;

/**
 * The `@department` that begins at a place of a text, as it is written; none behind a letter, as in a mail address, or
 * in a path.
 */
export function mentionAt(source: string, at: number): string | undefined {
  if (at > 0 && mentionNeighbour.test(source[at - 1] as string)) return undefined;
  mentionPattern.lastIndex = at;
  return mentionPattern.exec(source)?.[1];
}
