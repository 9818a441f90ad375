import type { Dirent } from 'node:fs';
import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compareText } from '../core/model/text';
import { expectInside, isInside } from '../reading/containment';
import { expectPlainFile } from '../reading/plainFile';
import { codeOf } from '../reading/reasons';
import type { Unread } from './unread';

/** Folders that are read at the same time. */
const concurrency = 32;

/**
 * The paths of the Markdown files (`.md`) below a folder, with `/` and in order of UTF-16 code units. Folders whose
 * name starts with a dot and `node_modules` are left out; a folder that can be reached in several ways is read once,
 * by its own path where it has one here. Links that lead out of their book are not followed: the folder of the nearest
 * `book.md` above them, else the folder itself.
 *
 * @param unread told what is left out
 * @throws the file system's error when the folder itself cannot be read
 */
export async function findMarkdownFiles(folder: string, unread: Unread): Promise<string[]> {
  const walk = new Walk(folder, unread);
  return (await walk.paths()).sort(compareText);
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
  /** Folders with a `book.md` of their own. */
  private readonly books = new Set<string>();
  private links: string[] = [];
  private realStart = '';

  constructor(
    private readonly start: string,
    private readonly unread: Unread,
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
          this.unread.note(folder.path, error, 'folder');
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
      } else if (isMarkdown(entry.name)) {
        if (entry.isFile()) this.take(path, realPath);
        else this.unread.note(path, { code: 'ENOTFILE' });
      }
    }
    return folders;
  }

  private take(path: string, realPath: string): void {
    this.found.push(path);
    this.realFiles.add(realPath);
    if (path === 'book.md' || path.endsWith('/book.md')) this.books.add(parentOf(path));
  }

  private async follow(path: string): Promise<void> {
    const name = path.slice(path.lastIndexOf('/') + 1);
    // Emacs marks the files being edited by links that lead nowhere.
    if (name.startsWith('.#')) return;
    try {
      const target = await stat(join(this.start, path));
      const isFolder = target.isDirectory();
      if (!(isFolder ? isWanted(name) : isMarkdown(name))) return;
      const realPath = await realpath(join(this.start, path));
      if (this.visited.has(realPath) || this.realFiles.has(realPath)) return;
      const book = join(this.realStart, this.bookAround(path));
      // A link to a folder around the book is no loss: what is in the book is read anyway.
      if (isFolder && isInside(realPath, book)) return;
      expectInside(book, realPath);
      if (isFolder) return await this.readFolders([{ path, realPath }]);
      expectPlainFile(target);
      this.take(path, realPath);
    } catch (error) {
      if (isMarkdown(name) || codeOf(error) === 'EOUTSIDE') this.unread.note(path, error);
    }
  }

  /** The folder of the nearest `book.md` above a path, from the start; links to one do not count. */
  private bookAround(path: string): string {
    for (let folder = parentOf(path); folder !== ''; folder = parentOf(folder))
      if (this.books.has(folder)) return folder;
    return '';
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(path.lastIndexOf('/'), 0));
}

function isWanted(folderName: string): boolean {
  return !folderName.startsWith('.') && folderName !== 'node_modules';
}

function isMarkdown(name: string): boolean {
  return /\.md$/i.test(name);
}

async function forEachOf<T>(items: readonly T[], action: (item: T) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < items.length) await action(items[next++] as T);
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, items.length) }, worker));
}
