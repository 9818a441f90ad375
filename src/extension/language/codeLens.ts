import * as vscode from 'vscode';
import {
  type CodeLens,
  type LensAction,
  type LensKind,
  type LensText,
  lensKinds,
} from '../../core/language/codeLens/codeLens';
import { codeLensesOf } from '../../core/language/codeLens/codeLenses';
import { viewId } from '../../manifest/viewIds';
import type { OpenBook } from '../books/bookSession';
import { toRange } from '../convert';
import { inLens, inTooltip } from '../ui/plainText';
import { type LanguageContext, markdownDocuments } from './languageContext';

/** A lens whose text is worked out when it comes into view. */
class PageLens extends vscode.CodeLens {
  constructor(
    readonly lens: CodeLens,
    readonly book: OpenBook,
    readonly uri: vscode.Uri,
  ) {
    super(toRange(lens.range));
  }
}

/** Shows notes above the lines of a page: balance, age, predictions, pace, ledger, references. */
export class PageLenses implements vscode.CodeLensProvider<PageLens>, vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<void>();
  private readonly subscriptions: readonly vscode.Disposable[];

  readonly onDidChangeCodeLenses = this.changed.event;

  constructor(private readonly context: LanguageContext) {
    const { session, clock } = context;
    this.subscriptions = [
      this.changed,
      session.onDidChange(() => this.changed.fire()),
      clock.onDidChangeDay(() => this.changed.fire()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('statusBook.codeLens')) this.changed.fire();
      }),
    ];
  }

  static register(context: LanguageContext): vscode.Disposable {
    const lenses = new PageLenses(context);
    return vscode.Disposable.from(
      lenses,
      vscode.languages.registerCodeLensProvider(markdownDocuments, lenses),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument): Promise<PageLens[]> {
    const kinds = kindsFor(document.uri);
    if (kinds.size === 0) return [];
    const { pages, session } = this.context;
    const open = await pages.at(document);
    if (!open?.page) return [];
    const { page, book } = open;
    const isReported = (rule: string): boolean =>
      book.checker.findingsOf(page.path).some((finding) => finding.rule === rule);
    return codeLensesOf({ page, book: book.index, today: session.today, isReported }, kinds).map(
      (lens) => new PageLens(lens, book, document.uri),
    );
  }

  resolveCodeLens(lens: PageLens): PageLens {
    const text = lens.lens.text();
    lens.command = {
      ...this.commandFor(text.action, lens),
      title: titleOf(text),
      ...(text.tooltip === undefined ? {} : { tooltip: inTooltip(text.tooltip) }),
    };
    return lens;
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private commandFor(
    action: LensAction | undefined,
    { book, uri, range }: PageLens,
  ): Omit<vscode.Command, 'title'> {
    switch (action?.kind) {
      case 'markAsReviewed':
        return { command: 'statusBook.markAsReviewed', arguments: [uri] };
      case 'showActivities':
        return { command: `${viewId('activities')}.focus` };
      case 'showReferences': {
        const locations = action.places.map(
          (place) => new vscode.Location(this.context.session.uriOf(book, place.path), toRange(place.range)),
        );
        return { command: 'editor.action.showReferences', arguments: [uri, range.start, locations] };
      }
      case undefined:
        return { command: '' };
    }
  }
}

function titleOf({ title, isWarning }: LensText): string {
  return isWarning ? `$(warning)\u00a0${inLens(title)}` : inLens(title);
}

/** The kinds that are switched on for a file. */
function kindsFor(uri: vscode.Uri): ReadonlySet<LensKind> {
  const configuration = vscode.workspace.getConfiguration('statusBook.codeLens', uri);
  if (configuration.get<unknown>('enabled') === false) return new Set();
  const shown = configuration.get<Readonly<Record<string, unknown>>>('show') ?? {};
  return new Set(lensKinds.filter((kind) => shown[kind] !== false));
}
