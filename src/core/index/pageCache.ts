import { packingVersion } from '../parse/packedPage';
import { StoredPage } from '../parse/storedPage';
import { buildId } from './buildId';
import { cacheText, linesOfCache } from './cacheText';
import { contentHash } from './contentHash';

/** What the file system tells of a file without reading it: numbers that differ when it was written meanwhile. */
export type FileStamp = readonly number[];

interface KnownFile {
  readonly stamp: FileStamp;
  /** When the stamp was taken, in milliseconds of the clock that stamps files. */
  readonly seen: number;
  readonly content: string;
}

/** Two writings within so many milliseconds may leave the same stamp on coarse file systems. */
const coarsestClock = 2000;

const kinds = {
  files: `status-book files ${packingVersion} ${buildId}`,
  pages: `status-book pages ${packingVersion} ${buildId}`,
};

/** The texts of a cache, as they are kept from one run to the next. */
export interface CacheTexts {
  readonly files?: string;
  readonly pages?: string;
}

/**
 * What is known of files from an earlier run: for a stamp the content, and for a content the page. Contents are told
 * apart by hashes, so that each entry is true by itself, whatever became of the others.
 */
export class PageCache {
  private readonly files = new Map<string, KnownFile>();
  private readonly pages = new Map<string, StoredPage | null>();
  private readonly used = new Map<string, StoredPage | null>();
  private readonly usedFiles = new Map<string, KnownFile>();
  private hasNewFiles = false;
  private hasNewPages = false;

  /** @param files as `texts` gave them; anything else counts as nothing */
  constructor(files = '') {
    for (const line of linesOfCache(kinds.files, files) ?? []) {
      const [path, content, seen, ...stamp] = JSON.parse(line);
      this.files.set(path, { content, seen, stamp });
    }
  }

  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** Takes over the pages of an earlier run; needed only where not all is known from contents alone. */
  addPages(text: string): void {
    const lines = linesOfCache(kinds.pages, text) ?? [];
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const [key, id, title, type] = JSON.parse(lines[at] as string);
      const packed = lines[at + 1] as string;
      this.pages.set(key, packed === '' ? null : StoredPage.unpacked('', id, title, type, packed));
    }
  }

  /**
   * The content of a file that was not written since it was last read, as `contentHash` names it.
   *
   * @param modified when it was last written, in milliseconds
   */
  contentOf(path: string, stamp: FileStamp, modified: number): string | undefined {
    const file = this.files.get(path);
    const isSame =
      file && file.stamp.length === stamp.length && file.stamp.every((part, at) => part === stamp[at]);
    if (!isSame || modified > file.seen - coarsestClock) return undefined;
    this.usedFiles.set(path, file);
    return file.content;
  }

  /** Notes which content a file has. */
  setContent(path: string, stamp: FileStamp, seen: number, text: string): string {
    const content = contentHash(text);
    this.usedFiles.set(path, { stamp, seen, content });
    this.hasNewFiles = true;
    return content;
  }

  /** The page of a content, null for a file that is no page; undefined where it is not known. */
  pageOf(path: string, content: string): StoredPage | null | undefined {
    const key = keyOf(path, content);
    const page = this.pages.get(key);
    if (page !== undefined) this.used.set(key, page);
    return page?.at(path) ?? page;
  }

  setPage(path: string, content: string, page: StoredPage | null): void {
    this.used.set(keyOf(path, content), page);
    this.hasNewPages = true;
  }

  /** What is to be kept for the next run, as far as it is other than what was there already. */
  texts(): CacheTexts {
    const hasFewerFiles = this.usedFiles.size < this.files.size;
    return {
      ...(this.hasNewFiles || hasFewerFiles ? { files: this.filesText() } : {}),
      ...(this.hasNewPages ? { pages: this.pagesText() } : {}),
    };
  }

  private filesText(): string {
    const lines = [...this.usedFiles].map(([path, { content, seen, stamp }]) =>
      JSON.stringify([path, content, seen, ...stamp]),
    );
    return cacheText(kinds.files, lines);
  }

  private pagesText(): string {
    const lines: string[] = [];
    for (const [key, page] of this.used) {
      lines.push(JSON.stringify(page ? [key, page.id, page.title, page.type] : [key]), page?.packed ?? '');
    }
    return cacheText(kinds.pages, lines);
  }
}

/** The name of a file gives its page an id where the text gives none. */
function keyOf(path: string, content: string): string {
  return `${content}/${path.slice(path.lastIndexOf('/') + 1)}`;
}
