import * as vscode from 'vscode';

export interface SaveOptions {
  readonly title: string;
  /** The file name that is offered. */
  readonly name: string;
  readonly folder: vscode.Uri;
  readonly filter: Readonly<Record<string, string[]>>;
  /** Where it goes; asked for where it is absent. */
  readonly to?: vscode.Uri;
}

/** Saves a text where the user wants it, and offers to open it. */
export async function saveFile(
  text: string,
  { title, name, folder, filter, to }: SaveOptions,
): Promise<void> {
  const defaultUri = vscode.Uri.joinPath(folder, name);
  const uri = to ?? (await vscode.window.showSaveDialog({ title, defaultUri, filters: filter }));
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const shown = vscode.workspace.asRelativePath(uri);
  if (to) return;
  const open = 'Open';
  // A browser’s editor has no program to open a file with.
  const buttons = uri.scheme === 'file' ? [open] : [];
  void vscode.window.showInformationMessage(`Saved as ${shown}.`, ...buttons).then(async (answer) => {
    if (answer === open) await vscode.env.openExternal(uri);
  });
}
