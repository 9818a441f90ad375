import * as vscode from 'vscode';
import { isLongText, LazyPage } from '../../core/parse/lazyPage';
import { inBackground } from '../ui/background';
import { inTimeSlices } from '../yieldToEventLoop';
import type { BookFiles } from './bookFiles';
import { simultaneousReads } from './bookFiles';
import type { BookSession } from './bookSession';
import { forEachConcurrently } from './concurrency';
import { commonPath, foldersAbove, isBelow, isHiddenPath, isMarkdownPath, uriKey } from './paths';

const never = (): boolean => false;

/** Brings the files of the workspace into the session: open documents as they are typed, all others from disk. */
export class WorkspaceSync {
  private readonly tickets = new Map<string, number>();
  /** The long documents that are read, by key. */
  private readonly taking = new Map<string, Promise<void>>();
  private readonly loadingFolders = new Set<string>();
  private generation = 0;
  private isStopped = never;

  constructor(
    private readonly session: BookSession,
    private readonly files: BookFiles,
  ) {}

  /**
   * Loads every book of the workspace, and forgets what is no longer there. A later call supersedes this one.
   *
   * @param isStopped asked before each file; what was read until then stays, and nothing is forgotten
   */
  async load(isStopped = never): Promise<void> {
    const generation = ++this.generation;
    this.isStopped = isStopped;
    const before = new Set(this.session.keys());
    const seen = new Set<string>();
    this.session.hold();
    try {
      const folders = vscode.workspace.workspaceFolders ?? [];
      const bookFiles = await Promise.all(folders.map(({ uri }) => this.files.find(uri, 'book.md')));
      const roots = new Map<string, vscode.Uri>();
      await forEachConcurrently(bookFiles.flat(), simultaneousReads, async (uri) => {
        await this.read(uri);
        if (this.session.isInBook(uriKey(uri))) {
          seen.add(uriKey(uri));
          const folder = vscode.Uri.joinPath(uri, '..');
          roots.set(uriKey(folder), folder);
        }
      });
      for (const [key, folder] of roots) {
        const isInner = [...roots.keys()].some((other) => other !== key && isBelow(key, other));
        if (!isInner) for (const found of await this.loadFolder(folder)) seen.add(found);
      }
      if (generation !== this.generation || isStopped()) return;
      for (const key of before) if (!seen.has(key)) this.forget(key);
    } finally {
      if (generation === this.generation) this.isStopped = never;
      await this.session.release();
    }
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

  /**
   * Reads what came with new folders, in one walk; returns the files that were found, undefined where none of them is a
   * folder of ours.
   */
  async refreshFolders(folders: readonly vscode.Uri[]): Promise<readonly vscode.Uri[] | undefined> {
    const ours = folders.filter((folder) => !this.isHidden(folder));
    const [first, ...others] = ours;
    if (!first || (others.length === 0 && !(await this.files.isFolder(first)))) return undefined;
    const below = new Set(ours.map(uriKey));
    const found = new Map<string, vscode.Uri>();
    for (const top of this.topsOf(ours)) {
      for (const uri of await this.files.find(top)) {
        if (foldersAbove(uriKey(uri)).some((folder) => below.has(folder))) found.set(uriKey(uri), uri);
      }
    }
    await this.refresh(found.values());
    return [...found.values()];
  }

  /** Takes over documents as they read now, long ones in time slices; settled when these are taken over, too. */
  take(documents: Iterable<vscode.TextDocument>): Promise<void> {
    const opened: string[] = [];
    for (const document of documents) {
      if (document.isClosed || !this.isRelevant(document.uri)) continue;
      const text = document.getText();
      if (isLongText(text)) {
        this.takeLong(document);
        continue;
      }
      this.nextTicket(uriKey(document.uri));
      opened.push(...this.session.stage(document.uri, text));
    }
    if (opened.length > 0) inBackground(this.loadOpened(opened));
    this.session.settle();
    return this.taken();
  }

  /** Settled when no long document is being read. */
  async taken(): Promise<void> {
    await Promise.all(this.taking.values());
  }

  private takeLong(document: vscode.TextDocument): void {
    const key = uriKey(document.uri);
    if (this.taking.has(key)) return;
    const work = this.readLong(document, key).finally(() => this.taking.delete(key));
    this.taking.set(key, work);
    inBackground(work);
  }

  /** Reads a document until it reads as it did when that began. */
  private async readLong(document: vscode.TextDocument, key: string): Promise<void> {
    for (let version = -1; version !== document.version && !document.isClosed; ) {
      version = document.version;
      const ticket = this.nextTicket(key);
      const text = document.getText();
      const page = await inTimeSlices(LazyPage.inSlices(key, text));
      if (this.tickets.get(key) !== ticket) return;
      const opened = this.session.stage(document.uri, text, page);
      if (opened.length > 0) inBackground(this.loadOpened(opened));
      this.session.settle();
      await this.session.checked();
    }
  }

  /** The known files below folders that are gone, by their keys: nobody reports each of them. */
  knownBelow(folders: readonly vscode.Uri[]): Map<string, vscode.Uri> {
    const below = new Set(folders.map(uriKey));
    const found = new Map<string, vscode.Uri>();
    if (below.size === 0) return found;
    for (const known of this.session.keys()) {
      if (!below.has(known) && !foldersAbove(known).some((folder) => below.has(folder))) continue;
      const uri = this.session.uriOfKey(known);
      if (uri) found.set(known, uri);
    }
    return found;
  }

  /** True for a Markdown file of the workspace that belongs to a book or may make one. */
  isRelevant(uri: vscode.Uri): boolean {
    if (!isMarkdownPath(uri.path)) return false;
    const key = uriKey(uri);
    if (this.session.isKnown(key)) return true;
    if (this.isHidden(uri)) return false;
    return uri.path.endsWith('/book.md') || this.session.isInBook(key);
  }

  /** In each folder of the workspace the deepest folder that holds all of some places. */
  private topsOf(places: readonly vscode.Uri[]): Iterable<vscode.Uri> {
    const tops = new Map<string, vscode.Uri>();
    for (const place of places) {
      const root = vscode.workspace.getWorkspaceFolder(place)?.uri.toString() ?? '';
      const before = tops.get(root);
      tops.set(root, before ? before.with({ path: commonPath(before.path, place.path) }) : place);
    }
    return tops.values();
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
    const key = uriKey(folder);
    this.loadingFolders.add(key);
    try {
      const found = await this.files.find(folder);
      await forEachConcurrently(found, simultaneousReads, async (uri) => {
        if (!this.isStopped()) await this.read(uri);
      });
      return found.map(uriKey);
    } finally {
      this.loadingFolders.delete(key);
    }
  }

  private forget(key: string): void {
    const uri = this.session.uriOfKey(key);
    this.nextTicket(key);
    if (uri) this.session.stage(uri, undefined);
  }

  /** Stages a file as it is now; does nothing where a later reading of the same file has begun meanwhile. */
  private async read(uri: vscode.Uri): Promise<readonly string[]> {
    const key = uriKey(uri);
    const ticket = this.nextTicket(key);
    const onDisk = await this.files.read(uri);
    if (this.tickets.get(key) !== ticket) return [];
    const document = openDocument(key);
    const isOpen = document && (onDisk !== undefined || document.isDirty);
    const text = isOpen ? document.getText() : onDisk;
    if (text === undefined || !isLongText(text)) return this.session.stage(uri, text);
    const page = await inTimeSlices(LazyPage.inSlices(key, text));
    return this.tickets.get(key) === ticket ? this.session.stage(uri, text, page) : [];
  }

  private nextTicket(key: string): number {
    const ticket = (this.tickets.get(key) ?? 0) + 1;
    this.tickets.set(key, ticket);
    return ticket;
  }
}

export function openDocument(key: string): vscode.TextDocument | undefined {
  return vscode.workspace.textDocuments.find(
    (document) => !document.isClosed && uriKey(document.uri) === key,
  );
}
