import * as vscode from 'vscode';
import { textOf } from '../../core/model/fields';
import { type Text, t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { onePagerHtml, reviewHtml } from '../../core/report/html/reportHtml';
import { periodKinds, periodNamed, type ReviewPeriod } from '../../core/report/reviewPeriod';
import { weeklyType } from '../../core/schema/schema';
import type { BookSession, OpenBook } from '../books/bookSession';
import { type OnePagerDocuments, onePagerScheme } from '../reports/onePagerDocuments';
import { saveFile } from '../reports/saveFile';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { say } from '../ui/words';

/** A review or a one-pager that can be saved. */
interface Report {
  readonly book: OpenBook;
  /** Without its ending. */
  readonly fileName: string;
  readonly html: string;
}

const contextKey = 'statusBook.isReport';

/** Saves a review or a one-pager as one HTML page for mail and print. */
export class SaveAsHtml implements vscode.Disposable {
  readonly command = 'statusBook.saveAsHtml';
  private readonly subscriptions: vscode.Disposable[];
  private isReport = false;

  constructor(
    private readonly session: BookSession,
    private readonly documents: OnePagerDocuments,
  ) {
    const update = (): void => this.updateContext();
    this.subscriptions = [
      vscode.window.tabGroups.onDidChangeTabs(update),
      vscode.window.tabGroups.onDidChangeTabGroups(update),
      session.onDidChange(update),
    ];
  }

  /** @param given for key bindings: the `page`, and the file `to` save it to; the active page and a question where they are absent */
  async run(given?: unknown): Promise<void> {
    const { page, to } = (given ?? {}) as { page?: unknown; to?: unknown };
    const uri = page instanceof vscode.Uri ? page : this.activeReport();
    const report = uri && (await this.read(uri));
    if (!report) {
      inBackground(
        notify(
          'information',
          t`Open a review or a product one-pager first; “Write Weekly Review” and “Product One-Pager” make them.`,
        ),
      );
      return;
    }
    await saveFile(report.html, {
      title: t`Save as HTML`,
      name: `${report.fileName}.html`,
      folder: report.book.folder,
      filter: { [say(t`Web page`)]: ['html'] },
      ...(to instanceof vscode.Uri ? { to } : {}),
    });
  }

  /** Says that a report is there, and offers to save it. */
  async offer(message: Text, page: vscode.Uri): Promise<void> {
    const save = t`Save as HTML…`;
    if ((await notify('information', message, save)) === save) {
      await vscode.commands.executeCommand(this.command, { page });
    }
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private async read(uri: vscode.Uri): Promise<Report | undefined> {
    if (uri.scheme === onePagerScheme) {
      const onePager = await this.documents.read(uri);
      if (!onePager) return undefined;
      const { book, product, markdown } = onePager;
      return { book, fileName: product.id, html: onePagerHtml(markdown, book.index, product.title, say) };
    }
    const placed = this.session.pageAt(uri);
    if (placed?.page.type !== weeklyType.id) return undefined;
    const { book, page } = placed;
    const text = (await vscode.workspace.openTextDocument(uri)).getText();
    const html = reviewHtml(text, book.index, page.title, say, periodOfReview(page));
    return { book, fileName: page.id, html };
  }

  /** The review or one-pager that the active tab shows, as text or in a preview. */
  private activeReport(): vscode.Uri | undefined {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab;
    if (tab?.input instanceof vscode.TabInputText)
      return this.isReportUri(tab.input.uri) ? tab.input.uri : undefined;
    if (!(tab?.input instanceof vscode.TabInputWebview) || !tab.input.viewType.endsWith('markdown.preview')) {
      return undefined;
    }
    // A preview does not tell whose it is, but for the file’s name in its title.
    return this.knownReports().find((uri) => tab.label.endsWith(uri.path.split('/').pop() ?? uri.path));
  }

  private isReportUri(uri: vscode.Uri): boolean {
    return uri.scheme === onePagerScheme || this.session.pageAt(uri)?.page.type === weeklyType.id;
  }

  private knownReports(): vscode.Uri[] {
    const onePagers = vscode.workspace.textDocuments.filter(({ uri }) => uri.scheme === onePagerScheme);
    const reviews = this.session
      .books()
      .flatMap((book) =>
        book.index.pagesOfType(weeklyType.id).map((page) => this.session.uriOf(book, page.path)),
      );
    return [...onePagers.map(({ uri }) => uri), ...reviews];
  }

  private updateContext(): void {
    const isReport = this.activeReport() !== undefined;
    if (isReport === this.isReport) return;
    this.isReport = isReport;
    inBackground(vscode.commands.executeCommand('setContext', contextKey, isReport));
  }
}

function periodOfReview(page: Page): ReviewPeriod | undefined {
  const name = textOf(page, 'week') ?? page.id;
  return periodKinds.flatMap((kind) => periodNamed(kind, name) ?? [])[0];
}
