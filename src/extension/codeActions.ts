import * as vscode from 'vscode';
import { editsFor, pagesChangedBy } from '../core/edit/applyPlan';
import type { Finding } from '../core/model/finding';
import type { FixPlan } from '../core/model/fix';
import { t } from '../core/model/message';
import { touches } from '../core/model/text';
import { safeFixes } from '../core/rules/safeFixes';
import type { BookSession, PlacedPage } from './books/bookSession';
import { isDiagnosticOf, toTextEdits } from './convert';
import { log } from './ui/log';
import { inLabel } from './ui/plainText';

/** Carries out a quick fix that has a question first: (URI of the page, plan). */
export const applyFixCommand = 'statusBook.applyFix';

/** All fixes of a page that need no look; `editor.codeActionsOnSave` may name it. */
const fixAllKind = vscode.CodeActionKind.SourceFixAll.append('statusBook');

/** The quick fixes of the rules. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly metadata: vscode.CodeActionProviderMetadata = {
    providedCodeActionKinds: [vscode.CodeActionKind.QuickFix, fixAllKind],
  };

  /** @param flush takes over what was typed so far, so that ranges are those of the document */
  constructor(
    private readonly session: BookSession,
    private readonly flush: () => Promise<void>,
  ) {}

  async provideCodeActions(
    document: vscode.TextDocument,
    range: vscode.Range,
    context: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    await this.flush();
    const placed = this.session.pageAt(document.uri);
    if (!placed) return [];
    // Asked for by name only: on save, or as “Fix All”.
    if (context.only?.contains(fixAllKind)) return this.fixAll(placed, document);
    if (context.only && !context.only.contains(vscode.CodeActionKind.QuickFix)) return [];
    const actions = placed.book.checker
      .findingsOf(placed.page.path)
      .filter((finding) => touches(finding.range, range))
      .flatMap((finding) => this.actionsFor(finding, placed, document, context));
    return onceEach(actions);
  }

  private fixAll({ book, page }: PlacedPage, document: vscode.TextDocument): vscode.CodeAction[] {
    const { edits } = safeFixes(page, document.getText(), book.checker, this.session.context(book));
    if (edits.length === 0) return [];
    const action = new vscode.CodeAction(inLabel(t`Fix all that is safe to fix`), fixAllKind);
    action.edit = new vscode.WorkspaceEdit();
    action.edit.set(document.uri, toTextEdits(edits));
    return [action];
  }

  private actionsFor(
    finding: Finding,
    placed: PlacedPage,
    document: vscode.TextDocument,
    context: vscode.CodeActionContext,
  ): vscode.CodeAction[] {
    const plans = placed.book.checker.fixesOf(finding);
    const diagnostics = context.diagnostics.filter((diagnostic) => isDiagnosticOf(diagnostic, finding));
    return plans.flatMap((plan) => {
      const action = this.actionFor(plan, placed, document);
      if (!action) return [];
      action.diagnostics = diagnostics;
      return [action];
    });
  }

  private actionFor(
    plan: FixPlan,
    { book, page }: PlacedPage,
    document: vscode.TextDocument,
  ): vscode.CodeAction | undefined {
    const action = new vscode.CodeAction(inLabel(plan.title), vscode.CodeActionKind.QuickFix);
    if (plan.preferred) action.isPreferred = true;
    try {
      if (plan.ask) return this.asCommand(action, plan, document);
      const pages = pagesChangedBy(plan, page, book.index, {});
      if (pages.length !== 1 || pages[0] !== page.path) return this.asCommand(action, plan, document);
      const result = editsFor(plan, page, document.getText(), book.index, this.session.today);
      const { edits, create } = result;
      if (edits) {
        if (edits.length === 0) return undefined;
        action.edit = new vscode.WorkspaceEdit();
        action.edit.set(document.uri, toTextEdits(edits));
      } else if (create) {
        const uri = this.session.uriOf(book, create.path);
        action.edit = new vscode.WorkspaceEdit();
        action.edit.createFile(uri, { contents: new TextEncoder().encode(create.text) });
        action.edit.set(document.uri, toTextEdits(create.backlink));
        action.command = { command: 'vscode.open', title: inLabel(t`Open`), arguments: [uri] };
      } else {
        return this.asCommand(action, plan, document);
      }
      return action;
    } catch (error) {
      // Asked to make an edit that cannot be made safely, the command says why.
      if (error instanceof RangeError) return this.asCommand(action, plan, document);
      log.debug(t`The fix “${plan.title}” is not offered: ${String(error)}`);
      return undefined;
    }
  }

  private asCommand(
    action: vscode.CodeAction,
    plan: FixPlan,
    { uri }: vscode.TextDocument,
  ): vscode.CodeAction {
    action.command = { command: applyFixCommand, title: inLabel(plan.title), arguments: [uri, plan] };
    return action;
  }
}

/** One action where several findings are fixed alike, such as by marking a page as reviewed. */
function onceEach(actions: readonly vscode.CodeAction[]): vscode.CodeAction[] {
  const byEffect = new Map<string, vscode.CodeAction>();
  for (const action of actions) {
    const effect = JSON.stringify([action.title, action.edit?.entries(), action.command?.arguments]);
    const first = byEffect.get(effect);
    if (first) first.diagnostics = [...(first.diagnostics ?? []), ...(action.diagnostics ?? [])];
    else byEffect.set(effect, action);
  }
  return [...byEffect.values()];
}
