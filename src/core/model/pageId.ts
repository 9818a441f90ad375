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

/** The id itself, or with the first number behind it that no page of the book has. */
export function freeId(id: string, book: { pageWithId(id: string): unknown }): string {
  let free = id;
  for (let number = 2; book.pageWithId(free); number++) free = `${id}-${number}`;
  return free;
}
