import * as vscode from 'vscode';
import { beginsItem, isWorthAsking } from '../../core/language/completion/trigger';
import { inBackground } from '../ui/background';
import type { LanguageContext } from './languageContext';
import { linesOf } from './pageText';

const letter = /^\p{L}$/u;

/**
 * Brings completion up when the first letter of a field, a value or a page is typed. VS Code does so for code by itself,
 * and for Markdown only where a user has switched it on for all Markdown.
 */
export class OfferWhileTyping implements vscode.Disposable {
  private readonly subscription: vscode.Disposable;

  constructor(private readonly context: LanguageContext) {
    this.subscription = vscode.workspace.onDidChangeTextDocument((event) => this.look(event));
  }

  dispose(): void {
    this.subscription.dispose();
  }

  private look({ document, contentChanges, reason }: vscode.TextDocumentChangeEvent): void {
    const [change] = contentChanges;
    const editor = vscode.window.activeTextEditor;
    if (!change || contentChanges.length > 1 || reason !== undefined || !letter.test(change.text)) return;
    if (document.languageId !== 'markdown' || editor?.document !== document || !isWanted(document)) return;
    const position = change.range.start.translate(0, 1);
    if (change.rangeLength === 0 && this.isOffered(document, position, change.text)) {
      inBackground(vscode.commands.executeCommand('editor.action.triggerSuggest', { auto: true }));
    }
  }

  private isOffered(document: vscode.TextDocument, position: vscode.Position, typed: string): boolean {
    const { line, character } = position;
    const before = document.lineAt(line).text.slice(0, character);
    if (!isWorthAsking(typed, before, line, linesOf(document))) return false;
    const open = this.context.pages.asTyped(document);
    return (
      open !== undefined &&
      beginsItem({
        book: open.book.index,
        path: open.path,
        text: open.text,
        position: { line, character },
        today: this.context.session.today,
        minutes: this.context.clock.minutesOfDay(),
      })
    );
  }
}

/** Users who want no list unless they ask for it have switched this off. */
function isWanted(document: vscode.TextDocument): boolean {
  return vscode.workspace.getConfiguration('editor', document).get('suggestOnTriggerCharacters', true);
}
