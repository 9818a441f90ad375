import * as vscode from 'vscode';
import { activityRanges, overdueDates } from '../../core/language/decorations/decorations';
import { horizons } from '../../core/schema/activities';
import type { BookSession } from '../books/bookSession';
import { toRange } from '../convert';

/** Colours what no grammar can know: promises that are overdue, and activities by their horizon. */
export class Decorations implements vscode.Disposable {
  private readonly overdue = vscode.window.createTextEditorDecorationType({
    color: new vscode.ThemeColor('statusBook.alarm'),
  });
  private readonly activities = horizons.map(({ id }) => ({
    horizon: id,
    type: vscode.window.createTextEditorDecorationType({ color: new vscode.ThemeColor(`statusBook.${id}`) }),
  }));
  private readonly subscriptions: readonly vscode.Disposable[];

  constructor(private readonly session: BookSession) {
    const showAll = (): void => {
      for (const editor of vscode.window.visibleTextEditors) this.show(editor);
    };
    this.subscriptions = [
      this.overdue,
      ...this.activities.map(({ type }) => type),
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
    const dates = placed ? overdueDates(placed.page, placed.book.index, today) : [];
    editor.setDecorations(this.overdue, dates.map(toRange));
    const activities = placed && activityRanges(placed.page, placed.book.index);
    for (const { horizon, type } of this.activities) {
      editor.setDecorations(type, (activities?.get(horizon) ?? []).map(toRange));
    }
  }
}

function isOn(uri: vscode.Uri): boolean {
  return vscode.workspace.getConfiguration('statusBook', uri).get<boolean>('decorations.enabled') !== false;
}
