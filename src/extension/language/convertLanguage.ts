import * as vscode from 'vscode';
import type {
  CompletionItem,
  CompletionKind,
  CompletionList,
} from '../../core/language/completion/completionItem';
import { toRange, toTextEdits } from '../convert';
import { say } from '../ui/words';

const kinds: Readonly<Record<CompletionKind, vscode.CompletionItemKind>> = {
  field: vscode.CompletionItemKind.Property,
  value: vscode.CompletionItemKind.EnumMember,
  page: vscode.CompletionItemKind.File,
  date: vscode.CompletionItemKind.Event,
  time: vscode.CompletionItemKind.Unit,
  activity: vscode.CompletionItemKind.Class,
  department: vscode.CompletionItemKind.User,
  heading: vscode.CompletionItemKind.Struct,
  rule: vscode.CompletionItemKind.Constant,
  snippet: vscode.CompletionItemKind.Snippet,
};

const offerNext: vscode.Command = { command: 'editor.action.triggerSuggest', title: 'Offer What Comes Next' };

/** A list and its items, in the order of the core. */
export function toCompletionList(list: CompletionList): vscode.CompletionList {
  const range = toRange(list.range);
  const items = list.items.map((item, index) => toCompletionItem(item, index, range));
  return new vscode.CompletionList(items, list.isIncomplete);
}

function toCompletionItem(
  item: CompletionItem,
  index: number,
  listRange: vscode.Range,
): vscode.CompletionItem {
  const { label, labelDetail, description, newText } = item;
  const completion = new vscode.CompletionItem(
    {
      label: say(label),
      ...(labelDetail === undefined ? {} : { detail: say(labelDetail) }),
      ...(description === undefined ? {} : { description: say(description) }),
    },
    kinds[item.kind],
  );
  completion.sortText = String(index).padStart(4, '0');
  completion.range = item.range ? toRange(item.range) : listRange;
  completion.insertText = item.isSnippet ? new vscode.SnippetString(newText) : newText;
  // The core indents what it inserts for the place where it goes.
  completion.keepWhitespace = true;
  if (item.filterText !== undefined) completion.filterText = item.filterText;
  if (item.documentation !== undefined) completion.documentation = say(item.documentation);
  if (item.additionalEdits) completion.additionalTextEdits = toTextEdits(item.additionalEdits);
  if (item.preselect) completion.preselect = true;
  if (item.retrigger) completion.command = offerNext;
  return completion;
}
