import * as vscode from 'vscode';
import { contentHash } from '../core/index/contentHash';
import { diagnosticLimits, shownFindings, takeBatch } from './batches';
import type { BookSession, Touched } from './books/bookSession';
import { toDiagnostic, toRemainder } from './convert';
import type { RuleDocumentation } from './ruleDocumentation';
import { inBackground } from './ui/background';
import { timeSlice, yieldToEventLoop } from './yieldToEventLoop';

interface Shown {
  readonly uri: vscode.Uri;
  readonly digest: string;
}

/** Shows the findings of every page, open or not, in Problems; sends only what changed, in batches. */
export class Diagnostics implements vscode.Disposable {
  private readonly collection = vscode.languages.createDiagnosticCollection('statusBook');
  private readonly shown = new Map<string, Shown>();
  /** Of what is about to be sent. */
  private readonly digests = new Map<string, string>();
  private readonly waiting = new Set<string>();
  private readonly subscription: vscode.Disposable;
  private isSending = false;

  constructor(
    private readonly session: BookSession,
    private readonly documentation: RuleDocumentation,
  ) {
    this.subscription = session.onDidFind((touched) => this.queue(touched));
  }

  dispose(): void {
    this.waiting.clear();
    this.subscription.dispose();
    this.collection.dispose();
  }

  private queue(touched: Touched): void {
    const keys = touched === 'all' ? [...this.shown.keys(), ...this.session.keys()] : touched;
    for (const key of keys) this.waiting.add(key);
    inBackground(this.send());
  }

  private async send(): Promise<void> {
    if (this.isSending) return;
    this.isSending = true;
    try {
      while (this.waiting.size > 0) {
        const batch = takeBatch(
          this.waiting,
          (key) => this.diagnosticsOf(key),
          diagnosticLimits,
          timeSlice(),
        );
        this.collection.set(batch.map(([key, diagnostics]) => [this.uriOf(key, diagnostics), diagnostics]));
        await yieldToEventLoop();
      }
    } finally {
      this.isSending = false;
    }
  }

  /** Undefined where what is to be shown is what is shown. */
  private diagnosticsOf(key: string): vscode.Diagnostic[] | undefined {
    // It is told of when it is checked.
    if (this.session.isBeingChecked(key)) return undefined;
    const found = this.session.findingsOfKey(key);
    if (!found || found.findings.length === 0) return this.shown.has(key) ? [] : undefined;
    const { book, findings } = found;
    const first = shownFindings(findings);
    const left = findings.length - first.length;
    const digest = contentHash(JSON.stringify([first, left]));
    const shown = this.shown.get(key);
    if (shown?.digest === digest) return undefined;
    this.digests.set(key, digest);
    const places = {
      uriOf: (path: string) => this.session.uriOf(book, path),
      documentationOf: (rule: string) => this.documentation.of(rule),
    };
    const diagnostics = first.map((finding) => toDiagnostic(finding, places));
    return left > 0 ? [...diagnostics, toRemainder(left)] : diagnostics;
  }

  /** The URI under which a file's diagnostics are kept, which outlives the file. */
  private uriOf(key: string, diagnostics: readonly vscode.Diagnostic[]): vscode.Uri {
    const uri = this.shown.get(key)?.uri ?? (this.session.uriOfKey(key) as vscode.Uri);
    if (diagnostics.length > 0) this.shown.set(key, { uri, digest: this.digests.get(key) ?? '' });
    else this.shown.delete(key);
    this.digests.delete(key);
    return uri;
  }
}
