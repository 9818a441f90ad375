import { decodeString } from 'micromark-util-decode-string';

/** A text without its backslash escapes and with its character references resolved, as CommonMark reads it. */
export function decodedText(text: string): string {
  // Few texts have any; the table of all named characters need not be loaded for the others.
  return /[\\&]/.test(text) ? decodeString(text) : text;
}
