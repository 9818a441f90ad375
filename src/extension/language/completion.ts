import * as vscode from 'vscode';
import { completionsAt } from '../../core/language/completion/completion';
import { isWorthAsking, triggerCharacters } from '../../core/language/completion/trigger';
import { hoverCard } from '../../core/language/hover/hoverCard';
import type { OpenBook } from '../books/bookSession';
import { toMarkdown } from '../ui/markdown';
import { toCompletionList } from './convertLanguage';
import { type LanguageContext, markdownDocuments } from './languageContext';
import { linesOf, readPageText } from './pageText';

/** Offers what may be typed: fields, values, pages, days, activities, departments, whole pages. */
export class PageCompletion implements vscode.CompletionItemProvider {
  /** The pages that items stand for; what is told of them is worked out for the one that is looked at. */
  private readonly pages = new WeakMap<vscode.CompletionItem, { book: OpenBook; path: string }>();

  constructor(private readonly context: LanguageContext) {}

  static register(context: LanguageContext): vscode.Disposable {
    return vscode.languages.registerCompletionItemProvider(
      markdownDocuments,
      new PageCompletion(context),
      ...triggerCharacters,
    );
  }

  provideCompletionItems(
    document: vscode.TextDocument,
    position: vscode.Position,
    _token: vscode.CancellationToken,
    asked: vscode.CompletionContext,
  ): vscode.CompletionList | undefined {
    const trigger = triggerOf(asked);
    if (
      trigger &&
      !isWorthAsking(trigger, textBefore(document, position), position.line, linesOf(document))
    ) {
      return undefined;
    }
    const open = this.context.pages.asTyped(document);
    if (!open) return undefined;
    const { book, path, text } = open;
    const list = completionsAt({
      book: book.index,
      path,
      text,
      position: { line: position.line, character: position.character },
      today: this.context.session.today,
      minutes: this.context.clock.minutesOfDay(),
      ...(trigger === undefined ? {} : { trigger }),
    });
    if (!list) return undefined;
    const completions = toCompletionList(list);
    for (const [index, item] of list.items.entries()) {
      const completion = completions.items[index];
      if (item.path !== undefined && completion) this.pages.set(completion, { book, path: item.path });
    }
    return completions;
  }

  async resolveCompletionItem(item: vscode.CompletionItem): Promise<vscode.CompletionItem> {
    const { session } = this.context;
    const placed = this.pages.get(item);
    const page = placed?.book.index.page(placed.path);
    if (!placed || !page) return item;
    const { book, path } = placed;
    const text = await readPageText(session.uriOf(book, path), this.context);
    const findings = book.checker.findingsOf(path);
    item.documentation = toMarkdown(
      hoverCard(page, { book: book.index, today: session.today, text, findings }),
    );
    return item;
  }
}

/** Undefined where the user asked; empty where the list is asked for again while typing goes on. */
function triggerOf({ triggerKind, triggerCharacter }: vscode.CompletionContext): string | undefined {
  if (triggerKind === vscode.CompletionTriggerKind.Invoke) return undefined;
  return triggerKind === vscode.CompletionTriggerKind.TriggerCharacter ? triggerCharacter : '';
}

function textBefore(document: vscode.TextDocument, { line, character }: vscode.Position): string {
  return document.lineAt(line).text.slice(0, character);
}
