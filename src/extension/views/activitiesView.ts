import * as vscode from 'vscode';
import type { BookSession } from '../books/bookSession';
import type { ActivityNode } from './activityNode';
import { activityTree } from './activityTree';

export const activitiesViewId = 'statusBook.activities';

/** So many milliseconds without a change, then the view is drawn anew. */
const refreshPause = 150;

/** Shows the activity tree; nothing is computed while the view is hidden. */
export class ActivitiesView implements vscode.TreeDataProvider<ActivityNode>, vscode.Disposable {
  private readonly refreshed = new vscode.EventEmitter<undefined>();
  private readonly view: vscode.TreeView<ActivityNode>;
  private readonly subscriptions: vscode.Disposable[];
  private roots: readonly ActivityNode[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOutdated = false;

  readonly onDidChangeTreeData = this.refreshed.event;

  constructor(
    private readonly session: BookSession,
    private readonly ready: Promise<void>,
  ) {
    this.view = vscode.window.createTreeView(activitiesViewId, {
      treeDataProvider: this,
      showCollapseAll: true,
    });
    this.subscriptions = [
      this.refreshed,
      this.view,
      session.onDidChange(() => this.outdate()),
      this.view.onDidChangeVisibility(() => this.refreshWhenVisible()),
    ];
  }

  async getChildren(node?: ActivityNode): Promise<ActivityNode[]> {
    await this.ready;
    if (node) return [...node.children];
    this.roots ??= activityTree(this.session.books(), this.session.today);
    return [...this.roots];
  }

  getParent(node: ActivityNode): ActivityNode | undefined {
    return node.parent;
  }

  getTreeItem(node: ActivityNode): vscode.TreeItem {
    const item = new vscode.TreeItem(node.label, collapsibleState(node));
    item.id = node.id;
    item.description = node.description;
    item.tooltip = node.tooltip;
    item.accessibilityInformation = { label: node.spoken };
    item.iconPath = new vscode.ThemeIcon(
      node.icon,
      node.color ? new vscode.ThemeColor(node.color) : undefined,
    );
    item.contextValue = node.reviewable ? `${node.kind} reviewable` : node.kind;
    const uri = this.uriOf(node);
    if (uri) {
      item.resourceUri = uri;
      item.command = { command: 'vscode.open', title: 'Open', arguments: [uri] };
    }
    return item;
  }

  /** The file of a page's row. */
  uriOf({ root, path }: ActivityNode): vscode.Uri | undefined {
    const book = path === undefined ? undefined : this.session.books().find((open) => open.root === root);
    return book && path !== undefined ? this.session.uriOf(book, path) : undefined;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private outdate(): void {
    this.isOutdated = true;
    this.refreshWhenVisible();
  }

  private refreshWhenVisible(): void {
    clearTimeout(this.timer);
    if (!this.view.visible || !this.isOutdated) return;
    this.timer = setTimeout(() => {
      this.isOutdated = false;
      this.roots = undefined;
      this.refreshed.fire(undefined);
    }, refreshPause);
  }
}

function collapsibleState({ kind, hasChildren }: ActivityNode): vscode.TreeItemCollapsibleState {
  if (kind === 'book' || kind === 'horizon') return vscode.TreeItemCollapsibleState.Expanded;
  return hasChildren ? vscode.TreeItemCollapsibleState.Collapsed : vscode.TreeItemCollapsibleState.None;
}
