import * as vscode from 'vscode';
import { type Text, t } from '../../core/model/message';
import { inBackground } from '../ui/background';
import { chooseFile } from '../ui/dialogs';
import { notify } from '../ui/messages';

export interface SaveOptions {
  readonly title: Text;
  /** The file name that is offered. */
  readonly name: string;
  readonly folder: vscode.Uri;
  /** The endings by what they are called. */
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
  const uri = to ?? (await chooseFile(title, defaultUri, filter));
  if (!uri) return;
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  if (!to) inBackground(offerToOpen(uri));
}

async function offerToOpen(uri: vscode.Uri): Promise<void> {
  const open = t`Open`;
  // A browser’s editor has no program to open a file with.
  const buttons = uri.scheme === 'file' ? [open] : [];
  const answer = await notify(
    'information',
    t`Saved as ${vscode.workspace.asRelativePath(uri)}.`,
    ...buttons,
  );
  if (answer === open) await vscode.env.openExternal(uri);
}
