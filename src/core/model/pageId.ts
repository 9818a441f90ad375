const maximumLength = 80;

/**
 * A page’s id from its title: lower case, words joined by hyphens, letters and digits of every script kept. Empty where
 * the title has neither.
 */
export function idFromTitle(title: string): string {
  const words =
    title
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  const id = words.join('-');
  if (id.length <= maximumLength) return id;
  const short = [...id].slice(0, maximumLength).join('');
  return short.slice(0, Math.max(short.lastIndexOf('-'), 0)) || short;
}
