import { getOrMake } from '../model/maps';
import { packingVersion } from '../parse/packedPage';
import { StoredPage } from '../parse/storedPage';
import { buildId } from './buildId';
import { cacheText, linesOfCache } from './cacheText';

/** What the file system tells of a file without reading it. */
export interface FileStamp {
  /** Numbers that differ when the file was written meanwhile: its size, its times. */
  readonly parts: readonly number[];
  /** When it was last written, in milliseconds. */
  readonly modified: number;
  /** When this was asked, in milliseconds of the same clock. */
  readonly seen: number;
}

interface KnownFile {
  readonly content: string;
  readonly seen: number;
  readonly parts: readonly number[];
}

/** Two writings within so many milliseconds may leave the same stamp on coarse file systems. */
const coarsestClock = 2000;

const kinds = {
  files: `status-book files ${packingVersion} ${buildId}`,
  pages: `status-book pages ${packingVersion} ${buildId}`,
};

/** The files of a cache: one tells what the pages' files hold, the others hold the pages, divided by their contents. */
export const cacheParts = {
  files: 'files.txt',
  pages: [...'0123456789abcdef'].map((digit) => `pages-${digit}.txt`),
};

/**
 * What is known of files from an earlier run: for a stamp the content, and for a content the page. Contents are told
 * apart by hashes, so that each entry is true by itself, whatever became of the others.
 */
export class PageCache {
  private readonly files = new Map<string, KnownFile>();
  private readonly pages = new Map<string, StoredPage | null>();
  /** By part. */
  private readonly used = new Map<string, Map<string, StoredPage | null>>();
  private readonly usedFiles = new Map<string, KnownFile>();
  private hasNewFiles = false;
  private readonly partsWithNew = new Set<string>();

  /** @param files the text of that part; anything else counts as nothing */
  constructor(files = '') {
    for (const line of linesOfCache(kinds.files, files) ?? []) {
      const [path, content, seen, ...parts] = JSON.parse(line);
      this.files.set(path, { content, seen, parts });
    }
  }

  get isEmpty(): boolean {
    return this.files.size === 0;
  }

  /** Takes over a part with pages of an earlier run; needed only where not all is known from contents alone. */
  addPages(text: string): void {
    const lines = linesOfCache(kinds.pages, text) ?? [];
    for (let at = 0; at + 1 < lines.length; at += 2) {
      const [key, id, title, type] = JSON.parse(lines[at] as string);
      const packed = lines[at + 1] as string;
      this.pages.set(key, packed === '' ? null : StoredPage.unpacked('', { id, title, type, packed }));
    }
  }

  /** The content of a file that was not written since it was last read, as `contentHash` names it. */
  contentOf(path: string, stamp: FileStamp): string | undefined {
    const file = this.files.get(path);
    if (!file || !isTrue(file, stamp)) return undefined;
    this.usedFiles.set(path, file);
    return file.content;
  }

  /** True for a file of which something is known. */
  has(path: string): boolean {
    return this.files.has(path);
  }

  /** Notes which content a file has, as `contentHash` names it. */
  setContent(path: string, stamp: FileStamp, content: string): void {
    const before = this.files.get(path);
    const isKnown = before?.content === content && isTrue(before, stamp);
    this.usedFiles.set(path, isKnown ? before : { content, seen: stamp.seen, parts: stamp.parts });
    if (!isKnown) this.hasNewFiles = true;
  }

  /** The page of a content, null for a file that is no page; undefined where it is not known. */
  pageOf(path: string, content: string): StoredPage | null | undefined {
    const key = keyOf(path, content);
    const page = this.pages.get(key);
    if (page !== undefined) this.use(key, page);
    return page?.at(path) ?? page;
  }

  setPage(path: string, content: string, page: StoredPage | null): void {
    const key = keyOf(path, content);
    this.use(key, page);
    if (!this.pages.has(key)) this.partsWithNew.add(partOf(key));
  }

  /**
   * The parts that are to be written for the next run, as far as they are other than before. First the pages: of what a
   * file holds there is always a page then.
   */
  *changedParts(): Generator<readonly [name: string, text: string]> {
    for (const part of this.partsWithNew) yield [part, this.pagesText(part)];
    this.partsWithNew.clear();
    if (this.hasNewFiles || this.usedFiles.size < this.files.size) yield [cacheParts.files, this.filesText()];
    this.hasNewFiles = false;
  }

  private use(key: string, page: StoredPage | null): void {
    getOrMake(this.used, partOf(key), () => new Map<string, StoredPage | null>()).set(key, page);
  }

  private filesText(): string {
    const lines = [...this.usedFiles].map(([path, { content, seen, parts }]) =>
      JSON.stringify([path, content, seen, ...parts]),
    );
    return cacheText(kinds.files, lines);
  }

  private pagesText(part: string): string {
    const lines: string[] = [];
    for (const [key, page] of this.used.get(part) ?? []) {
      lines.push(JSON.stringify(page ? [key, page.id, page.title, page.type] : [key]), page?.packed ?? '');
    }
    return cacheText(kinds.pages, lines);
  }
}

function partOf(key: string): string {
  const place = key.charCodeAt(key.indexOf('.') - 1) % cacheParts.pages.length;
  return cacheParts.pages[place] as string;
}

/** True where a file has not been written since it was seen. */
function isTrue({ parts, seen }: KnownFile, stamp: FileStamp): boolean {
  const isSame = parts.length === stamp.parts.length && parts.every((part, at) => part === stamp.parts[at]);
  return isSame && stamp.modified <= seen - coarsestClock;
}

/** The name of a file gives its page an id where the text gives none. */
function keyOf(path: string, content: string): string {
  return `${content}/${path.slice(path.lastIndexOf('/') + 1)}`;
}
