import type * as vscode from 'vscode';
import type { TextLines } from '../../core/language/completion/trigger';
import { uriKey } from '../books/paths';
import { openDocument } from '../books/workspaceSync';
import type { LanguageContext } from './languageContext';

/** The text of a page as it reads now, open or not; undefined where it cannot be read. */
export async function readPageText(uri: vscode.Uri, { files }: LanguageContext): Promise<string | undefined> {
  return openDocument(uriKey(uri))?.getText() ?? files.read(uri);
}

/** The lines of a document, without a copy of its text. */
export function linesOf(document: vscode.TextDocument): TextLines {
  return { lineCount: document.lineCount, lineText: (line) => document.lineAt(line).text };
}
