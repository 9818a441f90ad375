import * as vscode from 'vscode';
import type { Draft } from '../../core/edit/templates';
import { templatePath } from '../../core/index/templates';
import { type Text, t } from '../../core/model/message';
import type { BookSession, OpenBook } from '../books/bookSession';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';

const openTemplate = t`Open Template`;

/** Tells the user where the book’s own template could not be used, and offers to fix it. */
export function tellOfTemplate({ note }: Draft, typeId: string, book: OpenBook, session: BookSession): void {
  if (note === undefined) return;
  const uri = session.uriOf(book, templatePath(typeId));
  inBackground(offer(note, uri));
}

async function offer(note: Text, template: vscode.Uri): Promise<void> {
  const choice = await notify('warning', note, openTemplate);
  if (choice === openTemplate) await vscode.window.showTextDocument(template);
}
