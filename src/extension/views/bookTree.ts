import * as vscode from 'vscode';
import { type Text, t } from '../../core/model/message';
import { filterTree } from '../../core/report/trees/filterTree';
import type { TreeNode } from '../../core/report/trees/treeNode';
import type { BookSession } from '../books/bookSession';
import { inBackground } from '../ui/background';
import { inLabel } from '../ui/plainText';
import { say } from '../ui/words';
import { queue } from '../yieldToEventLoop';
import { tooltipOf, toTreeItem } from './treeItem';

/** So many milliseconds without a change, then the view is drawn anew. */
const refreshPause = 150;

export interface BookTreeOptions {
  readonly id: string;
  /** The rows as of now. */
  build(): readonly TreeNode[];
  /** What stands dimmed behind the view's title. */
  describe?(): Text;
  /** Told when the user ticks a row's box, or takes the tick back; does not fail. */
  onCheck?(node: TreeNode, checked: boolean): Promise<void>;
}

/** Shows plain rows as a view. Nothing is computed while the view is hidden. */
export class BookTree implements vscode.TreeDataProvider<TreeNode>, vscode.Disposable {
  private readonly refreshed = new vscode.EventEmitter<undefined>();
  private readonly subscriptions: vscode.Disposable[];
  /** All rows, and those that the filter lets through. */
  private built: readonly TreeNode[] | undefined;
  private roots: readonly TreeNode[] | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isOutdated = false;
  /** Of the session, counted. */
  private changes = 0;
  private filterText = '';
  private selection: readonly TreeNode[] = [];
  private toggled: TreeNode | undefined;

  readonly onDidChangeTreeData = this.refreshed.event;
  readonly view: vscode.TreeView<TreeNode>;

  constructor(
    private readonly options: BookTreeOptions,
    private readonly session: BookSession,
    private readonly ready: Promise<void>,
  ) {
    this.view = vscode.window.createTreeView(options.id, {
      treeDataProvider: this,
      showCollapseAll: true,
      manageCheckboxStateManually: true,
    });
    this.view.description = inLabel(options.describe?.() ?? '');
    this.subscriptions = [
      this.refreshed,
      this.view,
      session.onDidChange(() => {
        this.changes++;
        this.refresh();
      }),
      this.view.onDidChangeSelection(({ selection }) => this.noteSelection(selection)),
      this.view.onDidChangeVisibility(() => this.refreshWhenVisible()),
      this.view.onDidChangeCheckboxState(({ items }) => inBackground(this.check(items))),
    ];
  }

  get filter(): string {
    return this.filterText;
  }

  /** The row whose selection changed last: after `list.toggleSelection` the one that has the keyboard's focus. */
  get lastToggled(): TreeNode | undefined {
    return this.toggled;
  }

  /** Shows only rows that hold the words of a text; all of them for none. */
  setFilter(text: string): void {
    if (text === this.filterText) return;
    this.filterText = text;
    const key = `${this.options.id}.filtered`;
    inBackground(vscode.commands.executeCommand('setContext', key, text.trim() !== ''));
    this.outdate();
  }

  /** Builds the rows anew, as soon as the view is seen. */
  refresh(): void {
    this.built = undefined;
    this.outdate();
  }

  async getChildren(node?: TreeNode): Promise<TreeNode[]> {
    await this.ready;
    if (node) return [...node.children];
    // All views ask together, and none of them is to wait for the others.
    if (!this.built) await queue();
    this.built ??= this.options.build();
    this.roots ??= this.filtered(this.built);
    return [...this.roots];
  }

  getParent(node: TreeNode): TreeNode | undefined {
    return node.parent;
  }

  getTreeItem(node: TreeNode): vscode.TreeItem {
    return toTreeItem(node, uriOfNode(this.session, node));
  }

  /** Tooltips are made when they are asked for. */
  resolveTreeItem(item: vscode.TreeItem, node: TreeNode): vscode.TreeItem {
    item.tooltip = tooltipOf(node);
    return item;
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private noteSelection(selection: readonly TreeNode[]): void {
    const before = new Set(this.selection.map(({ id }) => id));
    const after = new Set(selection.map(({ id }) => id));
    const changed = [...selection, ...this.selection].find(({ id }) => before.has(id) !== after.has(id));
    this.toggled = changed ?? this.toggled;
    this.selection = selection;
  }

  private filtered(roots: readonly TreeNode[]): readonly TreeNode[] {
    const text = this.filterText.trim();
    const { nodes, matches } = text === '' ? { nodes: roots, matches: 0 } : filterTree(roots, text, say);
    const rows = matches === 0 ? t`nothing` : matches === 1 ? t`1 row` : t`${matches} rows`;
    this.view.message = text === '' ? '' : inLabel(t`Filter “${text}”: ${rows}.`);
    return nodes;
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
      this.view.description = inLabel(this.options.describe?.() ?? '');
      this.refreshed.fire(undefined);
    }, refreshPause);
  }

  /** Where nothing came of it, the rows are drawn anew: a tick that could not be written does not stay. */
  private async check(items: readonly (readonly [TreeNode, vscode.TreeItemCheckboxState])[]): Promise<void> {
    const before = this.changes;
    for (const [node, state] of items) {
      await this.options.onCheck?.(node, state === vscode.TreeItemCheckboxState.Checked);
    }
    if (this.changes === before) this.refresh();
  }
}

/** The file of the page that a row stands for. */
export function uriOfNode(session: BookSession, { root, path }: TreeNode): vscode.Uri | undefined {
  const book = path === undefined ? undefined : session.books().find((open) => open.root === root);
  return book && path !== undefined ? session.uriOf(book, path) : undefined;
}
