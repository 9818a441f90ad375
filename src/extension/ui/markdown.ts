import * as vscode from 'vscode';
import type { Text } from '../../core/model/message';
import { oneLine } from './plainText';
import { say } from './words';

/** Markdown of a heading and lines. All of it is escaped: neither Markdown nor a link to a command comes from a page. */
export function markdownOfLines(heading: Text, lines: readonly Text[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text
    .appendMarkdown('**')
    .appendText(oneLine(say(heading)).trim())
    .appendMarkdown('**');
  for (const line of lines) text.appendMarkdown('  \n').appendText(oneLine(say(line)));
  return text;
}

/** Markdown of the core’s making. Neither HTML nor a command in it would do anything. */
export function toMarkdown(markdown: Text): vscode.MarkdownString {
  const text = new vscode.MarkdownString(say(markdown));
  text.supportHtml = false;
  text.isTrusted = false;
  return text;
}
