import type { CommandName } from './commands';

/** A link that runs a command, in the Markdown of welcome views. */
export function commandLink(text: string, command: CommandName): string {
  return `[${text}](command:statusBook.${command})`;
}

/** A link that makes a new page of a type. */
export function newPageLink(text: string, typeId: string): string {
  return `[${text}](command:statusBook.newPage?${encodeURIComponent(JSON.stringify([typeId]))})`;
}
