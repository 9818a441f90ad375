import * as vscode from 'vscode';
import { diagnosticLimits, takeBatch } from './batches';
import type { BookSession, Touched } from './books/bookSession';
import { toDiagnostic } from './convert';
import type { RuleDocumentation } from './ruleDocumentation';

/** Shows the findings of every page, open or not, in Problems; sends only what changed, in batches. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('statusBook');
  private readonly shown = new Map<string, vscode.Uri>();
  private readonly waiting = new Set<string>();
  private readonly subscription: vscode.Disposable;
  private isSending = false;

  constructor(
    private readonly session: BookSession,
    private readonly documentation: RuleDocumentation,
  ) {
    this.subscription = session.onDidChange((touched) => this.queue(touched));
  }

  dispose(): void {
    this.waiting.clear();
    this.subscription.dispose();
    this.collection.dispose();
  }

  private queue(touched: Touched): void {
    const keys = touched === 'all' ? [...this.shown.keys(), ...this.session.keys()] : touched;
    for (const key of keys) this.waiting.add(key);
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.waiting.size > 0) {
        const batch = takeBatch(this.waiting, (key) => this.diagnosticsOf(key), diagnosticLimits);
        this.collection.set(batch.map(([key, diagnostics]) => [this.uriOf(key, diagnostics), diagnostics]));
        await new Promise((resolve) => setTimeout(resolve, 0));
      }
    } finally {
      this.isSending = false;
    }
  }

  /** Undefined where nothing is to be shown and nothing was. */
  private diagnosticsOf(key: string): vscode.Diagnostic[] | undefined {
    const found = this.session.findingsOfKey(key);
    if (!found || found.findings.length === 0) return this.shown.has(key) ? [] : undefined;
    const { book, findings } = found;
    const places = {
      uriOf: (path: string) => this.session.uriOf(book, path),
      documentationOf: (rule: string) => this.documentation.of(rule),
    };
    return findings.map((finding) => toDiagnostic(finding, places));
  }

  /** The URI under which a file's diagnostics are kept, which outlives the file. */
  private uriOf(key: string, diagnostics: readonly vscode.Diagnostic[]): vscode.Uri {
    const uri = this.shown.get(key) ?? (this.session.uriOfKey(key) as vscode.Uri);
    if (diagnostics.length > 0) this.shown.set(key, uri);
    else this.shown.delete(key);
    return uri;
  }
}
