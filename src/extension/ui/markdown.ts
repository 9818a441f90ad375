import * as vscode from 'vscode';
import { oneLine } from './plainText';

/** Markdown of a heading and lines. All of it is escaped: neither Markdown nor a link to a command comes from a page. */
export function markdownOfLines(heading: string, lines: readonly string[]): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  text.appendMarkdown('**').appendText(oneLine(heading).trim()).appendMarkdown('**');
  for (const line of lines) text.appendMarkdown('  \n').appendText(oneLine(line));
  return text;
}

/** Markdown of the core’s making. Neither HTML nor a command in it would do anything. */
export function toMarkdown(markdown: string): vscode.MarkdownString {
  const text = new vscode.MarkdownString(markdown);
  text.supportHtml = false;
  text.isTrusted = false;
  return text;
}
