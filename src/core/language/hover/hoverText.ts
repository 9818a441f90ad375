/** The parts of a hover are Markdown; whatever comes from a page goes through `plain` or `link` first. */

/** A text as Markdown that shows it as it is: no markup, no HTML, no link, on one line. */
export function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[!-/:-@[-`{-~]/g, '\\$&');
}

/** A link; the text is the user’s or ours, the address is ours. */
export function link(text: string, address: string | undefined): string {
  if (address === undefined) return plain(text);
  const safe = address.replace(
    /[\s<>\\()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
  return `[${plain(text)}](<${safe}>)`;
}

export function bold(text: string): string {
  return `**${plain(text)}**`;
}

export function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Paragraphs, empty ones left out. */
export function paragraphs(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join('\n\n');
}

/** A text that is not longer than it reads at a glance, cut between words. */
export function shortened(text: string, length: number): string {
  const characters = [...text];
  if (characters.length <= length) return text;
  const cut = characters.slice(0, length).join('');
  return `${cut.replace(/(?<!\s)\s+\S{0,20}$/u, '')} …`;
}
