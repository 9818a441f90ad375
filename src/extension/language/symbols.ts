import * as vscode from 'vscode';
import { pageSymbols } from '../../core/language/navigation/workspaceSymbols';
import { joined } from '../../core/model/message';
import { inLabel } from '../ui/plainText';
import type { LanguageContext } from './languageContext';

/**
 * Finds pages by title, id and the fields that name people and places, with their type beside them. The headings of a page, for outline and breadcrumbs, come
 * from VS Code's own Markdown support; a second source would split the outline in two.
 */
export class PageSymbols implements vscode.WorkspaceSymbolProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideWorkspaceSymbols(query: string): Promise<vscode.SymbolInformation[]> {
    const { session, ready } = this.context;
    await ready;
    const books = session.books();
    return books.flatMap((book) => {
      const title = books.length > 1 ? [book.index.bookPage?.title ?? ''] : [];
      return pageSymbols(book.index, query).map(({ page, name, container }) => {
        const location = new vscode.Location(session.uriOf(book, page.path), new vscode.Position(0, 0));
        const shown = inLabel(joined([container, ...title], ' · '));
        return new vscode.SymbolInformation(inLabel(name), vscode.SymbolKind.File, shown, location);
      });
    });
  }
}
