import * as vscode from 'vscode';
import { pageFact } from '../../core/analysis/pageFact';
import { isClosed } from '../../core/model/lifecycle';
import { t } from '../../core/model/message';
import type { BookSession } from '../books/bookSession';
import type { OnePagerDocuments } from '../reports/onePagerDocuments';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { pickOne } from '../ui/questions';
import type { BookChoice } from './bookChoice';
import type { SaveAsHtml } from './saveAsHtml';

/** Shows what a director would want to know of a product within a minute. Writes nothing. */
export class ProductOnePager {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
    private readonly documents: OnePagerDocuments,
    private readonly saveAsHtml: SaveAsHtml,
  ) {}

  /** @param given the product’s page; the active one, else the one that the user picks, where it is absent */
  async run(given: vscode.Uri | undefined): Promise<void> {
    const active = vscode.window.activeTextEditor?.document.uri;
    const uri =
      [given, active].find((candidate) => candidate && this.isProduct(candidate)) ?? (await this.pick());
    const product = uri && this.session.pageAt(uri)?.page;
    if (!uri || !product) return;
    const document = this.documents.uriOf(uri, product);
    await show(document);
    inBackground(
      this.saveAsHtml.offer(
        t`One page on ${product.title}. It follows the book while it is open; nothing was written.`,
        document,
      ),
    );
  }

  private isProduct(uri: vscode.Uri): boolean {
    return this.session.pageAt(uri)?.page.type === 'product';
  }

  private async pick(): Promise<vscode.Uri | undefined> {
    const book = await this.choice.choose();
    if (!book) return undefined;
    const products = book.index.pagesOfType('product');
    const rows = [...products.filter((page) => !isClosed(page)), ...products.filter(isClosed)].map(
      (page) => ({
        label: page.title,
        description: pageFact(page, this.session.today, book.index.settings),
        value: page,
      }),
    );
    if (rows.length === 0) {
      inBackground(notify('information', t`There is no product in this book yet. “New Page” adds one.`));
      return undefined;
    }
    const picked = await pickOne(rows, { title: t`One page on which product?` });
    return picked && this.session.uriOf(book, picked.path);
  }
}

/** In the Markdown preview, where there is one. */
async function show(uri: vscode.Uri): Promise<void> {
  const document = await vscode.workspace.openTextDocument(uri);
  try {
    await vscode.commands.executeCommand('markdown.showPreview', document.uri);
  } catch {
    // VS Code’s own Markdown extension can be switched off.
    await vscode.window.showTextDocument(document, { preview: false });
  }
}
