import { join } from 'node:path';
import type { BookIndex } from '../core/index/bookIndex';
import type { Library } from '../core/index/library';
import type { FileStamp, PageCache } from '../core/index/pageCache';
import { isTemplatePath } from '../core/index/templates';
import type { Page } from '../core/model/page';
import { compareText } from '../core/model/text';
import { StoredPage } from '../core/parse/storedPage';
import {
  type ReadFile,
  type ReadingManner,
  readPageFile,
  stampOf,
  type UnreadableFile,
} from '../reading/readFile';
import { fewestTogether, type ReaderThreads, readTogether } from '../reading/readTogether';
import type { OnUnreadable } from './nodeFiles';

/** The texts of files by path. */
export interface BookTexts {
  get(path: string): string | undefined;
  set(path: string, text: string): void;
}

/** Up to so many pages are kept at hand as they were read; more would take too much room. */
const mostAtHand = 20_000;

/** Called with each page that has come into its book, while what it says is at hand. */
export type WhileAtHand = (page: Page, book: BookIndex) => void;

export interface ReaderOptions {
  /** Of what was read before: only what was written since is read again. */
  readonly cache?: PageCache | undefined;
  /** True where most texts will be asked for; others are read again for those who ask. */
  readonly keepsTexts?: boolean;
  readonly threads?: ReaderThreads | undefined;
  /** Where it is given, nothing of a page is kept at hand but its packed text. */
  readonly whileAtHand?: WhileAtHand | undefined;
}

/**
 * Reads the files of a folder, each at most once. One after the other, which takes a fifth of the time of asking for many
 * at once; many of them in several threads.
 */
export class BookReader {
  private readonly texts = new Map<string, string>();
  private readonly contents = new Map<string, string>();
  private readonly read = new Map<string, ReadFile>();
  private readonly unreadable = new Map<string, string>();

  constructor(
    private readonly folder: string,
    private readonly onUnreadable: OnUnreadable,
    private readonly options: ReaderOptions = {},
  ) {}

  /** The contents of files as their hashes; undefined where a file cannot be read, or was never read before. */
  contentsOf(paths: readonly string[]): ReadonlyMap<string, string> | undefined {
    if (!paths.every((path) => this.options.cache?.has(path))) return undefined;
    for (const path of paths) this.contentOf(path);
    return this.readContents();
  }

  /** The contents of the files read so far; undefined where one could not be read. */
  readContents(): ReadonlyMap<string, string> | undefined {
    return this.unreadable.size === 0 ? this.contents : undefined;
  }

  /** Takes files into the library, and tells of those that cannot be read. */
  async take(paths: readonly string[], library: Library): Promise<void> {
    const unread = paths.filter((path) => !this.takeKnown(path, library));
    const { threads } = this.options;
    const takeOne = (read: ReadFile | UnreadableFile): void => this.takeRead(this.note(read), library);
    const isMuch = threads !== undefined && threads.count > 0 && unread.length >= fewestTogether;
    const left = isMuch ? await readTogether(this.manner, unread, threads, takeOne, true) : unread;
    for (const path of left) takeOne(readPageFile(this.manner, path));
    const lost = paths.filter((path) => this.unreadable.has(path)).sort(compareText);
    for (const path of lost) this.onUnreadable(`${path} is left out: ${this.unreadable.get(path)}.`);
  }

  allTexts(): BookTexts {
    return {
      get: (path) => {
        const known = this.texts.get(path);
        if (known !== undefined) return known;
        const read = readPageFile({ folder: this.folder, keepsTexts: true }, path);
        return 'content' in read ? read.text : undefined;
      },
      set: (path, text) => this.texts.set(path, text),
    };
  }

  /** False for a file that is to be read. */
  private takeKnown(path: string, library: Library): boolean {
    const read = this.read.get(path);
    if (read) {
      this.takeRead(read, library);
      return true;
    }
    const content = this.contentOf(path);
    const known =
      isTemplatePath(path) || content === undefined ? undefined : this.options.cache?.pageOf(path, content);
    if (known !== undefined) this.set(path, known, library);
    return known !== undefined || this.unreadable.has(path);
  }

  private takeRead(read: ReadFile | undefined, library: Library): void {
    if (!read) return;
    const { path, content, page, text } = read;
    this.read.delete(path);
    const stored = storedPageOf(path, page);
    this.options.cache?.setPage(path, content, stored);
    this.set(path, stored, library, text);
    if (this.options.keepsTexts && text !== undefined) this.texts.set(path, text);
  }

  private set(path: string, page: StoredPage | null, library: Library, text?: string): void {
    const { whileAtHand } = this.options;
    if (whileAtHand) page?.hold();
    const { changes } = library.setPage(path, page, text);
    for (const { book, change } of changes) {
      if (change.after) whileAtHand?.(change.after, book.index);
    }
    // Where nobody looks at it now, all of them are when all are read.
    if (whileAtHand || this.contents.size > mostAtHand) page?.forget();
  }

  /** The content of a file that was read before, now or in an earlier run; reads a file that was written since. */
  private contentOf(path: string): string | undefined {
    const { cache } = this.options;
    const before = this.contents.get(path);
    if (before !== undefined || !cache?.has(path) || this.unreadable.has(path)) return before;
    const stamp = this.stampOf(path);
    const known = stamp && cache.contentOf(path, stamp);
    if (known === undefined) return this.noteForLater(readPageFile(this.manner, path));
    this.contents.set(path, known);
    return known;
  }

  private noteForLater(read: ReadFile | UnreadableFile): string | undefined {
    const noted = this.note(read);
    if (noted) this.read.set(noted.path, noted);
    return noted?.content;
  }

  private note(read: ReadFile | UnreadableFile): ReadFile | undefined {
    if ('reason' in read) {
      this.unreadable.set(read.path, read.reason);
      return undefined;
    }
    this.contents.set(read.path, read.content);
    this.options.cache?.setContent(read.path, read.stamp, read.content);
    return read;
  }

  private get manner(): ReadingManner {
    return { folder: this.folder, keepsTexts: this.options.keepsTexts ?? false };
  }

  /** Undefined for what cannot be looked at: reading it tells why. */
  private stampOf(path: string): FileStamp | undefined {
    try {
      return stampOf(join(this.folder, path));
    } catch {
      return undefined;
    }
  }
}

/** What another thread has read comes packed. */
function storedPageOf(path: string, page: ReadFile['page']): StoredPage | null {
  if (!page) return null;
  return page instanceof StoredPage ? page : StoredPage.unpacked(path, page);
}
