/**
 * A page's text for a notification. VS Code makes links of `[text](command:…)` in there; a zero-width space between
 * the brackets keeps what the user wrote as plain text.
 */
export function plainText(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
