import * as vscode from 'vscode';
import { hoverAt } from '../../core/language/hover/hover';
import { toRange } from '../convert';
import { toMarkdown } from '../ui/markdown';
import { type LanguageContext, markdownDocuments } from './languageContext';
import { readPageText } from './pageText';

/** Tells of the page, duty, department or field under the mouse, and explains what was found there. */
export class PageHover implements vscode.HoverProvider {
  constructor(private readonly context: LanguageContext) {}

  static register(context: LanguageContext): vscode.Disposable {
    return vscode.languages.registerHoverProvider(markdownDocuments, new PageHover(context));
  }

  async provideHover(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): Promise<vscode.Hover | undefined> {
    const { session, pages, documentation } = this.context;
    const open = await pages.at(document);
    if (!open) return undefined;
    const { book, path, text, page } = open;
    const hover = await hoverAt({
      book: book.index,
      path,
      text,
      page,
      position: { line: position.line, character: position.character },
      today: session.today,
      findingsOf: (of) => book.checker.findingsOf(of),
      textOf: (of) => readPageText(session.uriOf(book, of), this.context),
      links: {
        page: (of) => session.uriOf(book, of).toString(),
        rule: (id) => documentation.of(id).toString(),
      },
    });
    return hover && new vscode.Hover(toMarkdown(hover.markdown), toRange(hover.range));
  }
}
