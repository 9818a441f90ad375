import * as vscode from 'vscode';
import { planHeadingRename } from '../../core/language/rename/headingRename';
import { RenameRefused } from '../../core/language/rename/newId';
import { planIdCorrection, planPageRename } from '../../core/language/rename/pageRename';
import type { PlannedRename } from '../../core/language/rename/plannedRename';
import { type RenameTarget, renameTargetAt } from '../../core/language/rename/renameTarget';
import { t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import type { OpenBook } from '../books/bookSession';
import { Notes } from '../books/notes';
import { PageEdits } from '../books/pageEdits';
import { uriKey } from '../books/paths';
import type { RenamedText } from '../books/undoneRenames';
import { toRange } from '../convert';
import { inBackground } from '../ui/background';
import { log } from '../ui/log';
import { notify } from '../ui/messages';
import type { LanguageContext } from './languageContext';

/** Renames a page where its id stands or is named, and a heading where it stands or is named; all as one edit. */
export class PageRename implements vscode.RenameProvider {
  private readonly edits: PageEdits;
  private readonly notes: Notes;

  constructor(private readonly context: LanguageContext) {
    this.edits = new PageEdits(context.files);
    this.notes = new Notes(context.session, this.edits);
  }

  async prepareRename(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ range: vscode.Range; placeholder: string } | undefined> {
    // Before, VS Code's own Markdown support would rename something else.
    await this.context.ready;
    const found = await this.targetAt(document, position);
    if (!found) return undefined;
    const { target, book } = found;
    return { range: toRange(target.range), placeholder: await this.nameOf(target, book, document) };
  }

  /**
   * Tells by itself what is wrong: of an error VS Code would ask the next one who renames, with another result, and it
   * would make links of what stands in its message.
   */
  async provideRenameEdits(
    document: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): Promise<vscode.WorkspaceEdit | undefined> {
    const found = await this.targetAt(document, position);
    if (!found) return undefined;
    try {
      return await this.edit(found.target, found.book, newName);
    } catch (error) {
      const isRefused = error instanceof RenameRefused;
      if (!isRefused) log.error(error);
      inBackground(
        notify('error', isRefused ? error.text : t`Nothing was renamed: the log of Status Book says why.`),
      );
      return new vscode.WorkspaceEdit();
    }
  }

  private async targetAt(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<{ target: RenameTarget; book: OpenBook } | undefined> {
    const open = await this.context.pages.at(document);
    const target = open?.page && renameTargetAt(open.page, position, open.book.index);
    return target && { target, book: open.book };
  }

  private async nameOf(target: RenameTarget, book: OpenBook, document: vscode.TextDocument): Promise<string> {
    if (target.kind === 'page') return target.page.id;
    if (target.kind === 'brokenId') return target.id;
    const heading = target.page.body.headings[target.index];
    if (!heading) return '';
    const uri = this.uriOf(target.page, book, document);
    const { start, end } = heading.range;
    // As it is written, so that its markup stays.
    const line = (await this.edits.text(uri))?.split(/\r\n|\r|\n/)[start.line];
    const isShown = start.line === end.line && line !== undefined;
    return isShown ? line.slice(start.character, end.character) : heading.text;
  }

  private async edit(target: RenameTarget, book: OpenBook, newName: string): Promise<vscode.WorkspaceEdit> {
    const others = this.pagesWithoutFile(book);
    const pages = [...others.values()].map(({ page }) => page);
    const plan = await this.plan(target, book, newName, pages);
    const edit = new vscode.WorkspaceEdit();
    if (!plan) return edit;
    const uriAt = (path: string): vscode.Uri =>
      others.get(path)?.uri ?? (this.context.session.uriOfKey(path) as vscode.Uri);
    const { file } = plan;
    const notes = plan.notes ? await this.notes.toFollow(plan.notes) : [];
    // First, as in the edits of VS Code's own commands, which put files before texts.
    const newUri = file && (await this.addFile(edit, uriAt(file.from), file.to));
    const changed: RenamedText[] = [];
    const failed = await this.edits.addTo(
      edit,
      [
        ...plan.pages.map((path) => {
          const uri = uriAt(path);
          const place = newUri && path === file?.from ? { uri: newUri, oldUri: uri } : { uri };
          return { ...place, editsOf: (text: string) => plan.editsOf(path, text) };
        }),
        ...notes.map((path) => ({
          uri: uriAt(path),
          editsOf: (text: string) => plan.notes?.editsOf(path, text) ?? [],
        })),
      ],
      changed,
    );
    if (failed[0]) {
      throw new RenameRefused(
        t`Nothing was renamed: ${vscode.workspace.asRelativePath(failed[0])} could not be changed safely. Change the name there by hand first.`,
      );
    }
    if (newUri && file) this.context.renames.expect(uriAt(file.from), newUri);
    this.context.undone.remember(changed);
    return edit;
  }

  private async plan(
    target: RenameTarget,
    book: OpenBook,
    newName: string,
    others: readonly Page[],
  ): Promise<PlannedRename | undefined> {
    if (target.kind === 'brokenId') return planIdCorrection(target.id, newName, book, others);
    if (target.kind === 'page') {
      return planPageRename(target.page, newName, book, this.context.session.books(), others);
    }
    const text = await this.edits.text(this.uriOf(target.page, book));
    return planHeadingRename(target.page, target.index, newName, text ?? '', book, others);
  }

  private async addFile(edit: vscode.WorkspaceEdit, from: vscode.Uri, newPath: string): Promise<vscode.Uri> {
    const name = newPath.slice(newPath.lastIndexOf('/') + 1);
    const to = vscode.Uri.joinPath(from, '..', name);
    // Where upper and lower case are the same to the file system, the file is its own obstacle.
    const isSameFile = uriKey(from).toLowerCase() === uriKey(to).toLowerCase();
    if (!isSameFile && (await this.context.files.exists(to))) {
      throw new RenameRefused(
        t`There is a file ${vscode.workspace.asRelativePath(to)} already. Choose another id.`,
      );
    }
    edit.renameFile(from, to, { overwrite: false });
    return to;
  }

  /** The open documents of a book that have no file yet, by their paths. */
  private pagesWithoutFile(book: OpenBook): Map<string, { readonly uri: vscode.Uri; readonly page: Page }> {
    const found = new Map<string, { readonly uri: vscode.Uri; readonly page: Page }>();
    for (const document of vscode.workspace.textDocuments) {
      if (!document.isUntitled || document.languageId !== 'markdown' || document.isClosed) continue;
      const open = this.context.pages.atOnce(document);
      if (!open?.page || open.book !== book) continue;
      const path = `${book.root}/${open.path}`;
      found.set(path, { uri: document.uri, page: { ...open.page, path } });
    }
    return found;
  }

  private uriOf(page: Page, book: OpenBook, document?: vscode.TextDocument): vscode.Uri {
    if (book.index.page(page.path)) return this.context.session.uriOf(book, page.path);
    const untitled = document?.isUntitled
      ? document.uri
      : this.pagesWithoutFile(book).get(`${book.root}/${page.path}`)?.uri;
    return untitled ?? this.context.session.uriOf(book, page.path);
  }
}
