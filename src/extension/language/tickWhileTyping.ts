import * as vscode from 'vscode';
import { nextOfTickedEdits } from '../../core/edit/closeTask';
import { parsePage } from '../../core/parse/parsePage';
import { inBackground, reported } from '../ui/background';
import type { LanguageContext } from './languageContext';

/** Writes the next one of a task that repeats when its box is ticked by typing; one undo takes both back. */
export class TickWhileTyping implements vscode.Disposable {
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
    if (!change || contentChanges.length > 1 || reason !== undefined || editor?.document !== document) return;
    // Typed over the blank of the box.
    if (document.languageId !== 'markdown' || change.rangeLength !== 1 || !/^[xX]$/.test(change.text)) return;
    const { line, character } = change.range.start;
    if (document.lineAt(line).text.slice(character - 1, character + 2) !== `[${change.text}]`) return;
    const open = this.context.pages.asTyped(document);
    const page = open && parsePage(open.path, open.text);
    if (!page) return;
    // What cannot be written is said: only the box was ticked.
    inBackground(
      reported(() =>
        this.write(editor, () =>
          nextOfTickedEdits(page, open.text, { line, character }, this.context.session.today),
        ),
      ),
    );
  }

  private async write(
    editor: vscode.TextEditor,
    plan: () => ReturnType<typeof nextOfTickedEdits>,
  ): Promise<void> {
    const edits = plan();
    if (edits.length === 0) return;
    await editor.edit(
      (builder) => {
        for (const {
          range: { start, end },
          newText,
        } of edits)
          builder.replace(new vscode.Range(start.line, start.character, end.line, end.character), newText);
      },
      { undoStopBefore: false, undoStopAfter: false },
    );
  }
}
