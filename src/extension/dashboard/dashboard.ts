import * as vscode from 'vscode';
import { dashboardLabels } from '../../core/report/dashboard/labels';
import { readDashboardState } from '../../shared/dashboardProtocol';
import { inLabel } from '../ui/plainText';
import { DashboardPanel, type PanelParts, webviewRoots } from './dashboardPanel';

export const dashboardViewType = 'statusBook.dashboard';

/** The one dashboard of the window: opened by the command, brought back by VS Code after a restart. */
export class Dashboard implements vscode.WebviewPanelSerializer, vscode.Disposable {
  private readonly serializer: vscode.Disposable;
  private panel: vscode.WebviewPanel | undefined;
  private feeder: DashboardPanel | undefined;

  constructor(private readonly parts: PanelParts) {
    this.serializer = vscode.window.registerWebviewPanelSerializer(dashboardViewType, this);
  }

  /** Shows the dashboard; for the book of the active page where it is opened anew. */
  async open(): Promise<void> {
    if (this.panel) {
      this.panel.reveal();
      return;
    }
    await this.parts.ready;
    const active = vscode.window.activeTextEditor?.document.uri;
    const book = active && this.parts.session.bookOf(active);
    const panel = vscode.window.createWebviewPanel(
      dashboardViewType,
      inLabel(dashboardLabels.title),
      vscode.ViewColumn.Active,
      { enableScripts: true, localResourceRoots: webviewRoots(this.parts.extensionUri) },
    );
    this.feed(panel, book?.root);
  }

  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (this.panel) panel.dispose();
    else this.feed(panel, readDashboardState(state).book);
  }

  /** Leaves the panel alone: at the end of the window VS Code keeps it for the next start. */
  dispose(): void {
    this.serializer.dispose();
    this.feeder?.dispose();
  }

  private feed(panel: vscode.WebviewPanel, root: string | undefined): void {
    this.panel = panel;
    panel.iconPath = vscode.Uri.joinPath(this.parts.extensionUri, 'media', 'icon.png');
    const feeder = new DashboardPanel(panel, root, this.parts);
    this.feeder = feeder;
    panel.onDidDispose(() => {
      feeder.dispose();
      this.panel = undefined;
      this.feeder = undefined;
    });
  }
}
