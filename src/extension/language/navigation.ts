import * as vscode from 'vscode';
import { PageDefinition } from './definition';
import { PageLinks } from './documentLinks';
import { FrontMatterFolding } from './folding';
import { PageHighlights } from './highlights';
import { type LanguageContext, markdownDocuments } from './languageContext';
import { PageReferences } from './references';
import { PageRename } from './rename';
import { PageSymbols } from './symbols';

/** Registers what leads through a book, and what renames its pages. */
export function registerNavigation(context: LanguageContext): vscode.Disposable {
  const { languages } = vscode;
  return vscode.Disposable.from(
    languages.registerDefinitionProvider(markdownDocuments, new PageDefinition(context)),
    languages.registerReferenceProvider(markdownDocuments, new PageReferences(context)),
    languages.registerDocumentHighlightProvider(markdownDocuments, new PageHighlights(context)),
    languages.registerDocumentLinkProvider(markdownDocuments, new PageLinks(context)),
    languages.registerFoldingRangeProvider(markdownDocuments, new FrontMatterFolding(context)),
    languages.registerWorkspaceSymbolProvider(new PageSymbols(context)),
    languages.registerRenameProvider(markdownDocuments, new PageRename(context)),
  );
}
