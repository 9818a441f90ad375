import { escaped, escapedText, isPlain } from '../core/model/escapedText';

/** Where GitHub, Azure and TeamCity look for their commands. */
const hashes = /##(?=\[|vso\[|teamcity\[)/g;

/**
 * A text from a file or a message as it may be shown in a terminal and in the log of a build server: one line, nothing
 * that steers the terminal, and nothing that a build server takes for a command of its own.
 */
export function plainText(text: string): string {
  return withoutCommands(escapedText(text));
}

/** Build servers read `::error::` at the start of a line, after blanks, too, and `##[error]` anywhere in it. */
function withoutCommands(line: string): string {
  return line.replace(/^(\s*):(?=:)/, '$1: ').replace(hashes, '## ');
}

/** Markdown with the same care; it is read as before, except in code. */
export function plainMarkdown(text: string): string {
  return escapedText(text, '\r\n\t')
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1\\:')
    .replace(hashes, '#\\#');
}

/** HTML with the same care; it is shown as before. */
export function plainHtml(text: string): string {
  return escapedText(text, '\r\n\t')
    .replace(/^([^\S\r\n\u2028\u2029]*):(?=:)/gm, '$1&#58;')
    .replace(hashes, '#&#35;');
}

// In JSON all of these stand in texts, where they may be escaped.
const steering = /[\u007f-\u009f\p{Zl}\p{Zp}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;

/** One value as one line of JSON that steers no terminal; it reads back as it was. */
export function jsonLine(value: unknown): string {
  const written = JSON.stringify(value);
  const text = isPlain(written) ? written : written.replace(steering, escaped);
  return `${text.replace(hashes, '#\\u0023')}\n`;
}
