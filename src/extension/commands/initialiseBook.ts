import * as vscode from 'vscode';
import { newBookFiles } from '../../core/edit/initBook';
import type { BookFiles } from '../books/bookFiles';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';

/** Makes a folder of the workspace a status book. */
export class InitialiseBook {
  constructor(
    private readonly clock: Clock,
    private readonly editor: PageEditor,
    private readonly files: BookFiles,
  ) {}

  async run(): Promise<void> {
    const folder = await pickFolder();
    if (!folder) return;
    const bookPage = vscode.Uri.joinPath(folder, 'book.md');
    if (await this.files.exists(bookPage)) {
      await this.editor.show(bookPage, 0);
      void vscode.window.showInformationMessage('This folder has a book.md already; nothing was changed.');
      return;
    }
    const company = await ask(1, 'Your company or division. Press Enter to leave it out.');
    const manager =
      company === undefined ? undefined : await ask(2, 'Your name. Press Enter to leave it out.');
    const currency = manager === undefined ? undefined : await ask(3, 'The currency of your budgets.', 'EUR');
    if (company === undefined || manager === undefined || currency === undefined) return;
    const pages = newBookFiles({
      company,
      manager,
      currency: currency.toUpperCase(),
      today: this.clock.today,
    });
    const wanted = pages.map(({ path, text }) => ({ uri: vscode.Uri.joinPath(folder, path), text }));
    const missing: typeof wanted = [];
    for (const page of wanted) if (!(await this.files.exists(page.uri))) missing.push(page);
    await this.editor.createFiles(missing);
    await this.editor.show(bookPage, 0);
  }
}

async function pickFolder(): Promise<vscode.Uri | undefined> {
  const folders = vscode.workspace.workspaceFolders ?? [];
  if (folders.length > 1) {
    const picked = await vscode.window.showWorkspaceFolderPick({
      placeHolder: 'Which folder becomes a status book?',
    });
    return picked?.uri;
  }
  if (folders.length === 0) await vscode.commands.executeCommand('vscode.openFolder');
  return folders[0]?.uri;
}

async function ask(step: number, prompt: string, value = ''): Promise<string | undefined> {
  const answer = await vscode.window.showInputBox({
    title: `New status book (${step}/3)`,
    prompt,
    value,
    ignoreFocusOut: true,
    validateInput: (input) =>
      step === 3 && !/^\s*[A-Za-z]{3}\s*$/.test(input)
        ? 'A three-letter currency code such as EUR is needed.'
        : undefined,
  });
  return answer?.trim();
}
