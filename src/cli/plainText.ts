// Control characters would steer the terminal; marks of writing direction would show text in another order.
const unprintable = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]+/gu;

/** A text from a file or a message as it may be shown in a terminal: one line, nothing that steers the terminal. */
export function plainText(text: string): string {
  return text.replace(unprintable, ' ').trim();
}
