import * as vscode from 'vscode';
import { enterAt } from '../../core/language/typing/enter';
import { offeredTimes } from '../../core/language/typing/offeredTimes';
import type { BookSettings } from '../../core/model/bookSettings';
import type { Page } from '../../core/model/page';
import { parsePage } from '../../core/parse/parsePage';
import { isDaily } from '../../core/schema/schema';
import { inBackground } from '../ui/background';
import { type LanguageContext, markdownDocuments } from './languageContext';

/** The manifest's key bindings for Enter look at this: `continue` begins the next entry, `end` ends the list. */
const enterKey = 'statusBook.enterInEntries';

interface OpenLog {
  readonly page: Page;
  readonly text: string;
  readonly activities: BookSettings['activities'];
}

const listItem = /^ {0,3}[-*+][ \t]/;

/**
 * Lets Enter go on with a list of time entries. The editor itself carries it out, so that no key overtakes another; here
 * is only said, whenever the cursor moves, what Enter would do.
 */
export class EntryTyping implements vscode.InlineCompletionItemProvider, vscode.Disposable {
  private readonly subscriptions: readonly vscode.Disposable[];
  private current: string | undefined;

  constructor(private readonly context: LanguageContext) {
    this.subscriptions = [
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => {
        if (textEditor === vscode.window.activeTextEditor) this.look();
      }),
      vscode.window.onDidChangeActiveTextEditor(() => this.look()),
    ];
    inBackground(context.ready.then(() => this.look()));
  }

  static register(context: LanguageContext): vscode.Disposable {
    const typing = new EntryTyping(context);
    return vscode.Disposable.from(
      typing,
      vscode.languages.registerInlineCompletionItemProvider(markdownDocuments, typing),
    );
  }

  /** Offers the time of the next entry behind the cursor. */
  provideInlineCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
  ): vscode.InlineCompletionItem[] {
    const log = this.logAt(document, position.line);
    if (!log) return [];
    const now = { today: this.context.session.today, minutes: this.context.clock.minutesOfDay() };
    return offeredTimes(log.page, log.text, position, now, log.activities).map(
      ({ text, range }) =>
        new vscode.InlineCompletionItem(
          text,
          new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character),
        ),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private look(): void {
    const action = this.actionIn(vscode.window.activeTextEditor);
    if (action === this.current) return;
    this.current = action;
    inBackground(vscode.commands.executeCommand('setContext', enterKey, action));
  }

  private actionIn(editor: vscode.TextEditor | undefined): string | undefined {
    if (editor?.selections.length !== 1 || !editor.selection.isEmpty) return undefined;
    const { active } = editor.selection;
    const log = this.logAt(editor.document, active.line);
    return log && enterAt(log.page, log.text, active, log.activities);
  }

  /** A log page whose line begins a list item; read from its text, since this is asked with every move of the cursor. */
  private logAt(document: vscode.TextDocument, line: number): OpenLog | undefined {
    if (document.languageId !== 'markdown' || line >= document.lineCount) return undefined;
    if (!listItem.test(document.lineAt(line).text)) return undefined;
    const known = this.context.session.pageAt(document.uri)?.page;
    if (known && !isDaily(known.type)) return undefined;
    const open = this.context.pages.asTyped(document);
    if (!open) return undefined;
    const page = parsePage(open.path, open.text);
    if (!page || !isDaily(page.type)) return undefined;
    return { page, text: open.text, activities: open.book.index.settings.activities };
  }
}
