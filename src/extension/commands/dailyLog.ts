import * as vscode from 'vscode';
import { entriesOf } from '../../core/analysis/entries';
import { findLog } from '../../core/edit/logTime';
import { type Draft, draftPage } from '../../core/edit/templates';
import { dateOf } from '../../core/model/fields';
import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { dailyType } from '../../core/schema/schema';
import type { BookFiles } from '../books/bookFiles';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { CurrentPage, PageEditor } from '../pageEditor';
import type { BookChoice } from './bookChoice';
import { tellOfTemplate } from './templateNote';

/** Today's log page: found, or created from the book’s template or its skeleton. */
export class DailyLog {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
    private readonly editor: PageEditor,
    private readonly files: BookFiles,
  ) {}

  async run(): Promise<void> {
    const book = await this.choice.choose();
    if (book) await this.open(book);
  }

  /** Opens it with the cursor behind its last entry. */
  async open(book: OpenBook): Promise<void> {
    const uri = await this.ensure(book);
    const log = await this.editor.current(uri);
    await this.editor.show(
      uri,
      log && entriesOf(log.page, book.index.settings.activities).at(-1)?.range.end.line,
    );
  }

  /** Today's log as it reads on disk, or with its unsaved changes; created where there is none. */
  async current(book: OpenBook): Promise<CurrentPage> {
    return this.read(await this.ensure(book));
  }

  /** A log page as it reads on disk, or with its unsaved changes. */
  async read(uri: vscode.Uri): Promise<CurrentPage> {
    const current = await this.editor.current(uri);
    if (!current) throw new Refusal(t`${vscode.workspace.asRelativePath(uri)} is no page that can be read.`);
    return current;
  }

  /** Today's log, also one that was created elsewhere a moment ago; undefined where there is none. */
  async find(book: OpenBook): Promise<vscode.Uri | undefined> {
    const existing = findLog(book.index, this.session.today);
    if (existing) return this.session.uriOf(book, existing.path);
    const uri = this.session.uriOf(book, this.draft(book).path);
    if (!(await this.files.exists(uri))) return undefined;
    const page = (await this.editor.current(uri))?.page;
    return page && dateOf(page, 'date') === this.session.today ? uri : undefined;
  }

  async ensure(book: OpenBook): Promise<vscode.Uri> {
    const existing = await this.find(book);
    if (existing) return existing;
    const page = this.draft(book);
    tellOfTemplate(page, dailyType.id, book, this.session);
    return this.editor.create(book, page);
  }

  private draft({ index }: OpenBook): Draft {
    const { today } = this.session;
    const { id } = dailyType;
    return draftPage(id, { id: today, today, template: index.template(id) });
  }
}
