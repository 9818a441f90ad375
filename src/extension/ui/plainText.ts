import { escapedText } from '../../core/model/escapedText';
import { asMarkdown } from '../../core/model/markdownText';
import type { Text } from '../../core/model/message';
import { say } from './words';

/*
 * What stands in a book may hold what VS Code makes something of: `[text](command:…)` becomes a link that runs a command,
 * in windows without trust as well, and `$(name)` an icon. A character without width between the brackets keeps such text
 * plain. One function for each medium; nothing but this folder hands a text to one of them (see architecture.test.ts).
 */

/** For notifications and the message of a dialog. */
export function inMessage(text: Text): string {
  return withoutMarkup(oneLine(say(text)));
}

/** For the lines below the message of a dialog. */
export function inDetail(text: Text): string {
  return withoutMarkup(severalLines(say(text)));
}

/** For all that stands in an input box or a quick pick: titles, prompts, problems, rows. */
export function inQuickInput(text: Text): string {
  return withoutMarkup(oneLine(say(text)));
}

/** For the status bar. */
export function inStatusBar(text: Text): string {
  return withoutMarkup(oneLine(say(text)));
}

/** For a progress, which is shown as a notification or in the status bar. */
export function inProgress(text: Text): string {
  return withoutMarkup(oneLine(say(text)));
}

/** For a lens above a line. */
export function inLens(text: Text): string {
  return withoutMarkup(oneLine(say(text)));
}

/** For what VS Code shows as it is: rows and messages of views, findings, titles of fixes. */
export function inLabel(text: Text): string {
  return oneLine(say(text));
}

/** For tooltips that are no Markdown. */
export function inTooltip(text: Text): string {
  return severalLines(say(text));
}

/** For the tooltip of a link in a document: VS Code makes Markdown of it in which commands run. */
export function inLinkTooltip(text: Text): string {
  return asMarkdown(oneLine(say(text)));
}

/** For the output channel: one line, so that nothing passes for another entry. */
export function inLog(text: Text): string {
  return oneLine(say(text));
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
