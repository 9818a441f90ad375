import * as vscode from 'vscode';
import { balanceOf } from '../../core/analysis/balance';
import {
  horizonSentence,
  horizonTitle,
  missingText,
  shareFigure,
  windowText,
} from '../../core/analysis/balanceWords';
import { joined, t } from '../../core/model/message';
import { duration } from '../../core/model/texts';
import { viewId } from '../../manifest/viewIds';
import type { BookSession, OpenBook } from '../books/bookSession';
import { StatusItem } from '../ui/statusItem';

/** The balance of the window in the status bar: of the active page's book, else of the first one. */
export class StatusBar implements vscode.Disposable {
  private readonly item = new StatusItem({
    id: 'statusBook.balance',
    name: 'Status Book: Time Balance',
    command: `${viewId('activities')}.focus`,
    priority: 50,
  });
  private readonly subscriptions: vscode.Disposable[];

  constructor(private readonly session: BookSession) {
    this.subscriptions = [
      this.item,
      session.onDidChange(() => this.show()),
      vscode.window.onDidChangeActiveTextEditor(() => this.show()),
    ];
  }

  dispose(): void {
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private show(): void {
    const active = vscode.window.activeTextEditor?.document.uri;
    const book = (active && this.session.bookOf(active)) ?? this.session.books()[0];
    if (book) this.showBalance(book);
    else this.item.hide();
  }

  private showBalance({ index }: OpenBook): void {
    const balance = balanceOf(index, this.session.today);
    const { windowDays } = index.settings;
    const words = balance.judged
      ? balance.horizons.map((horizon) => horizonSentence(horizon, balance))
      : [t`Not enough data: ${missingText(balance)}.`];
    const shares = balance.horizons.map(shareFigure);
    const spokenShares = balance.horizons.map(
      ({ id }, at) => t`${horizonTitle(id)} ${shares[at] ?? '–'} percent`,
    );
    this.item.show({
      icon: 'book',
      text: balance.judged ? joined(shares, ' · ') : t`${duration(balance.totalMinutes)} logged`,
      tooltip: [t`Time balance`, ...words, windowText(balance, windowDays), t`Click for the activities.`],
      accessibilityLabel: t`Time balance: ${balance.judged ? joined(spokenShares, ', ') : joined(words, ' ')}`,
      isWarning: balance.horizons.some(({ far }) => far),
    });
  }
}
