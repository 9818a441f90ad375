import * as vscode from 'vscode';
import { isReviewable } from '../core/model/lifecycle';
import type { BookSession } from './books/bookSession';
import { inBackground } from './ui/background';

/** Tells the manifest's `when` clauses what is there. */
export class ContextKeys implements vscode.Disposable {
  private readonly current = new Map<string, unknown>();
  private readonly subscriptions: vscode.Disposable[];

  constructor(
    private readonly session: BookSession,
    ready: Promise<void>,
  ) {
    this.subscriptions = [
      session.onDidChange(() => this.update()),
      vscode.window.onDidChangeActiveTextEditor(() => this.update()),
    ];
    inBackground(
      ready.then(() => {
        this.update();
        this.set('statusBook.loaded', true);
      }),
    );
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private update(): void {
    this.set('statusBook.hasBook', this.session.books().length > 0);
    const document = vscode.window.activeTextEditor?.document;
    const page = document && this.session.pageAt(document.uri)?.page;
    this.set('statusBook.isReviewablePage', page !== undefined && isReviewable(page));
  }

  private set(key: string, value: unknown): void {
    if (this.current.get(key) === value) return;
    this.current.set(key, value);
    inBackground(vscode.commands.executeCommand('setContext', key, value));
  }
}
