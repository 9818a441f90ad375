import * as vscode from 'vscode';
import type { BookFiles } from './books/bookFiles';

/** VS Code reads a file anew soon after somebody else has written it; so many milliseconds later it is made to. */
const patienceMilliseconds = 2000;

/**
 * Waits until a document without changes of its own reads as its file does: another window, or another program, may just
 * have written it.
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
  if (!isAsOnDisk && !document.isDirty) await reload(document);
}

/** True where a document reads as its file does at this moment; false where there is no file. */
export async function isAsOnDisk(document: vscode.TextDocument, files: BookFiles): Promise<boolean> {
  const onDisk = await files.read(document.uri);
  return onDisk !== undefined && readsAs(document, onDisk);
}

/** Reads a document anew from its file, and gives up what was changed in it. VS Code does so for the active editor alone. */
export async function reload(document: vscode.TextDocument): Promise<void> {
  const before = vscode.window.activeTextEditor;
  await vscode.window.showTextDocument(document, { preview: false });
  await vscode.commands.executeCommand('workbench.action.files.revert');
  if (!before || before.document === document) return;
  await vscode.window.showTextDocument(before.document, {
    selection: before.selection,
    ...(before.viewColumn === undefined ? {} : { viewColumn: before.viewColumn }),
  });
}

function readsAs(document: vscode.TextDocument, text: string): boolean {
  return sameText(document.getText(), text);
}

/** Equal but for line ends and the mark of the encoding. */
export function sameText(one: string, other: string): boolean {
  return normalised(one) === normalised(other);
}

function normalised(text: string): string {
  return text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
}
