import * as vscode from 'vscode';
import { type BandTone, bandMarks, overdueDates } from '../../core/language/decorations/decorations';
import type { BookSession } from '../books/bookSession';
import { toRange } from '../convert';

const toneColours: Readonly<Record<BandTone, string>> = {
  near: 'editorInfo.foreground',
  far: 'list.warningForeground',
};

/** Colours what no grammar can know: horizons out of their bands, and promises that are overdue. */
export class Decorations implements vscode.Disposable {
  private readonly band = vscode.window.createTextEditorDecorationType({});
  private readonly overdue = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('errorForeground'),
  });
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly session: BookSession) {
    const showAll = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.show(editor);
    };
    this.subscriptions = [
      this.band,
      this.overdue,
      session.onDidChange(showAll),
      vscode.window.onDidChangeVisibleTextEditors(showAll),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('statusBook.decorations')) showAll();
      }),
    ];
    showAll();
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(editor: vscode.TextEditor): void {
    const { document } = editor;
    if (document.languageId !== 'markdown') return;
    const placed = isOn(document.uri) ? this.session.pageAt(document.uri) : undefined;
    const { today } = this.session;
    const marks = placed ? bandMarks(placed.page, placed.book.index, today) : [];
    const dates = placed ? overdueDates(placed.page, placed.book.index, today) : [];
    editor.setDecorations(
      this.band,
      marks.map(({ range, text, tone }) => ({
        range: toRange(range),
        renderOptions: {
          after: {
            contentText: text,
            color: new vscode.ThemeColor(toneColours[tone]),
            margin: '0 0 0 1.5em',
          },
        },
      })),
    );
    editor.setDecorations(this.overdue, dates.map(toRange));
  }
}

function isOn(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('statusBook', uri).get<boolean>('decorations.enabled') !== false;
}
