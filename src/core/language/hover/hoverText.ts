import { asMarkdown } from '../../model/markdownText';
import { altered, joined, type Text } from '../../model/message';

/** The parts of a hover are Markdown; whatever comes from a page goes through `plain`, `bold` or `link` first. */

/** A text as Markdown that shows it as it is: no markup, no HTML, no link, on one line. */
export function plain(text: Text): Text {
  return typeof text === 'string' ? asMarkdown(text) : altered(text, 'markdown');
}

/** A link; the text is the user’s or ours, the address is ours. */
export function link(text: Text, address: string | undefined): Text {
  if (address === undefined) return plain(text);
  const safe = address.replace(
    /[\s<>\\()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return joined(['[', plain(text), `](<${safe}>)`], '');
}

export function bold(text: Text): Text {
  return strong(plain(text));
}

/** The same for what is Markdown already. */
export function strong(markdown: Text): Text {
  return joined(['**', markdown, '**'], '');
}

export function bullets(items: readonly Text[]): Text {
  return joined(
    items.map((item) => joined(['- ', item], '')),
    '\n',
  );
}

/** Paragraphs, those left out that are absent or empty. */
export function paragraphs(parts: readonly (Text | undefined)[]): Text {
  return joined(
    parts.flatMap((part) => (part === undefined || part === '' ? [] : [part])),
    '\n\n',
  );
}

/** A text that is not longer than it reads at a glance, cut between words. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length).join('');
  return `${cut.replace(/(?<!\s)\s+\S{0,20}$/u, '')} …`;
}
