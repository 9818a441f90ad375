import * as vscode from 'vscode';
import { t } from '../../core/model/message';
import type { TreeNode } from '../../core/report/trees/treeNode';
import { toRange } from '../convert';
import { markdownOfLines } from '../ui/markdown';
import { inLabel, inTooltip } from '../ui/plainText';

/**
 * A row as VS Code shows it.
 *
 * @param uri the page that the row opens
 */
export function toTreeItem(node: TreeNode, uri: vscode.Uri | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(inLabel(node.label), collapsibleState(node));
  item.id = node.id;
  item.description = inLabel(node.description);
  item.accessibilityInformation = { label: inLabel(node.accessibilityLabel) };
  item.iconPath = new vscode.ThemeIcon(node.icon, node.color ? new vscode.ThemeColor(node.color) : undefined);
  item.contextValue = traitsOf(node).join(' ');
  if (node.checked !== undefined) item.checkboxState = checkboxOf(node.checked, node);
  if (uri && node.kind !== 'group') {
    // No resource: Git and problems would paint the row in colours that mean something else here.
    const options = node.range ? [{ selection: toRange(node.range) }] : [];
    item.command = { command: 'vscode.open', title: inLabel(t`Open`), arguments: [uri, ...options] };
  }
  return item;
}

function collapsibleState({ hasChildren, expanded }: TreeNode): vscode.TreeItemCollapsibleState {
  if (!hasChildren) return vscode.TreeItemCollapsibleState.None;
  return expanded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** A row’s tooltip. */
export function tooltipOf({ tooltip: [heading = '', ...lines] }: TreeNode): vscode.MarkdownString {
  return markdownOfLines(heading, lines);
}

function checkboxOf(
  checked: boolean,
  { accessibilityLabel }: TreeNode,
): NonNullable<vscode.TreeItem['checkboxState']> {
  return {
    state: checked ? vscode.TreeItemCheckboxState.Checked : vscode.TreeItemCheckboxState.Unchecked,
    tooltip: inTooltip(checked ? t`Open it again` : t`It was kept today`),
    accessibilityInformation: { label: inLabel(t`Kept: ${accessibilityLabel}`) },
  };
}

/** What menus ask for: see `viewItem` in the manifest. */
function traitsOf({ kind, path, reviewable, newType, activity, commitment, checked }: TreeNode): string[] {
  const isOpenCommitment = commitment !== undefined && checked !== true;
  return [
    kind,
    ...(path === undefined ? [] : ['openable']),
    ...(reviewable ? ['reviewable'] : []),
    ...(newType === undefined ? [] : ['extendable']),
    ...(activity !== undefined && path !== undefined ? ['loggable'] : []),
    ...(isOpenCommitment ? ['owed'] : []),
    ...(isOpenCommitment && checked === undefined ? ['unboxed'] : []),
  ];
}
