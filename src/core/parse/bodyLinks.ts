import type { BodyLink, Comment } from '../model/bodyScan';
import type { Position, Range } from '../model/text';

/** Turns places of a text into ranges. */
export interface RangeSource {
  positionAt(offset: number): Position;
  rangeOf(start: number, end: number): Range;
}

const scheme = /^[a-z][a-z0-9+.-]*:/i;
const asciiPunctuation = /[!-/:-@[-`{-~]/;

export function isAsciiPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}

function resolveEscapes(raw: string): string {
  return raw.includes('\\') ? raw.replace(/\\([!-/:-@[-`{-~])/g, '$1') : raw;
}

/** Whether a destination without `#…` and `?…` names a page relative to the one it stands on. */
function isRelativePage(target: string): boolean {
  if (!target.endsWith('.md') || scheme.test(target)) return false;
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
  if (!raw.includes('.md')) return undefined;
  const pathEnd = lengthUpTo(raw, '#?', 0);
  const target = resolveEscapes(raw.slice(0, pathEnd));
  if (!isRelativePage(target)) return undefined;
  const link: BodyLink = {
    form: 'markdown',
    target,
    targetRange: ranges.rangeOf(rawStart, rawStart + pathEnd),
    range: ranges.rangeOf(start, end),
  };
  const hash = lengthUpTo(raw, '#', pathEnd);
  const headingStart = hash + (raw.charCodeAt(hash) === 92 ? 2 : 1);
  if (headingStart >= raw.length) return link;
  return {
    ...link,
    heading: resolveEscapes(raw.slice(headingStart)),
    headingRange: ranges.rangeOf(rawStart + headingStart, rawStart + raw.length),
  };
}

/** The place of the first of some marks; one written as an escape counts from its backslash. */
function lengthUpTo(raw: string, marks: string, from: number): number {
  for (let at = from; at < raw.length; at++) {
    if (marks.includes(raw.charAt(at))) return at;
    if (raw.charCodeAt(at) === 92 && asciiPunctuation.test(raw.charAt(at + 1))) {
      if (marks.includes(raw.charAt(at + 1))) return at;
      at++;
    }
  }
  return raw.length;
}

/**
 * The reference that `[[content]]` makes, if its target is not empty; `content` stands at `contentStart`.
 * The bar between target and label may be written `\|`, as table cells need it.
 */
export function wikiLink(content: string, contentStart: number, ranges: RangeSource): BodyLink | undefined {
  const bar = content.indexOf('|');
  const nameEnd = bar < 0 ? content.length : content.charCodeAt(bar - 1) === 92 ? bar - 1 : bar;
  const hash = content.lastIndexOf('#', nameEnd - 1) < 0 ? -1 : content.indexOf('#');
  const targetEnd = hash >= 0 && hash < nameEnd ? hash : nameEnd;
  const target = trimmed(content, 0, targetEnd);
  if (target === undefined) return undefined;
  const heading = targetEnd < nameEnd ? trimmed(content, targetEnd + 1, nameEnd) : undefined;
  const label = bar < 0 ? '' : content.slice(bar + 1).trim();
  return {
    form: 'wiki',
    target: target.text,
    targetRange: ranges.rangeOf(contentStart + target.start, contentStart + target.end),
    ...(heading && {
      heading: heading.text,
      headingRange: ranges.rangeOf(contentStart + heading.start, contentStart + heading.end),
    }),
    ...(label !== '' && { label }),
    range: ranges.rangeOf(contentStart - 2, contentStart + content.length + 2),
  };
}

function trimmed(
  content: string,
  from: number,
  to: number,
): { text: string; start: number; end: number } | undefined {
  const part = content.slice(from, to);
  const text = part.trim();
  if (text === '') return undefined;
  const start = from + part.length - part.trimStart().length;
  return { text, start, end: start + text.length };
}

/** The complete HTML comments of `text` between two places; `text` stands at `offset`. */
export function htmlComments(
  text: string,
  from: number,
  to: number,
  offset: number,
  ranges: RangeSource,
): Comment[] {
  const comments: Comment[] = [];
  const html = text.slice(from, to);
  let open = html.indexOf('<!--');
  while (open >= 0) {
    const close = html.indexOf('-->', open + 2);
    if (close < 0) break;
    comments.push({
      text: html.slice(open + 4, Math.max(open + 4, close)),
      range: ranges.rangeOf(offset + from + open, offset + from + close + 3),
    });
    open = html.indexOf('<!--', close + 3);
  }
  return comments;
}
