import * as vscode from 'vscode';
import { inBackground, reported } from '../ui/background';
import { type Burst, Bursts } from './bursts';
import { FolderLooks } from './folderLooks';
import { afterPause, type Later } from './later';
import { foldersAbove, isMarkdownPath, uriKey } from './paths';
import type { WorkspaceSync } from './workspaceSync';

/** Milliseconds that a look at what was typed may take without anybody noticing. */
const unnoticed = 40;
/** Where it takes longer, it waits for a pause in typing of so many times that, */
const typingPauseFactor = 4;
/** and never longer than so many milliseconds. */
const maxTypingPause = 150;

/** Listens to documents, files and folders, and hands what changed to the sync in batches. */
export class WorkspaceEvents implements vscode.Disposable {
  private readonly typed = new Set<vscode.TextDocument>();
  private readonly subscriptions: vscode.Disposable[] = [];
  private readonly looks = new FolderLooks<vscode.Uri>(
    (folders) => this.sync.refreshFolders(folders),
    (file) => this.queue(file),
  );
  private readonly bursts: Bursts<vscode.Uri>;
  private typingPause = 0;
  private typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly sync: WorkspaceSync,
    later: Later = afterPause,
  ) {
    this.bursts = new Bursts(uriKey, (burst) => this.take(burst), later);
    const { workspace } = vscode;
    const pages = workspace.createFileSystemWatcher('**/*.{md,MD}');
    // A folder that comes or goes is told of, the files in it are not.
    const folders = workspace.createFileSystemWatcher('**');
    this.subscriptions.push(
      pages,
      folders,
      pages.onDidCreate((uri) => this.queue(uri)),
      pages.onDidChange((uri) => this.queue(uri)),
      pages.onDidDelete((uri) => this.queue(uri)),
      folders.onDidCreate((uri) => this.came(uri)),
      folders.onDidChange((uri) => this.changed(uri)),
      folders.onDidDelete((uri) => this.went(uri)),
      workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) {
          this.went(oldUri);
          this.came(newUri);
        }
      }),
      // What people do in the Explorer is told of even where the watcher is deaf.
      workspace.onDidCreateFiles(({ files }) => {
        for (const uri of files) this.came(uri);
      }),
      workspace.onDidDeleteFiles(({ files }) => {
        for (const uri of files) this.went(uri);
      }),
      workspace.onDidOpenTextDocument((document) => this.queueDocument(document)),
      workspace.onDidCloseTextDocument((document) => this.closed(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.queueDocument(document);
      }),
      workspace.onDidChangeWorkspaceFolders(() => inBackground(reported(() => this.sync.load()))),
    );
  }

  /** Takes over at once what was typed so far; settled when that is done for long documents, too. */
  flush(): Promise<void> {
    clearTimeout(this.typingTimer);
    if (this.typed.size === 0) return this.sync.taken();
    const documents = [...this.typed];
    this.typed.clear();
    const start = performance.now();
    const done = this.sync.take(documents);
    const taken = performance.now() - start;
    this.typingPause = taken < unnoticed ? 0 : Math.min(maxTypingPause, taken * typingPauseFactor);
    return done;
  }

  dispose(): void {
    clearTimeout(this.typingTimer);
    this.bursts.dispose();
    this.looks.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private queueDocument(document: vscode.TextDocument): void {
    if (!this.sync.isRelevant(document.uri)) return;
    this.typed.add(document);
    clearTimeout(this.typingTimer);
    this.typingTimer = setTimeout(() => inBackground(this.flush()), this.typingPause);
  }

  private closed(document: vscode.TextDocument): void {
    this.typed.delete(document);
    this.queue(document.uri);
  }

  private came(uri: vscode.Uri): void {
    if (isMarkdownPath(uri.path)) this.queue(uri);
    else this.bursts.add('came', uri);
  }

  private changed(uri: vscode.Uri): void {
    if (!isMarkdownPath(uri.path)) this.bursts.add('changed', uri);
  }

  private went(uri: vscode.Uri): void {
    if (isMarkdownPath(uri.path)) this.queue(uri);
    this.bursts.add('gone', uri);
  }

  private queue(uri: vscode.Uri): void {
    if (this.sync.isRelevant(uri)) this.bursts.add('page', uri);
  }

  /** Reads what is concerned, with one look at what is known and one at what came. */
  private async take({ page, came, changed, gone }: Burst<vscode.Uri>): Promise<void> {
    // A folder that is deleted and made again at once is told of as changed; what was in it is not.
    const known = this.sync.knownBelow([...gone, ...changed]);
    const files = new Map([...page, ...known.values()].map((uri) => [uriKey(uri), uri]));
    await this.sync.refresh(files.values());
    const hasKnown = new Set([...known.keys()].flatMap(foldersAbove));
    const folders = changed.filter((uri) => hasKnown.has(uriKey(uri)) || !/\.[^./]*$/.test(uri.path));
    if (came.length + folders.length > 0) await this.looks.begin([...came, ...folders]);
  }
}
