import * as vscode from 'vscode';
import { type SampleFile, sampleBookFor } from '../../core/edit/sampleBook';
import { type BookFiles, simultaneousReads } from '../books/bookFiles';
import { forEachConcurrently } from '../books/concurrency';
import type { WorkspaceSync } from '../books/workspaceSync';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';
import type { FirstLook } from './firstLook';

const folderName = 'aquelle-sample';

/** Writes a copy of the sample book, its dates moved to this week, into a new folder, and opens it. */
export class OpenSampleBook {
  constructor(
    private readonly extensionUri: vscode.Uri,
    private readonly clock: Clock,
    private readonly files: BookFiles,
    private readonly sync: WorkspaceSync,
    private readonly editor: PageEditor,
    private readonly firstLook: FirstLook,
  ) {}

  /** @param given the folder that the copy’s folder is made in, for key bindings; asked for where it is absent */
  async run(given?: unknown): Promise<void> {
    const parent = given instanceof vscode.Uri ? given : await pickPlace();
    if (!parent) return;
    const folder = await this.freeFolder(parent);
    const location = vscode.ProgressLocation.Notification;
    await vscode.window.withProgress({ location, title: 'Writing the sample book' }, () =>
      this.write(folder),
    );
    if (!vscode.workspace.getWorkspaceFolder(folder)) {
      return this.firstLook.open(folder, 'statusBook.openDashboard');
    }
    await this.sync.refreshFolder(folder);
    await vscode.commands.executeCommand('statusBook.activities.focus');
    await this.editor.show(vscode.Uri.joinPath(folder, 'book.md'), 0);
    const name = vscode.workspace.asRelativePath(folder);
    void vscode.window.showInformationMessage(
      `The sample book is in ${name}. Change whatever you like; delete the folder when you have seen enough.`,
    );
  }

  private async write(folder: vscode.Uri): Promise<void> {
    const pages = sampleBookFor(this.clock.today, await this.shipped());
    const { fs } = vscode.workspace;
    const folders = new Set(pages.map(({ path }) => path.split('/').slice(0, -1).join('/')));
    for (const inner of folders) await fs.createDirectory(vscode.Uri.joinPath(folder, inner));
    await forEachConcurrently(pages, simultaneousReads, async ({ path, text }) => {
      await fs.writeFile(vscode.Uri.joinPath(folder, path), new TextEncoder().encode(text));
    });
  }

  /** One file: where an extension comes over the web, its folders cannot be listed. */
  private async shipped(): Promise<SampleFile[]> {
    const uri = vscode.Uri.joinPath(this.extensionUri, 'dist', 'sample.json');
    return JSON.parse(new TextDecoder().decode(await vscode.workspace.fs.readFile(uri)));
  }

  /** A folder that is not there yet, so that nothing is ever overwritten. */
  private async freeFolder(parent: vscode.Uri): Promise<vscode.Uri> {
    let folder = vscode.Uri.joinPath(parent, folderName);
    for (let number = 2; await this.files.exists(folder); number++) {
      folder = vscode.Uri.joinPath(parent, `${folderName}-${number}`);
    }
    return folder;
  }
}

/** A folder that the user chooses, or one that is open: where there is no local disk, the only place. */
async function pickPlace(): Promise<vscode.Uri | undefined> {
  const open = (vscode.workspace.workspaceFolders ?? []).filter(
    ({ uri }) => vscode.workspace.fs.isWritableFileSystem(uri.scheme) === true,
  );
  if (open.length === 0) return chooseFolder();
  const elsewhere = {
    label: '$(folder-opened) Choose a folder…',
    description: 'opens in a window of its own',
    uri: undefined,
  };
  const inside = open.map(({ name, uri }) => ({
    label: `$(root-folder) In ${name}`,
    description: `as the folder ${folderName}, beside what is there`,
    uri,
  }));
  const picked = await vscode.window.showQuickPick([elsewhere, ...inside], {
    title: 'Where should the copy of the sample book go?',
  });
  return picked && (picked.uri ?? chooseFolder());
}

async function chooseFolder(): Promise<vscode.Uri | undefined> {
  const [chosen] =
    (await vscode.window.showOpenDialog({
      title: `Choose where to put the sample book (a folder ${folderName} is made there)`,
      openLabel: 'Put the Sample Here',
      canSelectFiles: false,
      canSelectFolders: true,
    })) ?? [];
  return chosen;
}
