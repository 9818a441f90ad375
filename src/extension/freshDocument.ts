import * as vscode from 'vscode';
import type { BookFiles } from './books/bookFiles';

/** VS Code reads a file anew soon after somebody else has written it. */
const patienceMilliseconds = 2000;

/**
 * Waits until a document without changes of its own reads as its file does: another window, or another program, may just
 * have written it.
 *
 * @throws where the document stays behind its file
 */
export async function untilAsOnDisk(document: vscode.TextDocument, files: BookFiles): Promise<void> {
  if (document.isDirty || document.isUntitled || !document.encoding.startsWith('utf8')) return;
  const onDisk = await files.read(document.uri);
  if (onDisk === undefined || readsAs(document, onDisk)) return;
  const isAsOnDisk = await new Promise<boolean>((resolve) => {
    const end = (is: boolean): void => {
      subscription.dispose();
      clearTimeout(timer);
      resolve(is);
    };
    const subscription = vscode.workspace.onDidChangeTextDocument((event) => {
      if (event.document === document && readsAs(document, onDisk)) end(true);
    });
    const timer = setTimeout(() => end(readsAs(document, onDisk)), patienceMilliseconds);
  });
  if (!isAsOnDisk && !document.isDirty) {
    throw new Error(
      `${vscode.workspace.asRelativePath(document.uri)} was changed outside this window. Close it and try again.`,
    );
  }
}

function readsAs(document: vscode.TextDocument, text: string): boolean {
  return normalised(document.getText()) === normalised(text);
}

function normalised(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
