import * as vscode from 'vscode';
import type { CalendarDate } from '../../core/model/calendarDate';
import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { longDayText } from '../../core/model/texts';
import { dashboardParts } from '../../core/report/dashboard';
import { dashboardLabels } from '../../core/report/dashboard/labels';
import {
  type BookName,
  type DashboardModel,
  type PagePlace,
  readWebviewMessage,
} from '../../shared/dashboardProtocol';
import type { BookSession, OpenBook } from '../books/bookSession';
import { inBackground, reported } from '../ui/background';
import { log } from '../ui/log';
import { language, say, spoken } from '../ui/words';
import { DashboardFeed } from './dashboardFeed';
import { dashboardHtml } from './dashboardHtml';

export interface PanelParts {
  readonly session: BookSession;
  readonly ready: Promise<void>;
  readonly extensionUri: vscode.Uri;
}

/** Shows the dashboard of one book in a webview, and does what is asked for in there. */
export class DashboardPanel implements vscode.Disposable {
  private readonly subscriptions: vscode.Disposable[];
  private readonly feed: DashboardFeed;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    private root: string | undefined,
    private readonly parts: PanelParts,
  ) {
    const { webview } = panel;
    const { session } = parts;
    this.feed = new DashboardFeed({
      compute: () => this.compute(),
      send: (message) => inBackground(webview.postMessage(message)),
      wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
    });
    webview.options = { enableScripts: true, localResourceRoots: webviewRoots(parts.extensionUri) };
    this.subscriptions = [
      session.onDidChange(() => inBackground(reported(() => this.feed.outdate()))),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.feed.stop();
      }),
      webview.onDidReceiveMessage((message) => inBackground(reported(() => this.receive(message)))),
    ];
    webview.html = this.html();
  }

  dispose(): void {
    this.feed.stop();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private html(): string {
    const { webview } = this.panel;
    const uriOf = (...path: string[]): string =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.parts.extensionUri, ...path)).toString();
    return dashboardHtml({
      language: language(),
      labels: spoken(dashboardLabels),
      script: uriOf('dist', 'webview', 'dashboard.js'),
      styles: [uriOf('media', 'dashboard.css'), uriOf('media', 'dashboardPanels.css')],
      cspSource: webview.cspSource,
      nonce: crypto.randomUUID(),
    });
  }

  private compute() {
    const { session } = this.parts;
    const book = this.book();
    if (!book) return undefined;
    const head = {
      book: nameOf(book),
      books: session.books().map(nameOf),
      day: say(longDayText(session.today)),
    };
    return { head, parts: spokenParts(book, session.today) };
  }

  private async receive(message: unknown): Promise<void> {
    const request = readWebviewMessage(message);
    switch (request?.type) {
      case 'ready':
        await this.parts.ready;
        this.root = request.book ?? this.root;
        return this.feed.start();
      case 'choose':
        this.root = request.book;
        return this.feed.update();
      case 'open':
        return this.open(request.place, request.beside);
      case 'run': {
        const { command, pageType } = request;
        const given = pageType === undefined ? [] : [pageType];
        await vscode.commands.executeCommand(command, ...given);
        return;
      }
      default:
        log.warn(`The dashboard sent what is no message: ${JSON.stringify(message)}`);
    }
  }

  /** The book that was chosen, as long as it is there. */
  private book(): OpenBook | undefined {
    const books = this.parts.session.books();
    return books.find(({ root }) => root === this.root) ?? books[0];
  }

  /** Opens a page of the book, and nothing else. */
  private async open({ path, line = 0 }: PagePlace, beside: boolean): Promise<void> {
    const book = this.book();
    if (!book?.index.page(path)) throw new Refusal(t`The book has no page ${path} any more.`);
    const uri = this.parts.session.uriOf(book, path);
    const document = await vscode.workspace.openTextDocument(uri);
    const start = new vscode.Position(Math.min(line, document.lineCount - 1), 0);
    await vscode.window.showTextDocument(document, {
      viewColumn: beside ? vscode.ViewColumn.Beside : this.columnForPages(),
      selection: new vscode.Range(start, start),
    });
  }

  /** Where there are several groups of editors, one that does not cover the dashboard. */
  private columnForPages(): vscode.ViewColumn {
    const own = this.panel.viewColumn ?? vscode.ViewColumn.Active;
    const other = vscode.window.tabGroups.all.find(({ viewColumn }) => viewColumn !== own);
    return other?.viewColumn ?? own;
  }
}

/** The only folders from which a dashboard may load. */
export function webviewRoots(extensionUri: vscode.Uri): vscode.Uri[] {
  return [vscode.Uri.joinPath(extensionUri, 'dist', 'webview'), vscode.Uri.joinPath(extensionUri, 'media')];
}

function nameOf({ root, index }: OpenBook): BookName {
  return { root, title: index.bookPage?.title ?? root };
}

function* spokenParts({ index }: OpenBook, today: CalendarDate): Generator<Partial<DashboardModel>> {
  for (const part of dashboardParts(index, today)) yield spoken(part);
}
