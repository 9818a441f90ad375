/**
 * What steers instead of being seen: controls, marks of writing direction, characters without width, line and paragraph
 * separators. A joiner is one too, unless it follows what it can join: emoji and scripts that are written with it.
 */
const hidden =
  /[\p{Cc}\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|(?<![\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mongolian}])[\u200c\u200d]/gu;

/** Letters of the tag block are seen by nobody, but for those that make the flag of a region out of a black one. */
const tags = /(?:\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu;

const blank = /[\t\n\v\f\r\u0085]+/g;
const blankButLine = /[\t\v\f\r\u0085]+/g;

/** A text on one line in which everything is seen: `U+202E` in angle brackets for what steers; line ends are blanks. */
export function visibleText(text: string): string {
  return shown(text.replace(blank, ' '));
}

/** The same for a text of several lines, ended by LF or CRLF. */
export function visibleLines(text: string): string {
  return text
    .replace(/\r\n/g, '\n')
    .split('\n')
    .map((line) => shown(line.replace(blankButLine, ' ')))
    .join('\n');
}

function shown(line: string): string {
  return line.replace(tags, (found) => (found.length > 2 ? found : codeOf(found))).replace(hidden, codeOf);
}

function codeOf(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
}
