// Controls would steer a terminal, marks of writing direction show text in another order, and what has no width hides.
const invisible = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
// Most texts hold nothing but these; the expression above takes several times as long.
const plain = /^[ -~\u00a1-\u00ac\u00ae-\u024f\u2010-\u2027\u2030-\u205e\u20ac\u2190-\u21ff]*$/;
// Joiners and variants are needed to write: between parts of one emoji, and between letters of some scripts.
const needed =
  /\p{Variation_Selector}|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}]\ufe0f?)\u200d(?=\p{Extended_Pictographic})|(?<=[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Gurmukhi}\p{Script=Gujarati}\p{Script=Oriya}\p{Script=Tamil}\p{Script=Telugu}\p{Script=Kannada}\p{Script=Malayalam}\p{Script=Sinhala}\p{Script=Khmer}\p{Script=Myanmar}])[\u200c\u200d]/uy;

/**
 * A text as it may be shown anywhere: what steers the medium or cannot be seen is written out, as `\u202e`.
 *
 * @param except characters that stay as they are, such as the line ends of a text of several lines
 */
export function escapedText(text: string, except = ''): string {
  return replaceInvisible(text, (character) => (except.includes(character) ? character : escaped(character)));
}

/** A text without what steers the medium or cannot be seen. */
export function withoutInvisible(text: string): string {
  return replaceInvisible(text, () => '');
}

/** True for a text of one line that surely holds nothing of that; false for many others, too. */
export function isPlain(text: string): boolean {
  return plain.test(text);
}

function replaceInvisible(text: string, replacement: (character: string) => string): string {
  if (isPlain(text)) return text;
  return text.replace(invisible, (character, offset: number) => {
    needed.lastIndex = offset;
    return needed.test(text) ? character : replacement(character);
  });
}

/** What JSON Schema can say of a text without such characters: whether a joiner is needed, it cannot tell. */
export const visiblePattern =
  /^[^\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u00ad\u200b\u2060-\u2064\ufeff\ufff9-\ufffb]*$/u;

/** True for a text that `escapedText` leaves as it is. */
export function isVisible(text: string): boolean {
  return escapedText(text) === text;
}

const short: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** As JSON and most programming languages write it. */
export function escaped(character: string): string {
  const known = short[character];
  if (known !== undefined) return known;
  return [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('');
}

/** A text on one line: runs of white space and control characters are one blank. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
}
