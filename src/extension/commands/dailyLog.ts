import type * as vscode from 'vscode';
import { findLog } from '../../core/edit/logTime';
import { pageSkeleton } from '../../core/edit/skeleton';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import type { BookChoice } from './bookChoice';

/** Today's log page: found, or created from its skeleton. */
export class DailyLog {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
    private readonly editor: PageEditor,
  ) {}

  async run(): Promise<void> {
    const book = await this.choice.choose();
    if (book) await this.open(book);
  }

  /** Opens it with the cursor behind its last entry. */
  async open(book: OpenBook): Promise<void> {
    const uri = await this.ensure(book);
    const log = await this.editor.current(uri);
    await this.editor.show(uri, log?.page.entries.at(-1)?.range.end.line);
  }

  async ensure(book: OpenBook): Promise<vscode.Uri> {
    const { today } = this.session;
    const existing = findLog(book.index, today);
    if (existing) return this.session.uriOf(book, existing.path);
    return this.editor.create(book, pageSkeleton('log', { id: today, today }));
  }
}
