import * as vscode from 'vscode';
import { isSeverityOrOff, type SeverityOrOff } from '../core/model/finding';

const section = 'statusBook';

/** The user's settings, read anew at each use. */
export class Settings implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscription = vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration(section)) this.changed.fire();
  });

  readonly onDidChange = this.changed.event;

  /** The day as of which books are looked at; empty for the clock's. */
  get today(): string {
    const value = vscode.workspace.getConfiguration(section).get<unknown>('today');
    return typeof value === 'string' ? value.trim() : '';
  }

  /** Severities by rule for a book's folder; they win over the book's own. */
  severitiesFor(folder: vscode.Uri): ReadonlyMap<string, SeverityOrOff> {
    const value = vscode.workspace.getConfiguration(section, folder).get<unknown>('rules');
    const severities = new Map<string, SeverityOrOff>();
    if (typeof value !== 'object' || value === null) return severities;
    for (const [rule, severity] of Object.entries(value)) {
      if (typeof severity === 'string' && isSeverityOrOff(severity)) severities.set(rule, severity);
    }
    return severities;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
