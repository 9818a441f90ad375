import * as vscode from 'vscode';
import { frontMatterFolds } from '../../core/language/navigation/folding';
import type { LanguageContext } from './languageContext';

/** Folds front matter; sections and lists are folded by VS Code's own Markdown support. */
export class FrontMatterFolding implements vscode.FoldingRangeProvider {
  constructor(private readonly context: LanguageContext) {}

  async provideFoldingRanges(document: vscode.TextDocument): Promise<vscode.FoldingRange[]> {
    await this.context.ready;
    const page = (await this.context.pages.at(document))?.page;
    return page ? frontMatterFolds(page).map(({ start, end }) => new vscode.FoldingRange(start, end)) : [];
  }
}
