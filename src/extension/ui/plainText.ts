import { plain } from '../../core/language/hover/hoverText';
import { escapedText } from '../../core/model/escapedText';

/*
 * What stands in a book may hold what VS Code makes something of: `[text](command:…)` becomes a link that runs a command,
 * in windows without trust as well, and `$(name)` an icon. A character without width between the brackets keeps such text
 * plain. One function for each medium; nothing but this folder hands a text to one of them (see architecture.test.ts).
 */

/** For notifications and the message of a dialog. */
export function inMessage(text: string): string {
  return withoutMarkup(oneLine(text));
}

/** For the lines below the message of a dialog. */
export function inDetail(text: string): string {
  return withoutMarkup(severalLines(text));
}

/** For all that stands in an input box or a quick pick: titles, prompts, problems, rows. */
export function inQuickInput(text: string): string {
  return withoutMarkup(oneLine(text));
}

/** For the status bar. */
export function inStatusBar(text: string): string {
  return withoutMarkup(oneLine(text));
}

/** For a progress, which is shown as a notification or in the status bar. */
export function inProgress(text: string): string {
  return withoutMarkup(oneLine(text));
}

/** For a lens above a line. */
export function inLens(text: string): string {
  return withoutMarkup(oneLine(text));
}

/** For what VS Code shows as it is: rows and messages of views, findings, titles of fixes. */
export function inLabel(text: string): string {
  return oneLine(text);
}

/** For tooltips that are no Markdown. */
export function inTooltip(text: string): string {
  return severalLines(text);
}

/** For the tooltip of a link in a document: VS Code makes Markdown of it in which commands run. */
export function inLinkTooltip(text: string): string {
  return plain(oneLine(text));
}

/** For the output channel: one line, so that nothing passes for another entry. */
export function inLog(text: string): string {
  return oneLine(text);
}

function withoutMarkup(text: string): string {
  return text.replaceAll('](', ']\u200b(').replaceAll('$(', '$\u200b(');
}

/** Ends of lines are blanks; what steers or is not seen is written out. */
export function oneLine(text: string): string {
  return escapedText(text.replace(/[\t\n\v\f\r\u0085]+/g, ' '));
}

function severalLines(text: string): string {
  return escapedText(text.replaceAll('\r\n', '\n').replaceAll('\t', ' '), '\n');
}
