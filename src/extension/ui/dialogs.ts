import * as vscode from 'vscode';
import type { Text } from '../../core/model/message';
import { inMessage } from './plainText';

/** Lets the user choose or make a folder; undefined where the user gives up. */
export async function chooseFolder(title: Text, button: Text): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: inMessage(title),
      openLabel: inMessage(button),
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen;
}

/** Lets the user say where a file goes; undefined where the user gives up. */
export async function chooseFile(
  title: Text,
  offered: vscode.Uri,
  filters: Readonly<Record<string, string[]>>,
): Promise<vscode.Uri | undefined> {
  return vscode.window.showSaveDialog({ title: inMessage(title), defaultUri: offered, filters });
}
