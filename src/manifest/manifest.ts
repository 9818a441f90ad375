import { commandContributions } from './commands';
import { keybindings } from './keybindings';
import { viewContributions } from './views';

/** Wherever there may be a book, and where a dashboard is restored; views and commands start the extension themselves. */
export const activationEvents: readonly string[] = [
  'workspaceContains:**/book.md',
  'onWebviewPanel:statusBook.dashboard',
];

/** What of the manifest’s `contributes` is told by tables of this folder. */
export function uiContributions(): Record<string, object> {
  return { ...viewContributions(), ...commandContributions(), keybindings };
}
