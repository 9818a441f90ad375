import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import type { BookSession, OpenBook } from '../books/bookSession';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { pickOne } from '../ui/questions';

/** Finds the book that a command is about. */
export class BookChoice {
  constructor(
    private readonly session: BookSession,
    private readonly ready: Promise<void>,
  ) {}

  /** The active page's book, or the only one, or the one that the user picks; undefined where the user gives up. */
  async choose(): Promise<OpenBook | undefined> {
    await this.ready;
    const active = vscode.window.activeTextEditor?.document.uri;
    const ofActive = active && this.session.bookOf(active);
    const books = this.session.books();
    if (ofActive || books.length === 1) return ofActive ?? books[0];
    if (books.length === 0) {
      inBackground(
        notify(
          'information',
          t`There is no status book here yet. Run “Status Book: Initialise a Status Book” first.`,
        ),
      );
      return undefined;
    }
    const rows = books.map((book) => ({
      label: book.index.bookPage?.title ?? book.root,
      description: vscode.workspace.asRelativePath(book.folder),
      value: book,
    }));
    return pickOne(rows, { title: t`Which status book?` });
  }

  byRoot(root: string): OpenBook | undefined {
    return this.session.books().find((book) => book.root === root);
  }
}
