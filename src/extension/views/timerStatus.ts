import * as vscode from 'vscode';
import { elapsedOf, isLeftRunning, mayRun } from '../../core/analysis/openTimers';
import { clockText, elapsedText } from '../../core/model/clockTime';
import { joined, t } from '../../core/model/message';
import { relativeDay } from '../../core/model/texts';
import type { BookSession } from '../books/bookSession';
import type { Clock } from '../clock';
import { type PlacedTimer, timersOf } from '../commands/timerLog';
import { inBackground } from '../ui/background';
import { StatusItem } from '../ui/statusItem';

/**
 * The timer that runs, in the status bar: looked up when a book changes, and counted on each minute. One that was left
 * open days ago is a problem of its log alone.
 */
export class TimerStatus implements vscode.Disposable {
  private readonly item = new StatusItem({
    id: 'statusBook.timer',
    name: 'Status Book: Timer',
    command: 'statusBook.timerActions',
    priority: 51,
  });
  private readonly subscriptions: vscode.Disposable[];
  private minute: vscode.Disposable | undefined;
  private timer: PlacedTimer | undefined;
  private readonly contexts = new Map<string, boolean>();

  constructor(
    private readonly session: BookSession,
    private readonly clock: Clock,
  ) {
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
    inBackground(vscode.commands.executeCommand('setContext', key, value));
  }

  private show(): void {
    this.minute?.dispose();
    if (!this.timer) {
      this.item.hide();
      return;
    }
    this.minute = this.clock.atNextMinute(() => this.show());
    this.describe(this.timer);
  }

  private describe(timer: PlacedTimer): void {
    const { entry, start, date } = timer;
    const now = this.clock.minutesOfDay();
    const elapsed = elapsedText(Math.max(0, elapsedOf(timer, now)));
    const isLeft = isLeftRunning(timer, now);
    const at = clockText(start);
    const since = timer.daysAgo === 0 ? at : joined([relativeDay(date, this.session.today), at], ', ');
    const accessibilityLabel = isLeft ? t`left running since ${since}` : t`running for ${elapsed}`;
    this.item.show({
      icon: isLeft ? 'warning' : 'watch',
      text: isLeft ? t`${entry.activity} since ${since}` : `${elapsed} ${entry.activity}`,
      tooltip: [
        `${entry.activity}${entry.summary === '' ? '' : `: ${entry.summary}`}`,
        isLeft ? t`Left running since ${since}; it counts nothing yet.` : t`Since ${since}.`,
        t`Click to stop it or to switch.`,
      ],
      accessibilityLabel: t`Timer: ${entry.activity}, ${accessibilityLabel}`,
      isWarning: isLeft,
    });
  }
}
