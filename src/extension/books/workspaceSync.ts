import * as vscode from 'vscode';
import { contentHash } from '../../core/index/contentHash';
import type { PageCache } from '../../core/index/pageCache';
import { isTemplatePath } from '../../core/index/templates';
import { parsePage } from '../../core/parse/parsePage';
import { StoredPage } from '../../core/parse/storedPage';
import { breath, workLimit } from '../breath';
import type { BookFiles } from './bookFiles';
import { simultaneousReads } from './bookFiles';
import type { BookSession } from './bookSession';
import { forEachConcurrently } from './concurrency';
import type { KeptPages } from './keptPages';
import type { ReadPage } from './localFiles';
import { isBelow, isHiddenPath, isMarkdownPath, keyOf } from './paths';

const never = (): boolean => false;

/** Brings the files of the workspace into the session: open documents as they are typed, all others from disk. */
export class WorkspaceSync {
  private readonly tickets = new Map<string, number>();
  private readonly loadingFolders = new Set<string>();
  private generation = 0;
  private isStopped = never;
  /** While the books are loaded: what is read from then on is too little to matter. */
  private cache: PageCache | undefined;
  private saving: Promise<void> = Promise.resolve();

  constructor(
    private readonly session: BookSession,
    private readonly files: BookFiles,
    private readonly kept: KeptPages,
  ) {}

  /**
   * Loads every book of the workspace, and forgets what is no longer there. A later call supersedes this one.
   *
   * @param isStopped asked before each file; what was read until then stays, and nothing is forgotten
   */
  async load(isStopped = never): Promise<void> {
    const generation = ++this.generation;
    this.isStopped = isStopped;
    this.cache = await this.kept.load();
    const before = new Set(this.session.keys());
    const seen = new Set<string>();
    let whole: PageCache | undefined;
    this.session.hold();
    try {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const bookFiles = await Promise.all(folders.map(({ uri }) => this.files.find(uri, 'book.md')));
      const roots = new Map<string, vscode.Uri>();
      await forEachConcurrently(bookFiles.flat(), simultaneousReads, async (uri) => {
        await this.read(uri);
        if (this.session.isInBook(keyOf(uri))) {
          seen.add(keyOf(uri));
          const folder = vscode.Uri.joinPath(uri, '..');
          roots.set(keyOf(folder), folder);
        }
      });
      for (const [key, folder] of roots) {
        const isInner = [...roots.keys()].some((other) => other !== key && isBelow(key, other));
        if (!isInner) for (const found of await this.loadFolder(folder)) seen.add(found);
      }
      if (generation !== this.generation || isStopped()) return;
      for (const key of before) if (!seen.has(key)) this.forget(key);
      whole = this.cache;
    } finally {
      if (generation === this.generation) {
        this.isStopped = never;
        this.cache = undefined;
      }
      await this.session.release();
    }
    if (whole) this.saving = this.kept.save(whole);
  }

  /** Settled when what the last load read is kept for the next time; nobody else has to wait for that. */
  saved(): Promise<void> {
    return this.saving;
  }

  /** Reads files anew, as far as they belong to a book or make one. */
  async refresh(uris: Iterable<vscode.Uri>): Promise<void> {
    const relevant = [...uris].filter((uri) => this.isRelevant(uri));
    if (relevant.length === 0) return;
    const opened = new Set<string>();
    await forEachConcurrently(relevant, simultaneousReads, async (uri) => {
      for (const root of await this.read(uri)) opened.add(root);
    });
    if (opened.size > 0) await this.loadOpened(opened);
    this.session.settle();
  }

  /** Reads what came with a new folder; returns the files that were found, undefined for what is no folder of ours. */
  async refreshFolder(folder: vscode.Uri): Promise<readonly vscode.Uri[] | undefined> {
    if (this.isHidden(folder) || !(await this.files.isFolder(folder))) return undefined;
    const found = await this.files.find(folder);
    await this.refresh(found);
    return found;
  }

  /** Takes over documents as they read now. */
  take(documents: Iterable<vscode.TextDocument>): void {
    const opened: string[] = [];
    for (const document of documents) {
      if (document.isClosed || !this.isRelevant(document.uri)) continue;
      this.nextTicket(keyOf(document.uri));
      opened.push(...this.session.stage(document.uri, document.getText()));
    }
    if (opened.length > 0) void this.loadOpened(opened);
    this.session.settle();
  }

  /** The known files below a folder that is gone: nobody tells of each of them. */
  knownBelow(folder: vscode.Uri): vscode.Uri[] {
    const key = keyOf(folder);
    return this.session.keys().flatMap((known) => {
      const uri = isBelow(known, key) ? this.session.uriOfKey(known) : undefined;
      return uri ? [uri] : [];
    });
  }

  /** True for a Markdown file of the workspace that belongs to a book or may make one. */
  isRelevant(uri: vscode.Uri): boolean {
    if (!isMarkdownPath(uri.path)) return false;
    const key = keyOf(uri);
    if (this.session.isKnown(key)) return true;
    if (this.isHidden(uri)) return false;
    return uri.path.endsWith('/book.md') || this.session.isInBook(key);
  }

  /** True for what is outside the workspace, too. */
  private isHidden(uri: vscode.Uri): boolean {
    const folder = vscode.workspace.getWorkspaceFolder(uri)?.uri;
    return !folder || isHiddenPath(uri.path.slice(folder.path.replace(/\/$/, '').length + 1));
  }

  /** Loads the folders of books that have just come into being. */
  private async loadOpened(roots: Iterable<string>): Promise<void> {
    this.session.hold();
    try {
      for (const root of roots) {
        const bookPage = this.session.uriOfKey(`${root}/book.md`);
        const isLoading = [...this.loadingFolders].some((folder) => isBelow(root, folder));
        if (bookPage && !isLoading) await this.loadFolder(vscode.Uri.joinPath(bookPage, '..'));
      }
    } finally {
      await this.session.release();
    }
  }

  private async loadFolder(folder: vscode.Uri): Promise<string[]> {
    const key = keyOf(folder);
    this.loadingFolders.add(key);
    try {
      const found = await this.files.find(folder);
      const left = await this.readTogether(await this.takeKept(found));
      await forEachConcurrently(left, simultaneousReads, async (uri) => {
        if (!this.isStopped()) await this.read(uri);
      });
      return found.map(keyOf);
    } finally {
      this.loadingFolders.delete(key);
    }
  }

  /** Takes over the pages that were not written since they were kept, as far as that can be seen at once. */
  private async takeKept(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    const { cache } = this;
    if (!cache || cache.isEmpty) return uris;
    const left: vscode.Uri[] = [];
    let mayGoOn = workLimit();
    for (const uri of uris) {
      if (!mayGoOn()) {
        await breath();
        mayGoOn = workLimit();
      }
      const key = keyOf(uri);
      const stamp = cache.has(key) && !isTemplatePath(key) ? this.files.stampNow(uri) : undefined;
      const content = stamp && cache.contentOf(key, stamp);
      const page = content === undefined || openDocument(key) ? undefined : cache.pageOf(key, content);
      if (page === undefined || this.isStopped()) left.push(uri);
      else {
        this.nextTicket(key);
        this.session.stagePage(uri, page);
        page?.forget();
      }
    }
    return left;
  }

  /** Reads what is read for the first time beside all else, as far as the host can; returns what is left to be read. */
  private async readTogether(uris: readonly vscode.Uri[]): Promise<readonly vscode.Uri[]> {
    const { cache } = this;
    const isOpen = new Set(vscode.workspace.textDocuments.map(({ uri }) => keyOf(uri)));
    const isNew = (uri: vscode.Uri): boolean => !cache?.has(keyOf(uri)) && !isOpen.has(keyOf(uri));
    const left = new Set(uris);
    const tickets = new Map(uris.filter(isNew).map((uri) => [uri, this.nextTicket(keyOf(uri))]));
    await this.files.readPages([...tickets.keys()], (uri, read) => {
      const key = keyOf(uri);
      // What was opened or written meanwhile is read on its own.
      if (this.isStopped() || this.tickets.get(key) !== tickets.get(uri) || openDocument(key)) return;
      left.delete(uri);
      this.stageRead(uri, read.page ? StoredPage.unpacked(key, read.page) : null, read);
    });
    return [...left];
  }

  private forget(key: string): void {
    const uri = this.session.uriOfKey(key);
    this.nextTicket(key);
    if (uri) this.session.stage(uri, undefined);
  }

  /** Stages a file as it is now; does nothing where a later reading of the same file has begun meanwhile. */
  private async read(uri: vscode.Uri): Promise<readonly string[]> {
    const key = keyOf(uri);
    const ticket = this.nextTicket(key);
    const stamp = this.cache && (await this.files.stampOf(uri));
    const content = stamp && this.cache?.contentOf(key, stamp);
    const known = content === undefined || isTemplatePath(key) ? undefined : this.cache?.pageOf(key, content);
    const onDisk = known === undefined ? await this.files.read(uri) : undefined;
    if (this.tickets.get(key) !== ticket) return [];
    const document = openDocument(key);
    const exists = known !== undefined || onDisk !== undefined;
    if (document && (exists || document.isDirty)) return this.session.stage(uri, document.getText());
    if (known !== undefined) return this.session.stagePage(uri, known);
    if (onDisk === undefined || !stamp || !this.cache) return this.session.stage(uri, onDisk);
    const parsed = parsePage(key, onDisk);
    const page = parsed ? StoredPage.of(parsed) : null;
    return this.stageRead(uri, page, { stamp, content: contentHash(onDisk), text: onDisk });
  }

  /** Stages what was read from disk, and notes it for the next time. */
  private stageRead(
    uri: vscode.Uri,
    page: StoredPage | null,
    { stamp, content, text }: Pick<ReadPage, 'stamp' | 'content' | 'text'>,
  ): readonly string[] {
    const key = keyOf(uri);
    this.cache?.setContent(key, stamp, content);
    this.cache?.setPage(key, content, page);
    const opened = this.session.stagePage(uri, page, text);
    page?.forget();
    return opened;
  }

  private nextTicket(key: string): number {
    const ticket = (this.tickets.get(key) ?? 0) + 1;
    this.tickets.set(key, ticket);
    return ticket;
  }
}

export function openDocument(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find((document) => !document.isClosed && keyOf(document.uri) === key);
}
