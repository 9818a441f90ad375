const first = 2654435761;
const second = 1597334677;

/**
 * A number of 53 bits for a text, as letters and digits: equal for equal texts, and for others so seldom that a cache may
 * rely on it (after bryc’s cyrb53). No secret: who wants two texts of the same number finds them.
 */
export function contentHash(text: string): string {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  // Characters at odd places go their own way, which a processor goes at the same time.
  let oddHigh = 0x9e3779b9;
  let oddLow = 0x7f4a7c15;
  const even = text.length & ~1;
  for (let at = 0; at < even; at += 2) {
    const code = text.charCodeAt(at);
    const odd = text.charCodeAt(at + 1);
    high = Math.imul(high ^ code, first);
    low = Math.imul(low ^ code, second);
    oddHigh = Math.imul(oddHigh ^ odd, first);
    oddLow = Math.imul(oddLow ^ odd, second);
  }
  const rest = even < text.length ? [text.charCodeAt(even)] : [];
  for (const code of [...rest, oddHigh >>> 16, oddHigh & 0xffff, oddLow >>> 16, oddLow & 0xffff]) {
    high = Math.imul(high ^ code, first);
    low = Math.imul(low ^ code, second);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return `${((low >>> 0) * 0x200000 + ((high >>> 0) >>> 11)).toString(36)}.${text.length.toString(36)}`;
}
