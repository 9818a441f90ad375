import * as vscode from 'vscode';
import { joined, type Text } from '../../core/model/message';
import { inLabel, inStatusBar, inTooltip } from './plainText';

const flashMilliseconds = 5000;

export interface StatusItemOptions {
  readonly id: string;
  readonly name: Text;
  readonly command: string;
  /** Items with more of it stand further left. */
  readonly priority: number;
}

export interface StatusContent {
  /** Name of a codicon. */
  readonly icon: string;
  readonly text: Text;
  readonly tooltip: readonly Text[];
  /** What a screen reader says. */
  readonly accessibilityLabel: Text;
  readonly isWarning: boolean;
}

/** A place in the status bar; hidden until it has something to show. */
export class StatusItem implements vscode.Disposable {
  private readonly item: vscode.StatusBarItem;

  constructor({ id, name, command, priority }: StatusItemOptions) {
    this.item = vscode.window.createStatusBarItem(id, vscode.StatusBarAlignment.Left, priority);
    this.item.name = inStatusBar(name);
    this.item.command = command;
  }

  show({ icon, text, tooltip, accessibilityLabel, isWarning }: StatusContent): void {
    this.item.text = `$(${icon}) ${inStatusBar(text)}`;
    this.item.tooltip = inTooltip(joined(tooltip, '\n'));
    this.item.accessibilityInformation = { label: inLabel(accessibilityLabel), role: 'button' };
    this.item.backgroundColor = isWarning
      ? new vscode.ThemeColor('statusBarItem.warningBackground')
      : undefined;
    this.item.show();
  }

  hide(): void {
    this.item.hide();
  }

  dispose(): void {
    this.item.dispose();
  }
}

/** Says in the status bar, for some seconds, that something is done. */
export function flash(text: Text): void {
  vscode.window.setStatusBarMessage(`$(check) ${inStatusBar(text)}`, flashMilliseconds);
}
