import * as vscode from 'vscode';
import type { BookIndex, PageChange } from '../../core/index/bookIndex';
import { type Book, Library } from '../../core/index/library';
import type { CalendarDate } from '../../core/model/calendarDate';
import { attempt } from '../../core/model/faults';
import type { Finding } from '../../core/model/finding';
import type { Page } from '../../core/model/page';
import { isLong, type LazyPage } from '../../core/parse/lazyPage';
import { warmPage } from '../../core/report/warmPage';
import { BookChecker, type TouchedPages } from '../../core/rules/bookChecker';
import type { RuleContext } from '../../core/rules/rule';
import type { Clock } from '../clock';
import type { Settings } from '../settings';
import { BackgroundCheck } from './backgroundCheck';
import { uriKey } from './paths';

/** A book of the workspace with its findings. */
export interface OpenBook {
  /** The library's path of its folder. */
  readonly root: string;
  readonly folder: vscode.Uri;
  readonly index: BookIndex;
  readonly checker: BookChecker;
}

export interface PlacedPage {
  readonly book: OpenBook;
  readonly page: Page;
}

/** The library's paths of the files whose findings may have changed; `all` where that may be any. */
export type Touched = ReadonlySet<string> | 'all';

/** So many files are told of together at most: all of them count as one change. */
const maxAtOnce = 500;

/**
 * The books of the workspace as they stand now: one library over all folders, one checker for each book. Changes are
 * staged file by file and become visible together.
 */
export class BookSession implements vscode.Disposable {
  private readonly library = new Library();
  private readonly open = new Map<string, OpenBook>();
  private readonly uris = new Map<string, vscode.Uri>();
  private readonly staged = new Map<Book, PageChange[]>();
  private readonly changed = new vscode.EventEmitter<Touched>();
  private readonly found = new vscode.EventEmitter<Touched>();
  private readonly subscriptions: vscode.Disposable[];
  private holds = 0;
  /** What is told of when all is checked. */
  private late: Set<string> | 'all' = 'all';
  /** Tells of everything when it is checked. */
  private readonly backgroundCheck = new BackgroundCheck(
    (mayGoOn) => [...this.open.values()].every(({ checker }) => checker.proceed(mayGoOn)),
    () => this.fireLate(),
  );

  /** Pages and what is summed up over them may be others. */
  readonly onDidChange = this.changed.event;
  /** Findings may be others: the same, and sooner for a page in a book that is checked anew. */
  readonly onDidFind = this.found.event;

  constructor(
    private readonly clock: Clock,
    private readonly settings: Settings,
  ) {
    this.subscriptions = [
      this.changed,
      this.found,
      clock.onDidChangeDay((today) => this.ask((book) => book.checker.setToday(today))),
      settings.onDidChange(() =>
        this.ask(({ index, checker, folder }) => {
          index.setOverrides(settings.overridesFor(folder));
          return checker.setSeverities(settings.severitiesFor(folder));
        }),
      ),
    ];
  }

  get today(): CalendarDate {
    return this.clock.today;
  }

  /** By folder. */
  books(): readonly OpenBook[] {
    return [...this.open.values()];
  }

  bookOf(uri: vscode.Uri): OpenBook | undefined {
    return this.openBook(this.library.bookOf(uriKey(uri)));
  }

  pageAt(uri: vscode.Uri): PlacedPage | undefined {
    const book = this.bookOf(uri);
    const page = book?.index.page(this.library.pathInBook(book, uriKey(uri)));
    return book && page && { book, page };
  }

  /** The library’s paths of the Markdown files of books that are no pages. */
  notes(): readonly string[] {
    return this.library.notes();
  }

  uriOf(book: OpenBook, path: string): vscode.Uri {
    return this.uris.get(this.library.pathOf(book, path)) ?? vscode.Uri.joinPath(book.folder, path);
  }

  uriOfKey(key: string): vscode.Uri | undefined {
    return this.uris.get(key);
  }

  findingsOfKey(key: string): { readonly book: OpenBook; readonly findings: readonly Finding[] } | undefined {
    const book = this.openBook(this.library.bookOf(key));
    if (!book) return undefined;
    const path = this.library.pathInBook(book, key);
    // While the whole book is checked, nobody is to wait for all of it.
    const { checker } = book;
    return {
      book,
      findings: this.backgroundCheck.isRunning ? checker.findingsSoFar(path) : checker.findingsOf(path),
    };
  }

  context(book: OpenBook): RuleContext {
    return { book: book.index, settings: book.index.settings, today: this.today };
  }

  /** All files that are known, pages or not. */
  keys(): string[] {
    return [...this.uris.keys()];
  }

  isKnown(key: string): boolean {
    return this.uris.has(key);
  }

  isInBook(key: string): boolean {
    return this.library.bookOf(key) !== undefined;
  }

  /**
   * Takes over a file's text, undefined for a file that is gone. Visible from the next `settle` on.
   *
   * @param page the text as `LazyPage.inSlices` gives it, where that was done before
   * @returns the folders of books that came into being by it; their other files may not be known yet
   */
  stage(uri: vscode.Uri, text: string | undefined, page?: LazyPage): readonly string[] {
    const key = uriKey(uri);
    if (text === undefined) this.uris.delete(key);
    else this.uris.set(key, uri);
    const update = attempt(
      `the reading of ${key}`,
      () => (text === undefined ? this.library.deleteFile(key) : this.library.setFile(key, text, page)),
      () => ({ changes: [], opened: [], closed: [] }),
    );
    for (const { book, change } of update.changes) {
      const changes = this.staged.get(book);
      if (changes) changes.push(change);
      else this.staged.set(book, [change]);
    }
    return update.opened.map(({ root }) => root);
  }

  /** Keeps everything as it was until `release`: half a book has findings that the whole has not. */
  hold(): void {
    this.holds++;
  }

  /** Settled when all that was staged is checked and told of. */
  release(): Promise<void> {
    this.holds--;
    this.settle();
    return this.backgroundCheck.finished();
  }

  /** Settled when nothing waits to be checked. */
  checked(): Promise<void> {
    return this.backgroundCheck.finished();
  }

  /** True for a file that is checked meanwhile: to ask for its findings would do all of that at once. */
  isBeingChecked(key: string): boolean {
    const book = this.openBook(this.library.bookOf(key));
    if (!book || !this.backgroundCheck.isRunning) return false;
    const page = book.index.page(this.library.pathInBook(book, key));
    return page !== undefined && isLong(page) && book.checker.waits(page.path);
  }

  /** Checks what the staged changes touch and notifies. */
  settle(): void {
    if (this.holds > 0) return;
    const reopened = this.followLibrary();
    const touched = new Set<string>();
    const changed = new Set<string>();
    let isLarge = false;
    // Before anything can fail: what was staged once is not to stand in the way of what comes.
    const staged = [...this.staged];
    this.staged.clear();
    for (const [book, changes] of staged) {
      const open = this.openBook(book);
      if (!open || reopened.has(book.root)) continue;
      const paths = attempt(
        'the check of what was changed',
        () => open.checker.update(changes),
        () => open.checker.recheck(),
      );
      if (!this.addFew(touched, book, paths)) isLarge = true;
      for (const { path } of changes) changed.add(this.library.pathOf(book, path));
    }
    if (reopened.size > 0) this.checkAll();
    else if (isLarge) this.tellOfChanged(changed);
    else this.tell(touched);
  }

  /** Checks every book from scratch; settled when it is done. */
  recheck(): Promise<void> {
    this.open.clear();
    this.staged.clear();
    this.followLibrary();
    this.checkAll();
    return this.backgroundCheck.finished();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  /** Opens and closes books as the library did; returns the roots of those that came or went. */
  private followLibrary(): ReadonlySet<string> {
    const changed = new Set<string>();
    for (const [root, { index }] of this.open) {
      if (this.library.book(root)?.index === index) continue;
      this.open.delete(root);
      changed.add(root);
    }
    for (const { root, index } of this.library.books()) {
      if (this.open.has(root)) continue;
      const bookPage = this.uris.get(`${root}/book.md`) as vscode.Uri;
      const folder = vscode.Uri.joinPath(bookPage, '..');
      const severities = this.settings.severitiesFor(folder);
      index.setOverrides(this.settings.overridesFor(folder));
      const warmMemo = (page: Page) => warmPage(page, index, this.today);
      const checker = new BookChecker(index, { today: this.today, severities, warmMemo });
      this.open.set(root, { root, folder, index, checker });
      changed.add(root);
    }
    return changed;
  }

  private openBook(book: Book | undefined): OpenBook | undefined {
    const open = book && this.open.get(book.root);
    return open && open.index === book.index ? open : undefined;
  }

  private ask(change: (book: OpenBook) => TouchedPages): void {
    const touched = new Set<string>();
    let isLarge = false;
    for (const book of this.open.values()) {
      if (!this.addFew(touched, book, change(book))) isLarge = true;
    }
    if (isLarge) this.checkAll();
    else this.tell(touched);
  }

  /** False, and adds none, where they are so many that nobody needs their names. */
  private addFew(touched: Set<string>, book: Book, paths: TouchedPages): boolean {
    if (paths === 'all' || paths.size > maxAtOnce) return false;
    for (const path of paths) touched.add(this.library.pathOf(book, path));
    return true;
  }

  private tell(touched: ReadonlySet<string>): void {
    if (touched.size > maxAtOnce) this.checkAll();
    else if (touched.size === 0) return;
    else if (this.backgroundCheck.isRunning || this.defers) this.tellLate(touched);
    else this.fire(touched);
  }

  /** True where long pages wait to be checked. */
  private get defers(): boolean {
    return [...this.open.values()].some(({ checker }) => checker.defers);
  }

  /** What is known of them is told at once, what they mean for all others when the rest is checked, too. */
  private tellLate(touched: ReadonlySet<string>): void {
    if (!this.backgroundCheck.isRunning) this.late = new Set();
    if (this.late !== 'all') for (const key of touched) this.late.add(key);
    this.backgroundCheck.continueSoon();
    this.found.fire(touched);
  }

  private checkAll(): void {
    this.late = 'all';
    this.backgroundCheck.begin();
  }

  private fireLate(): void {
    const { late } = this;
    this.late = 'all';
    this.fire(late);
  }

  /**
   * Who types sees at once what becomes of the page, whatever it means for all others. What sums up all of them has to
   * wait: it would look at each page again.
   */
  private tellOfChanged(changed: ReadonlySet<string>): void {
    this.late = 'all';
    this.backgroundCheck.continueSoon();
    this.found.fire(changed);
  }

  private fire(touched: Touched): void {
    this.found.fire(touched);
    this.changed.fire(touched);
  }
}
