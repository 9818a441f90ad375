import * as vscode from 'vscode';
import { viewId } from '../../manifest/viewIds';
import { uriKey } from '../books/paths';

const storageKey = 'statusBook.firstLook';

interface Waiting {
  readonly folder: string;
  readonly command: string;
}

/** Opens a folder that has just become a book, which starts the window anew, and goes on there with a command. */
export class FirstLook {
  constructor(
    private readonly memento: vscode.Memento,
    private readonly ready: Promise<void>,
  ) {}

  /** In this window where nothing is open in it, else in a new one. */
  async open(folder: vscode.Uri, command: string): Promise<void> {
    const waiting: Waiting = { folder: uriKey(folder), command };
    await this.memento.update(storageKey, waiting);
    const forceNewWindow = vscode.workspace.workspaceFolders !== undefined;
    await vscode.commands.executeCommand('vscode.openFolder', folder, { forceNewWindow });
  }

  /** To be called when a window has started: does what was left to it. */
  async resume(): Promise<void> {
    const waiting = this.memento.get<Waiting>(storageKey);
    const folders = vscode.workspace.workspaceFolders ?? [];
    if (!waiting || !folders.some(({ uri }) => uriKey(uri) === waiting.folder)) return;
    await this.memento.update(storageKey, undefined);
    await this.ready;
    await vscode.commands.executeCommand(`${viewId('activities')}.focus`);
    await vscode.commands.executeCommand(waiting.command);
  }
}
