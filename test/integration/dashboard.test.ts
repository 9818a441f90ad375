import { assert } from 'chai';
import * as vscode from 'vscode';
import { activate, closeEditors, eventually, fileUri } from './support';

const viewType = 'statusBook.dashboard';

function dashboards(): vscode.Tab[] {
  return vscode.window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) => input instanceof vscode.TabInputWebview && input.viewType.endsWith(viewType));
}

function openDashboard(): Thenable<unknown> {
  return vscode.commands.executeCommand('statusBook.openDashboard');
}

describe('The dashboard', () => {
  before(activate);
  afterEach(closeEditors);

  it('opens in a tab of its own', async () => {
    await openDashboard();
    // A tab is told of before it is active.
    const [tab] = await eventually(dashboards, ([first]) => first?.isActive === true);
    assert.equal(tab?.label, 'Status Book Dashboard');
  });

  it('is shown again rather than opened twice', async () => {
    await openDashboard();
    await eventually(dashboards, (tabs) => tabs.length > 0);
    await vscode.window.showTextDocument(fileUri('book.md'));
    await eventually(dashboards, ([tab]) => tab?.isActive === false);
    await openDashboard();
    const tabs = await eventually(dashboards, ([tab]) => tab?.isActive === true);
    assert.lengthOf(tabs, 1);
  });

  it('opens anew after it was closed', async () => {
    await openDashboard();
    await eventually(dashboards, (tabs) => tabs.length > 0);
    await closeEditors();
    await openDashboard();
    await eventually(dashboards, (tabs) => tabs.length === 1);
  });

  it('wakes the extension when VS Code brings it back', () => {
    const manifest = vscode.extensions.getExtension('product-status-book.product-status-book')?.packageJSON;
    assert.include(manifest.activationEvents, `onWebviewPanel:${viewType}`);
  });
});
