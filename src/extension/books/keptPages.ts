import * as vscode from 'vscode';
import { cacheParts, PageCache } from '../../core/index/pageCache';
import { breath } from '../breath';

/**
 * What is known of the pages from the last time the workspace was open. All of it can be made again: what cannot be read
 * or written is left out without a word.
 */
export class KeptPages {
  /** @param folder of the workspace, which VS Code keeps and throws away with it; undefined for a window without one */
  constructor(private readonly folder: vscode.Uri | undefined) {}

  async load(): Promise<PageCache | undefined> {
    if (!this.folder) return undefined;
    const cache = new PageCache(await this.read(cacheParts.files));
    if (cache.isEmpty) return cache;
    for (const part of cacheParts.pages) {
      cache.addPages((await this.read(part)) ?? '');
      await breath();
    }
    return cache;
  }

  async save(cache: PageCache): Promise<void> {
    for (const [name, text] of cache.changedParts()) {
      await this.write(name, text);
      await breath();
    }
  }

  private async read(name: string): Promise<string | undefined> {
    try {
      return new TextDecoder().decode(await vscode.workspace.fs.readFile(this.fileOf(name)));
    } catch {
      return undefined;
    }
  }

  /** Another window reads the file as it was before or as it is now, never half of it. */
  private async write(name: string, text: string): Promise<void> {
    const temporary = this.fileOf(`${name}.${Math.random().toString(36).slice(2)}`);
    const { fs } = vscode.workspace;
    try {
      await fs.writeFile(temporary, new TextEncoder().encode(text));
      await fs.rename(temporary, this.fileOf(name), { overwrite: true });
    } catch {
      await fs.delete(temporary).then(undefined, () => undefined);
    }
  }

  private fileOf(name: string): vscode.Uri {
    return vscode.Uri.joinPath(this.folder as vscode.Uri, name);
  }
}
