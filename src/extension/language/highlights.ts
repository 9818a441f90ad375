import * as vscode from 'vscode';
import { highlightsAt } from '../../core/language/navigation/highlights';
import { toRange } from '../convert';
import type { LanguageContext } from './languageContext';

/** Marks where else on a page the page at the cursor is named. */
export class PageHighlights implements vscode.DocumentHighlightProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    const open = await this.context.pages.at(document);
    const found = open?.page ? highlightsAt(open.page, position, open.book.index) : [];
    // VS Code then marks equal words.
    if (found.length === 0) return undefined;
    return found.map(({ range, kind }) => {
      const { Read, Write } = vscode.DocumentHighlightKind;
      return new vscode.DocumentHighlight(toRange(range), kind === 'write' ? Write : Read);
    });
  }
}
