/**
 * A number of 53 bits for a text, as letters and digits: equal for equal texts, and for others so seldom that a cache may
 * rely on it (bryc’s cyrb53). No secret: who wants two texts of the same number finds them.
 */
export function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${((low >>> 0) * 0x200000 + ((high >>> 0) >>> 11)).toString(36)}.${text.length.toString(36)}`;
}
