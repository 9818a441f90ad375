/** The same text with one unit made another. */
export function withChange(text: string, place: number, difference: number): string {
  const at = place % text.length;
  return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ difference) + text.slice(at + 1);
}
