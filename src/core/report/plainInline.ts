/** What a reader sees of a text of the user’s: wiki links by their labels, white space as one space. */
export function plainInline(text: string): string {
  return text
    .replace(
      /\[\[([^[\]|#]*)(?:#[^[\]|]*)?(?:\|([^[\]]*))?\]\]/g,
      (_, id: string, label?: string) => label ?? id,
    )
    .replace(/\s+/g, ' ')
    .trim();
}
