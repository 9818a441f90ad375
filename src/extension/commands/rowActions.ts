import * as vscode from 'vscode';
import { activitiesOfPage } from '../../core/analysis/activityPages';
import { t } from '../../core/model/message';
import type { TreeNode } from '../../core/report/trees/treeNode';
import type { BookSession } from '../books/bookSession';
import { toRange } from '../convert';
import { flash } from '../ui/statusItem';
import { uriOfNode } from '../views/bookTree';
import type { LogTime } from './logTime';
import type { NewPage } from './newPage';

/** What the menus of rows offer. */
export class RowActions {
  constructor(
    private readonly session: BookSession,
    private readonly newPage: NewPage['run'],
    private readonly logTime: LogTime['run'],
  ) {}

  async open(node: TreeNode | undefined): Promise<void> {
    await this.show(node, vscode.ViewColumn.Active);
  }

  async openToSide(node: TreeNode | undefined): Promise<void> {
    await this.show(node, vscode.ViewColumn.Beside);
  }

  /** Puts the page's wiki link into the clipboard. */
  async copyLink(node: TreeNode | undefined): Promise<void> {
    const uri = node && uriOfNode(this.session, node);
    const page = uri && this.session.pageAt(uri)?.page;
    if (!page) return;
    const link = `[[${page.id}]]`;
    await vscode.env.clipboard.writeText(link);
    flash(t`${link} copied: paste it on any page.`);
  }

  /** A new page of the type that belongs to the row. */
  async newPageHere(node: TreeNode | undefined): Promise<void> {
    await this.newPage(node?.newType);
  }

  /** Logs time on the activity of the row's page, with a link to the page. */
  async logTimeOn(node: TreeNode | undefined): Promise<void> {
    const uri = node && uriOfNode(this.session, node);
    const page = uri && this.session.pageAt(uri)?.page;
    const activity = node?.activity ?? (page && activitiesOfPage(page)[0]);
    if (!node || !page || activity === undefined) return;
    await this.logTime({ root: node.root, activity, summary: `[[${page.id}]]` });
  }

  private async show(node: TreeNode | undefined, viewColumn: vscode.ViewColumn): Promise<void> {
    const uri = node && uriOfNode(this.session, node);
    if (!uri) return;
    const selection = node.range ? { selection: toRange(node.range) } : {};
    await vscode.window.showTextDocument(uri, { viewColumn, ...selection });
  }
}
