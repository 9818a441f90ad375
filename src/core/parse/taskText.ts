/** True for the text of a list item that begins with a box. */
export function isTaskText(text: string): boolean {
  return /^\[[ xX]\](?:\s|$)/.test(text);
}
