import * as vscode from 'vscode';
import { t } from '../core/model/message';
import { Refusal } from '../core/model/refusal';
import type { TextEdit } from '../core/model/text';
import type { BookFiles } from './books/bookFiles';
import type { BookSession, OpenBook, PlacedPage } from './books/bookSession';
import type { WorkspaceSync } from './books/workspaceSync';
import { toTextEdits } from './convert';
import { isAsOnDisk, reload, sameText, untilAsOnDisk } from './freshDocument';

/** A page with the document that holds it. */
export type CurrentPage = PlacedPage & { readonly document: vscode.TextDocument };

/** So often a page is looked at that others write at the same time. */
const maxTries = 4;

/** Writes pages, always as edits that can be undone. */
export class PageEditor {
  constructor(
    private readonly session: BookSession,
    private readonly sync: WorkspaceSync,
    private readonly files: BookFiles,
  ) {}

  /** A page as it reads on disk, or with its unsaved changes. */
  async current(uri: vscode.Uri): Promise<CurrentPage | undefined> {
    const document = await vscode.workspace.openTextDocument(uri);
    await untilAsOnDisk(document, this.files);
    await this.sync.take([document]);
    const placed = this.session.pageAt(document.uri);
    return placed && { ...placed, document };
  }

  /**
   * Edits a document, and saves it where it was as on disk before. Where another program writes the file meanwhile, all
   * restarts with what that has written: VS Code would refuse to save, and ask.
   *
   * @param read finds the page as it is now
   */
  async edit<Current extends { readonly document: vscode.TextDocument }>(
    read: () => Promise<Current>,
    editsOf: (current: Current) => readonly TextEdit[],
  ): Promise<void> {
    for (let tries = 1; ; tries++) {
      const current = await read();
      const { document } = current;
      // Right after a save the editor may still call a document unsaved that reads as on disk.
      const wasClean = !document.isDirty || (await isAsOnDisk(document, this.files));
      const edits = editsOf(current);
      if (edits.length === 0) return;
      if (!wasClean) return this.apply(document, edits);
      const isLast = tries === maxTries;
      const before = document.getText();
      if (!isLast && !(await isAsOnDisk(document, this.files))) continue;
      await this.apply(document, edits);
      const onDisk = await this.files.read(document.uri);
      if (isLast || onDisk === undefined || sameText(onDisk, before)) return void (await document.save());
      await reload(document);
    }
  }

  /** Edits a document and leaves the saving to the user. */
  async apply(document: vscode.TextDocument, edits: readonly TextEdit[]): Promise<void> {
    if (edits.length === 0) return;
    const edit = new vscode.WorkspaceEdit();
    edit.set(document.uri, toTextEdits(edits));
    if (!(await vscode.workspace.applyEdit(edit))) {
      throw new Refusal(t`${vscode.workspace.asRelativePath(document.uri)} could not be changed.`);
    }
    await this.sync.take([document]);
  }

  /**
   * Creates a page; never touches a file that is there.
   *
   * @param backlink what is changed along with it, in the same edit, so that one undo takes back both
   */
  async create(
    book: OpenBook,
    page: { readonly path: string; readonly text: string },
    backlink?: { readonly document: vscode.TextDocument; readonly edits: readonly TextEdit[] },
  ): Promise<vscode.Uri> {
    const uri = this.session.uriOf(book, page.path);
    const edit = new vscode.WorkspaceEdit();
    if (backlink) edit.set(backlink.document.uri, toTextEdits(backlink.edits));
    await this.createFiles([{ uri, text: page.text }], edit);
    if (backlink) await this.sync.take([backlink.document]);
    return uri;
  }

  /** Creates files in one edit; none of them where one is there already. */
  async createFiles(
    files: readonly { readonly uri: vscode.Uri; readonly text: string }[],
    edit = new vscode.WorkspaceEdit(),
  ): Promise<void> {
    for (const { uri, text } of files) {
      const name = vscode.workspace.asRelativePath(uri);
      if (await this.files.exists(uri))
        throw new Refusal(t`There is a file ${name} already; nothing was written.`);
      try {
        await this.files.expectInWorkspace(uri);
      } catch {
        throw new Refusal(t`${name} would lie out of the open folder, behind a link; nothing was written.`);
      }
      edit.createFile(uri, { contents: new TextEncoder().encode(text) });
    }
    if (!(await vscode.workspace.applyEdit(edit))) throw new Refusal(t`The file could not be created.`);
    await this.sync.refresh(files.map(({ uri }) => uri));
  }

  /** Shows a page with the cursor at the first place that waits to be filled in, or behind the given line. */
  async show(uri: vscode.Uri, line?: number): Promise<void> {
    const document = await vscode.workspace.openTextDocument(uri);
    const at = document.lineAt(Math.min(line ?? firstGap(document), document.lineCount - 1));
    // Typing replaces a hint.
    const start = /^<!-- .* -->$/.test(at.text) ? at.range.start : at.range.end;
    await vscode.window.showTextDocument(document, { selection: new vscode.Range(start, at.range.end) });
  }
}

function firstGap(document: vscode.TextDocument): number {
  const lines = document.getText().split(/\r\n|\r|\n/);
  const empty = lines.findIndex(
    (line, index) => index > 0 && /^\s*(?:- )?\w+:$/.test(line) && /^\S/.test(lines[index + 1] ?? ''),
  );
  const section = lines.findIndex((line) => line.startsWith('## '));
  const isInFrontMatter = empty > 0 && empty < lines.indexOf('---', 1);
  return isInFrontMatter ? empty : section >= 0 ? Math.min(section + 2, lines.length - 1) : 0;
}
