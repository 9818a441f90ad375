import type { Span } from '../model/bodyScan';

/** True for the text of a list item that begins with a box. */
export function isTaskText(text: string): boolean {
  return /^\[[ xX]\](?:\s|$)/.test(text);
}

const removed = '\0';

/**
 * The words of a paragraph from `start` to `end` without the given spans, which are in order: brackets, emphasis and
 * commas that would be left without content go, too, and white space is collapsed.
 */
export function taskWords(paragraph: string, start: number, end: number, spans: readonly Span[]): string {
  let text = '';
  let from = start;
  for (const span of spans) {
    if (span.start < from || span.end > end) continue;
    text += paragraph.slice(from, span.start).replaceAll(removed, '\uFFFD') + removed;
    from = span.end;
  }
  text += paragraph.slice(from, end).replaceAll(removed, '\uFFFD');
  text = text.replace(/\s+/g, ' ');
  if (!text.includes(removed)) return text.trim();
  return text
    .replace(/\0(?: ?[,;]? ?\0)+/g, removed)
    .replace(/(\*\*|__|~~|[*_])\0\1/g, removed)
    .replace(/\( ?\0 ?\)|\[ ?\0 ?\]|["“„‘'«]\0["”“’'»]/g, removed)
    .replace(/(\*\*|__|~~|[*_])\0\1/g, removed)
    .replace(/ ?[,;–—]? ?\0(?= ?[.,;!?]| ?$)/g, '')
    .replaceAll(removed, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}
