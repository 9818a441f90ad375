import stringWidth from 'string-width';

/** The columns that a text takes in a terminal: Chinese characters and most emoji take two. */
export function textWidth(text: string): number {
  return stringWidth(text);
}

/** The widest of some texts, in columns; 0 for none. */
export function widest(texts: Iterable<string>): number {
  let width = 0;
  for (const text of texts) width = Math.max(width, textWidth(text));
  return width;
}

/** As `padEnd` of strings, in columns of a terminal. */
export function padEndTo(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - textWidth(text)));
}
