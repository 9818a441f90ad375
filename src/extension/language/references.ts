import * as vscode from 'vscode';
import { referencesAt } from '../../core/language/navigation/references';
import { toRange } from '../convert';
import type { LanguageContext } from './languageContext';

/** Finds every reference to a page or a heading, in all three forms. */
export class PageReferences implements vscode.ReferenceProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    { includeDeclaration }: vscode.ReferenceContext,
  ): Promise<vscode.Location[]> {
    await this.context.ready;
    const open = await this.context.pages.at(document);
    if (!open?.page) return [];
    const { book, path: own } = open;
    return referencesAt(open.page, position, book.index, includeDeclaration).map(({ path, range }) => {
      const uri = path === own ? document.uri : this.context.session.uriOf(book, path);
      return new vscode.Location(uri, toRange(range));
    });
  }
}
