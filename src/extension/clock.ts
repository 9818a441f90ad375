import * as vscode from 'vscode';
import { type CalendarDate, isCalendarDate } from '../core/model/calendarDate';
import { localDate, millisecondsToNextDay, millisecondsToNextMinute, minutesOfDay } from './localTime';
import type { Settings } from './settings';

/** Timers are re-armed at least so often: a computer that slept through midnight is noticed within the hour. */
const maxWait = 60 * 60 * 1000;

/** The one place where the clock is read. The day is the setting's, where one is set. */
export class Clock implements vscode.Disposable {
  private readonly changed = new vscode.EventEmitter<CalendarDate>();
  private readonly subscriptions: vscode.Disposable[];
  private timer: ReturnType<typeof setTimeout> | undefined;
  private current: CalendarDate;

  /** Tells of a new day. */
  readonly onDidChangeDay = this.changed.event;

  constructor(private readonly settings: Settings) {
    this.current = this.read();
    this.subscriptions = [
      this.changed,
      settings.onDidChange(() => this.look()),
      vscode.window.onDidChangeWindowState(() => this.look()),
    ];
    this.look();
  }

  get today(): CalendarDate {
    return this.current;
  }

  /** The time of day in minutes after midnight. */
  minutesOfDay(): number {
    return minutesOfDay(new Date());
  }

  /** Calls when a minute has begun, once: whoever wants the next one asks again. */
  atNextMinute(call: () => void): vscode.Disposable {
    const timer = setTimeout(call, millisecondsToNextMinute(new Date()));
    return { dispose: () => clearTimeout(timer) };
  }

  dispose(): void {
    clearTimeout(this.timer);
    for (const subscription of this.subscriptions) subscription.dispose();
  }

  private read(): CalendarDate {
    const set = this.settings.today;
    return isCalendarDate(set) ? set : localDate(new Date());
  }

  private look(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(), Math.min(millisecondsToNextDay(new Date()), maxWait));
    const today = this.read();
    if (today === this.current) return;
    this.current = today;
    this.changed.fire(today);
  }
}
