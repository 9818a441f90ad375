const decoder = new TextDecoder('utf-8');

/** The text of bytes in UTF-8 without byte-order mark, unreadable bytes as replacement characters. */
export function decode(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}

/** As `decode`; undefined where bytes are unreadable, so that nothing is ever lost by writing them back. */
export function decodeExactly(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const byteOrderMark = [0xef, 0xbb, 0xbf];

/** A text in UTF-8, with a byte-order mark where `before` begins with one. */
export function encodeLike(text: string, before: Uint8Array): Uint8Array {
  const hasMark = byteOrderMark.every((byte, index) => before[index] === byte);
  return new TextEncoder().encode(hasMark ? `\ufeff${text}` : text);
}
