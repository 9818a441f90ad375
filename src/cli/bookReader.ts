import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Library } from '../core/index/library';
import type { FileStamp, PageCache } from '../core/index/pageCache';
import { isTemplatePath } from '../core/index/templates';
import { parsePage } from '../core/parse/parsePage';
import { StoredPage } from '../core/parse/storedPage';
import { type OnUnreadable, reasonOf } from './nodeFiles';
import { decode } from './utf8';

/** The texts of files by path. */
export interface BookTexts {
  get(path: string): string | undefined;
  set(path: string, text: string): void;
}

/**
 * Reads the files of a folder as UTF-8 without byte-order mark, unreadable bytes as replacement characters, line ends as
 * they are: each at most once, and with a cache only those that were written since. One after the other, which takes a
 * fifth of the time of asking for many at once.
 */
export class BookReader {
  private readonly texts = new Map<string, string>();
  private readonly contents = new Map<string, string>();
  private readonly unreadable = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly onUnreadable: OnUnreadable,
    private readonly cache?: PageCache,
  ) {}

  /** The contents of files as their hashes; undefined where a file cannot be read. */
  contentsOf(paths: readonly string[]): ReadonlyMap<string, string> | undefined {
    for (const path of paths) this.contentOf(path);
    return this.readContents();
  }

  /** The contents of the files read so far; undefined where one could not be read, or without a cache. */
  readContents(): ReadonlyMap<string, string> | undefined {
    return this.cache && this.unreadable.size === 0 ? this.contents : undefined;
  }

  /** Takes files into the library. */
  take(paths: readonly string[], library: Library): void {
    for (const path of paths) this.takeOne(path, library);
  }

  /** The texts of what was read; those that were not kept are read again. */
  allTexts(): BookTexts {
    return {
      get: (path) => this.texts.get(path) ?? this.read(path),
      set: (path, text) => this.texts.set(path, text),
    };
  }

  private takeOne(path: string, library: Library): void {
    const content = this.cache && this.contentOf(path);
    const known =
      content === undefined || isTemplatePath(path) ? undefined : this.cache?.pageOf(path, content);
    if (known !== undefined) {
      library.setPage(path, known);
      return;
    }
    const text = this.texts.get(path) ?? this.read(path);
    if (text === undefined) return;
    const parsed = parsePage(path, text);
    const page = parsed ? StoredPage.of(parsed) : null;
    const read = this.contents.get(path);
    if (read !== undefined) this.cache?.setPage(path, read, page);
    library.setPage(path, page, text);
    // With a cache most texts are never read: whoever wants some reads them then.
    if (this.cache) this.texts.delete(path);
    else this.texts.set(path, text);
  }

  private contentOf(path: string): string | undefined {
    const before = this.contents.get(path);
    if (before !== undefined || this.unreadable.has(path)) return before;
    const stamp = this.stampOf(path);
    const known = stamp && this.cache?.contentOf(path, stamp);
    if (known !== undefined) this.contents.set(path, known);
    else {
      const text = this.read(path);
      if (text !== undefined) this.texts.set(path, text);
    }
    return this.contents.get(path);
  }

  private read(path: string): string | undefined {
    if (this.unreadable.has(path)) return undefined;
    try {
      // Looked at before it is read: what is written in between is seen the next time.
      const stamp = this.stampOf(path);
      const text = decode(readFileSync(join(this.folder, path)));
      if (stamp && this.cache) this.contents.set(path, this.cache.setContent(path, stamp, text));
      return text;
    } catch (error) {
      this.unreadable.add(path);
      this.contents.delete(path);
      this.onUnreadable(`${path} is left out: ${reasonOf(error)}.`);
      return undefined;
    }
  }

  /** Undefined without a cache, and for what cannot be looked at: reading it tells why. */
  private stampOf(path: string): FileStamp | undefined {
    if (!this.cache) return undefined;
    const seen = Date.now();
    const stats = statSync(join(this.folder, path), { throwIfNoEntry: false });
    if (!stats) return undefined;
    const { size, mtimeMs, ctimeMs } = stats;
    return { parts: [size, mtimeMs, ctimeMs], modified: Math.max(mtimeMs, ctimeMs), seen };
  }
}
