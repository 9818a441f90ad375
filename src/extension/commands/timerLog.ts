import type * as vscode from 'vscode';
import { entriesOf } from '../../core/analysis/entries';
import { type OpenTimer, openTimersOf } from '../../core/analysis/openTimers';
import {
  removeEntryEdits,
  retitleTimerEdits,
  startTimerEdits,
  stopTimerEdits,
  switchTimerEdits,
  type TimedWork,
} from '../../core/edit/timer';
import { t } from '../../core/model/message';
import type { Page, TimeEntry } from '../../core/model/page';
import { Refusal } from '../../core/model/refusal';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import type { DailyLog } from './dailyLog';

export interface PlacedTimer extends OpenTimer {
  readonly book: OpenBook;
}

interface OpenEntry {
  readonly document: vscode.TextDocument;
  readonly page: Page;
  readonly text: string;
  readonly entry: TimeEntry;
}

/** The timers that the index knows of in all books, the one that was started last first. */
export function timersOf(session: BookSession): PlacedTimer[] {
  return session
    .books()
    .flatMap((book) => openTimersOf(book.index, session.today).map((timer) => ({ ...timer, book })))
    .sort((a, b) => a.daysAgo - b.daysAgo || b.start - a.start);
}

/**
 * Timers as they stand in the logs. The files alone hold them: each is read anew before it is looked at or written, so
 * that a restart loses nothing and several windows agree.
 */
export class TimerLog {
  constructor(
    private readonly session: BookSession,
    private readonly log: DailyLog,
    private readonly editor: PageEditor,
  ) {}

  /** The open timers, their files and those of today read anew. */
  async timers(): Promise<PlacedTimer[]> {
    const known = timersOf(this.session).map(({ book, path }) => this.session.uriOf(book, path));
    const today = await Promise.all(this.session.books().map((book) => this.log.find(book)));
    const uris = new Map(
      [...known, ...today].flatMap((uri): [string, vscode.Uri][] => (uri ? [[uri.toString(), uri]] : [])),
    );
    for (const uri of uris.values()) await this.log.read(uri);
    return timersOf(this.session);
  }

  async start(book: OpenBook, start: number, work: TimedWork): Promise<void> {
    await this.editor.edit(
      () => this.log.current(book),
      ({ document, page }) => startTimerEdits(page, document.getText(), start, work),
    );
  }

  /** @param end minutes after midnight of the timer's day */
  async stop(timer: PlacedTimer, end: number): Promise<void> {
    await this.editor.edit(
      () => this.entryOf(timer),
      ({ page, text, entry }) => stopTimerEdits(page, text, entry, end),
    );
  }

  /** Stops a timer of today and starts the next one at that moment; where both stand in one log, in one edit. */
  async switch(timer: PlacedTimer, end: number, book: OpenBook, work: TimedWork): Promise<void> {
    if (timer.book.root !== book.root) {
      await this.stop(timer, end);
      return this.start(book, end, work);
    }
    await this.editor.edit(
      () => this.entryOf(timer),
      ({ page, text, entry }) => switchTimerEdits(page, text, entry, end, work),
    );
  }

  /** Gives a timer another activity and summary. */
  async retitle(timer: PlacedTimer, work: TimedWork): Promise<void> {
    await this.editor.edit(
      () => this.entryOf(timer),
      ({ page, text, entry }) => retitleTimerEdits(page, text, entry, work),
    );
  }

  async remove(timer: PlacedTimer): Promise<void> {
    await this.editor.edit(
      () => this.entryOf(timer),
      ({ page, text, entry }) => removeEntryEdits(page, text, entry),
    );
  }

  async pageOf({ book, path }: PlacedTimer): Promise<Page> {
    return (await this.log.read(this.session.uriOf(book, path))).page;
  }

  /** Shows the log with the cursor behind the timer's entry. */
  async show(timer: PlacedTimer): Promise<void> {
    const { document, entry } = await this.entryOf(timer);
    await this.editor.show(document.uri, entry.range.start.line);
  }

  private async entryOf({ book, path, start, entry: known }: PlacedTimer): Promise<OpenEntry> {
    const { document, page } = await this.log.read(this.session.uriOf(book, path));
    const entry = entriesOf(page, book.index.settings.activities).find(
      (one) => one.open && one.start === start && one.activity === known.activity,
    );
    if (!entry)
      throw new Refusal(t`The timer is no longer in the log: somebody else has stopped or changed it.`);
    return { document, page, text: document.getText(), entry };
  }
}
