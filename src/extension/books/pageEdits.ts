import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { applyEdits, type TextEdit } from '../../core/model/text';
import { toTextEdits } from '../convert';
import { type BookFiles, simultaneousReads } from './bookFiles';
import { forEachConcurrently } from './concurrency';
import { uriKey } from './paths';
import type { RenamedText } from './undoneRenames';
import { openDocument } from './workspaceSync';

/** A file to edit, and how to find the edits from its text. */
export interface PageToEdit {
  readonly uri: vscode.Uri;
  /** Where it is until then, for a file that the same edit renames. */
  readonly oldUri?: vscode.Uri;
  /** @throws RangeError where it cannot be edited safely */
  editsOf(text: string): readonly TextEdit[];
}

/** Reads pages as they are now: open ones as they are typed, all others from disk. */
export class PageEdits {
  constructor(private readonly files: BookFiles) {}

  text(uri: vscode.Uri): Promise<string | undefined> {
    const document = openDocument(uriKey(uri));
    return document ? Promise.resolve(document.getText()) : this.files.read(uri);
  }

  /**
   * Adds the edits of many pages to one edit.
   *
   * @param changed takes the pages that are edited, as they read before and after
   * @returns the files that cannot be read or safely edited; the edit does without them
   */
  async addTo(
    edit: vscode.WorkspaceEdit,
    pages: readonly PageToEdit[],
    changed: RenamedText[] = [],
  ): Promise<vscode.Uri[]> {
    const failed: vscode.Uri[] = [];
    await forEachConcurrently(pages, simultaneousReads, async ({ uri, oldUri, editsOf }) => {
      const text = await this.text(oldUri ?? uri);
      try {
        if (text === undefined) throw new RangeError('The file is not there.');
        const edits = editsOf(text);
        if (edits.length === 0) return;
        edit.set(uri, toTextEdits(edits));
        changed.push({ uri, ...(oldUri ? { oldUri } : {}), before: text, after: applyEdits(text, edits) });
      } catch (error) {
        if (!(error instanceof RangeError)) throw error;
        failed.push(oldUri ?? uri);
      }
    });
    return failed;
  }

  /**
   * Makes an edit, and saves the pages that were saved before, where the user's settings let refactorings be saved: else
   * each of them would stay open in a tab of its own.
   *
   * @throws where the edit could not be made
   */
  async applyAndSave(edit: vscode.WorkspaceEdit): Promise<void> {
    const uris = edit.entries().map(([uri]) => uri);
    const unsaved = uris.filter((uri) => openDocument(uriKey(uri))?.isDirty);
    if (!(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) {
      throw new Refusal(t`The references could not be updated. Please try again, or change them by hand.`);
    }
    if (vscode.workspace.getConfiguration('files').get<unknown>('refactoring.autoSave') === false) return;
    // VS Code saves refactorings of several files, but not of one.
    if (uris.length > 1) return;
    for (const uri of uris) if (!unsaved.includes(uri)) await openDocument(uriKey(uri))?.save();
  }
}
