import type * as vscode from 'vscode';
import { definitionAt } from '../../core/language/navigation/definition';
import { toRange } from '../convert';
import type { LanguageContext } from './languageContext';

/** Leads from a reference to its page or heading; peek shows it in place. */
export class PageDefinition implements vscode.DefinitionProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.DefinitionLink[] | undefined> {
    await this.context.ready;
    const open = await this.context.pages.at(document);
    const found = open?.page && definitionAt(open.page, position, open.book.index);
    if (!found) return undefined;
    const isHere = found.path === open.path;
    return [
      {
        originSelectionRange: toRange(found.origin),
        targetUri: isHere ? document.uri : this.context.session.uriOf(open.book, found.path),
        targetRange: toRange(found.range),
        targetSelectionRange: toRange(found.selection),
      },
    ];
  }
}
