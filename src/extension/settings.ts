import * as vscode from 'vscode';
import { isSeverityOrOff, type SeverityOrOff } from '../core/model/finding';
import { overridableFields, type SettingsOverrides } from '../core/model/settingsOverrides';

const section = 'statusBook';

export type UpdateReferences = 'ask' | 'always' | 'never';

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

  /** Whether references follow files that are moved in the Explorer. */
  get updateReferencesOnMove(): UpdateReferences {
    const value = vscode.workspace.getConfiguration(section).get<unknown>('updateReferencesOnMove');
    return value === 'always' || value === 'never' ? value : 'ask';
  }

  /** Keeps an answer for good: for the workspace where that has an answer of its own, else for the user. */
  async setUpdateReferencesOnMove(answer: UpdateReferences): Promise<void> {
    const name = 'updateReferencesOnMove';
    const configuration = vscode.workspace.getConfiguration(section);
    const isOfWorkspace = configuration.inspect(name)?.workspaceValue !== undefined;
    await configuration.update(
      name,
      answer,
      isOfWorkspace ? vscode.ConfigurationTarget.Workspace : vscode.ConfigurationTarget.Global,
    );
  }

  /** What the user sets otherwise than `book.md`, for a book’s folder. */
  overridesFor(folder: vscode.Uri): SettingsOverrides {
    const configuration = vscode.workspace.getConfiguration(section, folder);
    return Object.fromEntries(overridableFields.map((name) => [name, configuration.get<unknown>(name)]));
  }

  /** Minutes of which a timer's time becomes a multiple when it is stopped; 0 for none. */
  get timerRounding(): number {
    const value = Number(vscode.workspace.getConfiguration(section).get<unknown>('timer.rounding'));
    return Number.isInteger(value) && value > 0 && value <= 60 ? value : 0;
  }

  dispose(): void {
    this.subscription.dispose();
    this.changed.dispose();
  }
}
