/** A word as it is typed in a shell: in quotes where it holds blanks or characters with a meaning there. */
export function shellWord(text: string): string {
  return /^[\p{L}\p{N}_./\\:~-]+$/u.test(text) ? text : `"${text.replace(/["$`]/g, '\\$&')}"`;
}
