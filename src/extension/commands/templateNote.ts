import * as vscode from 'vscode';
import type { Draft } from '../../core/edit/templates';
import { templatePath } from '../../core/index/templates';
import type { BookSession, OpenBook } from '../books/bookSession';
import { plainText } from '../plainText';

const openTemplate = 'Open Template';

/** Tells the user where the book’s own template could not be used, and offers to mend it. */
export function tellOfTemplate({ note }: Draft, typeId: string, book: OpenBook, session: BookSession): void {
  if (note === undefined) return;
  const uri = session.uriOf(book, templatePath(typeId));
  vscode.window.showWarningMessage(plainText(note), openTemplate).then((choice) => {
    if (choice === openTemplate) void vscode.window.showTextDocument(uri);
  });
}
