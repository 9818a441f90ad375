import type MarkdownIt from 'markdown-it';
import * as vscode from 'vscode';
import { previewDigest } from '../../core/language/preview/previewDigest';
import type { PreviewContext } from '../../core/language/preview/previewLink';
import type { Page } from '../../core/model/page';
import type { BookSession } from '../books/bookSession';
import { inBackground } from '../ui/background';
import { extendMarkdownIt } from './markdownItPlugin';
import type { PreviewBooks } from './previewBooks';

/** So many milliseconds after the last change of the book previews that are out of date are refreshed. */
const refreshDelay = 300;

const cardSetting = 'statusBook.preview.card';

interface RenderedPage {
  readonly uri: vscode.Uri;
  readonly page: Page;
  /** What of the book was shown; undefined where the page belonged to none. */
  readonly digest: string | undefined;
}

/**
 * The pages of books in VS Code’s own Markdown preview. VS Code renders a page anew when its text changes; when what it
 * shows of other pages changes, it is asked to.
 */
export class PagePreview implements PreviewBooks, vscode.Disposable {
  private readonly rendered = new Map<string, RenderedPage>();
  private readonly subscriptions: readonly vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** True where previews are shown otherwise now, whatever the book says. */
  private isAllOutdated = false;

  constructor(private readonly session: BookSession) {
    this.subscriptions = [
      session.onDidChange(() => this.plan()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (!event.affectsConfiguration(cardSetting)) return;
        this.isAllOutdated = true;
        this.plan();
      }),
      // VS Code renders a page before it reports the tab that will show it.
      vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
        if (opened.some(isPreview)) this.plan();
        if (closed.some(isPreview) && !isPreviewOpen()) this.rendered.clear();
      }),
    ];
  }

  /** What VS Code’s Markdown extension calls with the renderer of its preview. */
  readonly extendMarkdownIt = (md: MarkdownIt): MarkdownIt => extendMarkdownIt(md, this);

  contextOf(environment: unknown, page: Page): PreviewContext | undefined {
    const uri = documentOf(environment);
    if (!uri) return undefined;
    const context = this.contextAt(uri);
    const known = this.rendered.get(uri.toString());
    // One rendering asks many times.
    if (known?.page !== page || (known.digest === undefined) !== (context === undefined)) {
      this.rendered.set(uri.toString(), { uri, page, digest: digestOf(page, context) });
    }
    return context;
  }

  showsCard(): boolean {
    return vscode.workspace.getConfiguration().get<boolean>(cardSetting) !== false;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private contextAt(uri: vscode.Uri): PreviewContext | undefined {
    const placed = this.session.pageAt(uri);
    return placed && { index: placed.book.index, path: placed.page.path, today: this.session.today };
  }

  private plan(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.refreshOutdated(), refreshDelay);
  }

  private refreshOutdated(): void {
    if (!isPreviewOpen()) return;
    const outdated = [...this.rendered].filter(
      ([, { uri, page, digest }]) => digestOf(page, this.contextAt(uri)) !== digest,
    );
    for (const [key] of outdated) this.rendered.delete(key);
    const isAnyOutdated = outdated.length > 0 || this.isAllOutdated;
    this.isAllOutdated = false;
    if (isAnyOutdated) inBackground(vscode.commands.executeCommand('markdown.preview.refresh'));
  }
}

function digestOf(page: Page, context: PreviewContext | undefined): string | undefined {
  return context && previewDigest(page, context);
}

function documentOf(environment: unknown): vscode.Uri | undefined {
  const { currentDocument } = (environment ?? {}) as { currentDocument?: unknown };
  return currentDocument instanceof vscode.Uri ? currentDocument : undefined;
}

function isPreviewOpen(): boolean {
  return vscode.window.tabGroups.all.some(({ tabs }) => tabs.some(isPreview));
}

function isPreview({ input }: vscode.Tab): boolean {
  const isPanel = input instanceof vscode.TabInputWebview || input instanceof vscode.TabInputCustom;
  return isPanel && input.viewType.includes('markdown.preview');
}
