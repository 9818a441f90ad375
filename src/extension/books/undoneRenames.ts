import * as vscode from 'vscode';
import { contentHash } from '../../core/index/contentHash';
import { inBackground } from '../ui/background';
import { afterPause } from './later';
import { uriKey } from './paths';
import { openDocument } from './workspaceSync';

/** An undo changes its files one after the other: so many milliseconds without a change, then it is done. */
const undoPause = 150;
/** Renamings that are looked after; older ones are undone rarely, and then left unsaved as any undo. */
const maxRenames = 20;

/** A page whose text a renaming changes. */
export interface RenamedText {
  readonly uri: vscode.Uri;
  /** Where it was before, for a file that is renamed as well. */
  readonly oldUri?: vscode.Uri;
  readonly before: string;
  readonly after: string;
}

interface Renamed {
  readonly keys: readonly string[];
  readonly before: string;
  readonly after: string;
  wasSaved: boolean;
}

interface Renaming {
  readonly pages: readonly Renamed[];
  isUndone: boolean;
}

/**
 * Saves the pages that a renaming has saved once it is undone or done again. VS Code saves a refactoring, and leaves its
 * undo open: the file would be back in its place while the references on disk still have its new name.
 */
export class UndoneRenames implements vscode.Disposable {
  private renamings: Renaming[] = [];
  private takeBack = (): void => undefined;
  private readonly subscriptions: readonly vscode.Disposable[] = [
    vscode.workspace.onDidSaveTextDocument((document) => this.noteSaved(document)),
    vscode.workspace.onDidChangeTextDocument(({ document, reason }) => this.noteChange(document, reason)),
  ];

  /** To be called when the edit is handed over. */
  remember(texts: readonly RenamedText[]): void {
    const pages = texts.map(({ uri, oldUri, before, after }) => ({
      keys: [uri, ...(oldUri ? [oldUri] : [])].map(uriKey),
      before: digest(before),
      after: digest(after),
      wasSaved: false,
    }));
    this.renamings = [...this.renamings, { pages, isUndone: false }].slice(-maxRenames);
  }

  dispose(): void {
    this.takeBack();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private noteSaved(document: vscode.TextDocument): void {
    const key = uriKey(document.uri);
    for (const { pages } of this.renamings) {
      for (const page of pages) {
        if (page.keys.includes(key) && page.after === digest(document.getText())) page.wasSaved = true;
      }
    }
  }

  private noteChange(document: vscode.TextDocument, reason: unknown): void {
    const key = uriKey(document.uri);
    const concerned = this.renamings.filter(({ pages }) => pages.some(({ keys }) => keys.includes(key)));
    if (concerned.length === 0) return;
    if (reason !== undefined) for (const renaming of concerned) renaming.isUndone = true;
    // That a document is unsaved is told after its change.
    if (!concerned.some(({ isUndone }) => isUndone)) return;
    this.takeBack();
    this.takeBack = afterPause(() => inBackground(this.save()), undoPause);
  }

  private async save(): Promise<void> {
    for (const { pages, isUndone } of this.renamings) {
      if (!isUndone) continue;
      for (const { keys, before, after, wasSaved } of pages) {
        if (!wasSaved) continue;
        for (const document of keys.map((key) => openDocument(key))) {
          if (!document?.isDirty) continue;
          // What the user has changed since stays with the user.
          const now = digest(document.getText());
          if (now === before || now === after) await document.save();
        }
      }
    }
  }
}

function digest(text: string): string {
  return contentHash(text.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n'));
}
