import * as vscode from 'vscode';
import { type SampleFile, sampleBookFor } from '../../core/edit/sampleBook';
import { t } from '../../core/model/message';
import { viewId } from '../../manifest/viewIds';
import { type BookFiles, simultaneousReads } from '../books/bookFiles';
import { forEachConcurrently } from '../books/concurrency';
import type { WorkspaceSync } from '../books/workspaceSync';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';
import { inBackground } from '../ui/background';
import { chooseFolder } from '../ui/dialogs';
import { notify } from '../ui/messages';
import { withProgress } from '../ui/progress';
import { pickOne, type Row } from '../ui/questions';
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
    await withProgress(t`Writing the sample book`, () => this.write(folder));
    if (!vscode.workspace.getWorkspaceFolder(folder)) {
      return this.firstLook.open(folder, 'statusBook.openDashboard');
    }
    await this.sync.refreshFolders([folder]);
    await vscode.commands.executeCommand(`${viewId('activities')}.focus`);
    await this.editor.show(vscode.Uri.joinPath(folder, 'book.md'), 0);
    const name = vscode.workspace.asRelativePath(folder);
    inBackground(
      notify(
        'information',
        t`The sample book is in ${name}. Change whatever you like; delete the folder when you have seen enough.`,
      ),
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
  if (open.length === 0) return choosePlace();
  const rows: Row<vscode.Uri | 'elsewhere'>[] = [
    {
      icon: 'folder-opened',
      label: t`Choose a folder…`,
      description: t`opens in a window of its own`,
      value: 'elsewhere',
    },
    ...open.map(({ name, uri }) => ({
      icon: 'root-folder',
      label: t`In ${name}`,
      description: t`as the folder ${folderName}, beside what is there`,
      value: uri,
    })),
  ];
  const picked = await pickOne(rows, {
    title: t`Where should the copy of the sample book go?`,
  });
  return picked && (picked === 'elsewhere' ? choosePlace() : picked);
}

function choosePlace(): Promise<vscode.Uri | undefined> {
  return chooseFolder(
    t`Choose where to put the sample book (a folder ${folderName} is made there)`,
    t`Put the Sample Here`,
  );
}
