import * as vscode from 'vscode';
import { elapsedOf, isLeftRunning, mayRun } from '../../core/analysis/openTimers';
import { relativeDay } from '../../core/analysis/pageFact';
import { clockText, elapsedText } from '../../core/model/clockTime';
import type { BookSession } from '../books/bookSession';
import type { Clock } from '../clock';
import { type PlacedTimer, timersOf } from '../commands/timerLog';

/**
 * The timer that runs, in the status bar: looked up when a book changes, and counted on each minute. One that was left
 * open days ago is a problem of its log alone.
 */
export class TimerStatus implements vscode.Disposable {
  private readonly item = vscode.window.createStatusBarItem(
    'statusBook.timer',
    vscode.StatusBarAlignment.Left,
    51,
  );
  private readonly subscriptions: vscode.Disposable[];
  private minute: vscode.Disposable | undefined;
  private timer: PlacedTimer | undefined;
  private readonly contexts = new Map<string, boolean>();

  constructor(
    private readonly session: BookSession,
    private readonly clock: Clock,
  ) {
    this.item.name = 'Status Book: Timer';
    this.item.command = 'statusBook.timerActions';
    this.subscriptions = [
      this.item,
      session.onDidChange(() => this.look()),
      clock.onDidChangeDay(() => this.look()),
      vscode.window.onDidChangeWindowState(() => this.show()),
    ];
    this.look();
  }

  dispose(): void {
    this.minute?.dispose();
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private look(): void {
    const timers = timersOf(this.session);
    this.timer = timers.find(mayRun);
    this.setContext('statusBook.timerRunning', this.timer !== undefined);
    this.setContext('statusBook.timerOpen', timers.length > 0);
    this.show();
  }

  private setContext(key: string, value: boolean): void {
    if (this.contexts.get(key) === value) return;
    this.contexts.set(key, value);
    void vscode.commands.executeCommand('setContext', key, value);
  }

  private show(): void {
    this.minute?.dispose();
    if (!this.timer) {
      this.item.hide();
      return;
    }
    this.minute = this.clock.atNextMinute(() => this.show());
    this.describe(this.timer);
    this.item.show();
  }

  private describe(timer: PlacedTimer): void {
    const { entry, start, date } = timer;
    const now = this.clock.minutesOfDay();
    const elapsed = elapsedText(Math.max(0, elapsedOf(timer, now)));
    const isLeft = isLeftRunning(timer, now);
    const day = timer.daysAgo === 0 ? '' : `${relativeDay(date, this.session.today)}, `;
    this.item.text = isLeft
      ? `$(warning) ${entry.activity} since ${day}${clockText(start)}`
      : `$(watch) ${elapsed} ${entry.activity}`;
    this.item.tooltip = [
      `${entry.activity}${entry.summary === '' ? '' : `: ${entry.summary}`}`,
      isLeft
        ? `Left running since ${day}${clockText(start)}; it counts nothing yet.`
        : `Since ${day}${clockText(start)}.`,
      'Click to stop it or to switch.',
    ].join('\n');
    const spoken = isLeft ? `left running since ${day}${clockText(start)}` : `running for ${elapsed}`;
    this.item.accessibilityInformation = { label: `Timer: ${entry.activity}, ${spoken}`, role: 'button' };
    this.item.backgroundColor = isLeft ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
  }
}
