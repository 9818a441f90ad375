import { addDays, isoWeekOf } from '../model/calendarDate';
import { oneLine } from '../model/escapedText';
import { splitFrontMatter } from '../parse/splitFrontMatter';
import { text as textKind } from '../schema/kinds';
import { plainMarkdown } from './plainMarkdown';
import type { SkeletonOptions } from './skeleton';
import { yamlScalar } from './yamlText';

const placeholder = /\{\{[ \t]*([a-z]+)(?:[ \t]*([+-])[ \t]*(\d{1,5}))?[ \t]*\}\}/g;

/** Puts in what the placeholders of a template stand for; unknown ones stay as they are. */
export function filledPlaceholders(text: string, options: SkeletonOptions): string {
  const bodyStart = splitFrontMatter(text)?.bodyStart ?? 0;
  const front = text
    .slice(0, bodyStart)
    .replace(/[^\r\n]+/g, (line) => (line.includes('{{') ? filledField(line, options) : line));
  const body = text.slice(bodyStart).replace(placeholder, (...match) => {
    const [whole, name] = match as unknown as [string, string];
    const meant = meaning(match, options);
    if (name !== 'title' || meant === whole) return meant;
    const [offset, all] = match.slice(-2) as [number, string];
    const before =
      all
        .slice(Math.max(0, offset - 200), offset)
        .split(/[\r\n]/)
        .at(-1) ?? '';
    return plainMarkdown(meant, /^[\s>*+-]*(?:\d{1,9}[.)]\s+)?$/.test(before) ? 'lineStart' : 'inLine');
  });
  return front + body;
}

/** A line of front matter: what is put in must read back as one text. */
function filledField(line: string, options: SkeletonOptions): string {
  const head = /^\s*(?:- +)*(?:[\w-]+:)?[ \t]*/.exec(line)?.[0] ?? '';
  const value = line.slice(head.length);
  const filled = (quote: (text: string) => string): string =>
    value.replace(placeholder, (...match) => {
      const text = meaning(match, options);
      return text === match[0] ? text : quote(text);
    });
  if (value.startsWith('"')) return head + filled((text) => JSON.stringify(text).slice(1, -1));
  if (value.startsWith("'")) return head + filled((text) => text.replaceAll("'", "''"));
  const remark = value.search(/[ \t]#/);
  const plain = (remark < 0 ? value : value.slice(0, remark)).trimEnd();
  const comment = value.slice(plain.length);
  const text = plain.replace(placeholder, (...match) => meaning(match, options));
  const isText = text !== plain && !/^[[{]/.test(plain.replace(placeholder, ''));
  return head + (isText ? yamlScalar(text, textKind) : text) + comment;
}

function meaning(match: readonly unknown[], { id, title, today }: SkeletonOptions): string {
  const [whole, name, sign, count] = match as [string, string, string | undefined, string | undefined];
  const days = count === undefined ? 0 : Number(`${sign ?? ''}${count}`);
  const day = addDays(today, days);
  switch (name) {
    case 'today':
      return day;
    case 'week':
      return isoWeekOf(day);
    case 'title':
      return count === undefined ? oneLine(title ?? '') || id : whole;
    case 'id':
      return count === undefined ? id : whole;
    default:
      return whole;
  }
}
