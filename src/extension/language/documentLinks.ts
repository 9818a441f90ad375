import * as vscode from 'vscode';
import { documentLinks } from '../../core/language/navigation/documentLinks';
import { toRange } from '../convert';
import { inLinkTooltip } from '../ui/plainText';
import type { LanguageContext } from './languageContext';

/** Makes the names of pages in fields and wiki links clickable. */
export class PageLinks implements vscode.DocumentLinkProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideDocumentLinks(document: vscode.TextDocument): Promise<vscode.DocumentLink[]> {
    await this.context.ready;
    const open = this.context.pages.at(document);
    if (!open?.page) return [];
    const { book, path: own } = open;
    return documentLinks(open.page, book.index).map(({ range, path, heading, tooltip }) => {
      const uri = path === own ? document.uri : this.context.session.uriOf(book, path);
      const target = heading ? uri.with({ fragment: `L${heading.start.line + 1}` }) : uri;
      const link = new vscode.DocumentLink(toRange(range), target);
      link.tooltip = inLinkTooltip(tooltip);
      return link;
    });
  }
}
