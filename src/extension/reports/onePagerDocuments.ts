import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { onePagerOf } from '../../core/report/onePager/onePager';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { Settings } from '../settings';
import { say } from '../ui/words';

export const onePagerScheme = 'status-book-one-pager';

export interface OnePager {
  readonly book: OpenBook;
  readonly product: Page;
  readonly markdown: string;
}

/** One-pagers as read-only documents: they follow the book while they are open, and nothing is to be saved. */
export class OnePagerDocuments implements vscode.TextDocumentContentProvider, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<vscode.Uri>();
  private readonly subscriptions: vscode.Disposable[];

  readonly onDidChange = this.changed.event;

  constructor(
    private readonly session: BookSession,
    private readonly settings: Settings,
  ) {
    this.subscriptions = [
      this.changed,
      vscode.workspace.registerTextDocumentContentProvider(onePagerScheme, this),
      session.onDidChange(() => {
        for (const { uri } of vscode.workspace.textDocuments) {
          if (uri.scheme === onePagerScheme) this.changed.fire(uri);
        }
      }),
    ];
  }

  /** The document on a product, by the file of its page. */
  uriOf(productUri: vscode.Uri, product: Page): vscode.Uri {
    const name = product.title.replace(/[\\/:*?"<>|#%\p{Cc}]+/gu, ' ').trim() || product.id;
    return vscode.Uri.from({
      scheme: onePagerScheme,
      path: `/${say(t`${name} – one page`)}.md`,
      query: productUri.toString(),
    });
  }

  async provideTextDocumentContent(uri: vscode.Uri): Promise<string> {
    return (await this.read(uri))?.markdown ?? say(t`This product is no longer in the book.`);
  }

  /** Undefined where its product is gone. */
  async read(uri: vscode.Uri): Promise<OnePager | undefined> {
    const productUri = vscode.Uri.parse(uri.query);
    const placed = this.session.pageAt(productUri);
    if (placed?.page.type !== 'product') return undefined;
    const { book, page: product } = placed;
    const text = (await vscode.workspace.openTextDocument(productUri)).getText();
    const severities = this.settings.severitiesFor(book.folder);
    const options = { book: book.index, today: this.session.today, severities };
    return { book, product, markdown: onePagerOf(product, text, options, say) };
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }
}
