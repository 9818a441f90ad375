import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';
import { compareText } from '../core/model/text';
import { reasonOf } from '../reading/reasons';
import { decode } from '../reading/utf8';

/** Folders that are read at the same time. */
const concurrency = 32;

/** Called with one line for each file or folder that cannot be read; reading goes on. */
export type OnUnreadable = (line: string) => void;

/**
 * The paths of the Markdown files (`.md`) below a folder, with `/` and in order of UTF-16 code units. Folders whose
 * name starts with a dot and `node_modules` are left out; a folder that can be reached in several ways is read once,
 * by its own path where it has one here. Links to folders around this one are not followed.
 *
 * @throws the file system's error when the folder itself cannot be read
 */
export async function findMarkdownFiles(folder: string, onUnreadable: OnUnreadable): Promise<string[]> {
  const walk = new Walk(folder, onUnreadable);
  return (await walk.paths()).sort(compareText);
}

/** Reads a file as UTF-8 without byte-order mark, unreadable bytes as replacement characters. */
export async function readTextFile(path: string): Promise<string> {
  return decode(await readFile(path));
}

interface Folder {
  /** From the start, with `/`; empty for the start. */
  readonly path: string;
  readonly realPath: string;
}

class Walk {
  private readonly found: string[] = [];
  private readonly realFiles = new Set<string>();
  private readonly visited = new Set<string>();
  private links: string[] = [];
  private realStart = '';

  constructor(
    private readonly start: string,
    private readonly onUnreadable: OnUnreadable,
  ) {}

  async paths(): Promise<string[]> {
    const realPath = await realpath(this.start);
    this.realStart = realPath;
    const entries = await readdir(realPath, { withFileTypes: true });
    this.visited.add(realPath);
    await this.readFolders(this.takeEntries({ path: '', realPath }, entries));
    while (this.links.length > 0) {
      const links = this.links.sort(compareText);
      this.links = [];
      for (const link of links) await this.follow(link);
    }
    return this.found;
  }

  private async readFolders(folders: Folder[]): Promise<void> {
    for (let level = folders; level.length > 0; ) {
      const below: Folder[] = [];
      await forEachOf(level, async (folder) => {
        if (this.visited.has(folder.realPath)) return;
        this.visited.add(folder.realPath);
        try {
          const entries = await readdir(folder.realPath, { withFileTypes: true });
          for (const inner of this.takeEntries(folder, entries)) below.push(inner);
        } catch (error) {
          this.onUnreadable(`The folder ${folder.path} is left out: ${reasonOf(error)}.`);
        }
      });
      level = below;
    }
  }

  /** Notes the files and links of a folder and returns its folders. */
  private takeEntries(parent: Folder, entries: readonly Dirent[]): Folder[] {
    const folders: Folder[] = [];
    for (const entry of entries) {
      const path = parent.path === '' ? entry.name : `${parent.path}/${entry.name}`;
      const realPath = join(parent.realPath, entry.name);
      if (entry.isDirectory()) {
        if (isWanted(entry.name)) folders.push({ path, realPath });
      } else if (entry.isSymbolicLink()) {
        if (isMarkdown(entry.name) || isWanted(entry.name)) this.links.push(path);
      } else if (entry.isFile() && isMarkdown(entry.name)) {
        this.found.push(path);
        this.realFiles.add(realPath);
      }
    }
    return folders;
  }

  /** True for a folder around the start: to follow it would read everything beside the start as well. */
  private leadsOutwards(realPath: string): boolean {
    const toStart = relative(realPath, this.realStart);
    return !/^\.\.(?:[\\/]|$)/.test(toStart) && !isAbsolute(toStart);
  }

  private async follow(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    try {
      const target = await stat(join(this.start, path));
      if (target.isDirectory()) {
        const realPath = await realpath(join(this.start, path));
        if (isWanted(name) && !this.leadsOutwards(realPath)) await this.readFolders([{ path, realPath }]);
      } else if (target.isFile() && isMarkdown(name)) {
        const realPath = await realpath(join(this.start, path));
        if (this.realFiles.has(realPath)) return;
        this.realFiles.add(realPath);
        this.found.push(path);
      }
    } catch (error) {
      if (isMarkdown(name)) this.onUnreadable(`${path} is left out: ${reasonOf(error)}.`);
    }
  }
}

function isWanted(folderName: string): boolean {
  return !folderName.startsWith('.') && folderName !== 'node_modules';
}

function isMarkdown(name: string): boolean {
  return name.endsWith('.md');
}

async function forEachOf<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) await action(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
