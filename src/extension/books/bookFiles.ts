import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import type { Log } from '../ui/log';
import { forEachConcurrently } from './concurrency';
import type { LocalFiles } from './localFiles';
import { isHiddenPath, isMarkdownPath } from './paths';

/** Calls of a file system may be calls to another machine: so many at a time. */
export const simultaneousReads = 16;

/** So many milliseconds without an answer, then a folder is walked instead of searched. */
const defaultSearchPatience = 3000;

/** Finds and reads Markdown files, wherever the workspace lies. */
export class BookFiles {
  private readonly utf8 = new TextDecoder('utf-8', { fatal: true });

  constructor(
    private readonly log: Pick<Log, 'warn'>,
    private readonly local?: LocalFiles,
    private readonly searchPatience = defaultSearchPatience,
  ) {}

  /** The Markdown files below a folder, hidden folders left out; only those of a name where one is given. */
  async find(folder: vscode.Uri, name = '*.{md,MD}'): Promise<vscode.Uri[]> {
    const pattern = new vscode.RelativePattern(folder, `**/${name}`);
    const uris = (await this.search(pattern)) ?? (await this.walk(folder));
    const start = folder.path.replace(/\/$/, '').length + 1;
    return uris.filter(({ path }) => {
      const inFolder = path.slice(start);
      return !isHiddenPath(inFolder) && (name === '*.{md,MD}' || inFolder.split('/').pop() === name);
    });
  }

  /** The text of a file; undefined where there is none, or none that can be read. */
  async read(uri: vscode.Uri): Promise<string | undefined> {
    let bytes: Uint8Array | undefined;
    try {
      const local = this.localOf(uri);
      bytes = await (local ? local.read(uri.fsPath, folderAround(uri)?.fsPath) : readNoLink(uri));
    } catch (error) {
      if (!isNotFound(error)) this.log.warn(t`Could not read ${uri.toString(true)}: ${String(error)}`);
    }
    if (!bytes) return undefined;
    try {
      return this.utf8.decode(bytes);
    } catch {
      return this.decode(bytes, uri);
    }
  }

  private localOf(uri: vscode.Uri): LocalFiles | undefined {
    return uri.scheme === 'file' ? this.local : undefined;
  }

  /** @throws where a file that is not there yet would come to lie out of its workspace folder, links followed */
  async expectInWorkspace(uri: vscode.Uri): Promise<void> {
    const folder = folderAround(uri);
    if (folder) await this.localOf(uri)?.expectWithin(folder.fsPath, uri.fsPath);
  }

  async isFolder(uri: vscode.Uri): Promise<boolean> {
    try {
      return ((await vscode.workspace.fs.stat(uri)).type & vscode.FileType.Directory) !== 0;
    } catch {
      return false;
    }
  }

  async exists(uri: vscode.Uri): Promise<boolean> {
    try {
      await vscode.workspace.fs.stat(uri);
      return true;
    } catch {
      return false;
    }
  }

  /** Reads what is no UTF-8 in the encoding of the user's settings. */
  private async decode(bytes: Uint8Array, uri: vscode.Uri): Promise<string> {
    try {
      return await vscode.workspace.decode(bytes, { uri });
    } catch {
      this.log.warn(t`${uri.toString(true)} holds no text.`);
      return '';
    }
  }

  /**
   * Searches a folder; undefined where it cannot be searched: VS Code then answers with nothing, or waits for a search
   * provider that never comes.
   */
  private async search(pattern: vscode.RelativePattern): Promise<vscode.Uri[] | undefined> {
    const found = await this.unlessSilent(vscode.workspace.findFiles(pattern, '**/node_modules/**'));
    if (found === undefined || found.length > 0) return found;
    const anything = new vscode.RelativePattern(pattern.baseUri, '**');
    const some = await this.unlessSilent(vscode.workspace.findFiles(anything, null, 1));
    return some && some.length > 0 ? found : undefined;
  }

  private async unlessSilent<T>(answer: Thenable<T>): Promise<T | undefined> {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const silence = new Promise<undefined>((resolve) => {
      timer = setTimeout(() => resolve(undefined), this.searchPatience);
    });
    const first = await Promise.race([answer, silence]);
    clearTimeout(timer);
    return first;
  }

  /** Links to folders are not followed, so that a loop of them has an end. */
  private async walk(root: vscode.Uri): Promise<vscode.Uri[]> {
    const found: vscode.Uri[] = [];
    let level = [root];
    while (level.length > 0) {
      const next: vscode.Uri[] = [];
      await forEachConcurrently(level, simultaneousReads, async (folder) => {
        for (const [name, type] of await this.list(folder)) {
          const uri = vscode.Uri.joinPath(folder, name);
          if (type === vscode.FileType.Directory) {
            if (!isHiddenPath(`${name}/`)) next.push(uri);
          } else if ((type & vscode.FileType.File) !== 0 && isMarkdownPath(name)) found.push(uri);
        }
      });
      level = next;
    }
    return found;
  }

  private async list(folder: vscode.Uri): Promise<[string, vscode.FileType][]> {
    try {
      return await vscode.workspace.fs.readDirectory(folder);
    } catch (error) {
      this.log.warn(t`Could not list ${folder.toString(true)}: ${String(error)}`);
      return [];
    }
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof vscode.FileSystemError && error.code === 'FileNotFound';
}

function folderAround(uri: vscode.Uri): vscode.Uri | undefined {
  return vscode.workspace.getWorkspaceFolder(uri)?.uri;
}

/** Other file systems tell that something is a link, but not where it leads: it is left out. */
async function readNoLink(uri: vscode.Uri): Promise<Uint8Array> {
  const [{ type }, bytes] = await Promise.all([
    vscode.workspace.fs.stat(uri),
    vscode.workspace.fs.readFile(uri),
  ]);
  if ((type & vscode.FileType.SymbolicLink) !== 0) throw new Error('it is a link, which may lead anywhere');
  return bytes;
}
