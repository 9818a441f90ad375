import { elapsedOf, isLeftRunning, mayRun } from '../../core/analysis/openTimers';
import { readEnd, roundedEnd, type TimedWork } from '../../core/edit/timer';
import { clockText, elapsedText, minutesPerDay } from '../../core/model/clockTime';
import { type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { duration } from '../../core/model/texts';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { Clock } from '../clock';
import type { Settings } from '../settings';
import { inBackground } from '../ui/background';
import { notify } from '../ui/messages';
import { pickOne } from '../ui/questions';
import { flash } from '../ui/statusItem';
import { askSummary, pickActivity, type TimePreset, timePreset } from './activityInput';
import type { BookChoice } from './bookChoice';
import type { PlacedTimer, TimerLog } from './timerLog';
import {
  askEmpty,
  askEnd,
  askForgottenEnd,
  askRounding,
  confirmSwitch,
  pickTimer,
  sinceText,
  type Unstopped,
} from './timerQuestions';

export interface TimerParts {
  readonly session: BookSession;
  readonly choice: BookChoice;
  readonly log: TimerLog;
  readonly clock: Clock;
  readonly settings: Settings;
}

/** Starts, stops and switches timers, which live as open ranges in the logs. */
export class Timer {
  constructor(private readonly parts: TimerParts) {}

  /** @param given what need not be asked: `{activity, summary, at}` of a key binding, or a row of the tree */
  start(given?: unknown): Promise<void> {
    return this.begin(timePreset(given), true);
  }

  /** Stops the timer that runs and starts the next one at that moment. */
  switch(given?: unknown): Promise<void> {
    return this.begin(timePreset(given), false);
  }

  /** @param given `{at}`: the time at which it ended, now where that is absent */
  async stop(given?: unknown): Promise<void> {
    const { at } = timePreset(given);
    const timer = await this.chosen(await this.parts.log.timers());
    if (timer === undefined) return;
    let end = await this.endOf(timer, at, { canLeave: false, latest: 2 * minutesPerDay - 1 });
    if (end === timer.start) end = await askEmpty(timer);
    if (end === undefined || end === 'leave') return;
    if (end === 'remove') {
      await this.parts.log.remove(timer);
      return flash(t`${timer.entry.activity} is out of the log again.`);
    }
    await this.parts.log.stop(timer, end);
    flash(t`${timer.entry.activity} stopped at ${clockText(end)}: ${duration(end - timer.start)}.`);
  }

  /** Says what can be done with the timer that runs: a click on it in the status bar. */
  async choose(): Promise<void> {
    const [timer] = await this.parts.log.timers();
    if (!timer) return this.noTimer();
    const { entry } = timer;
    const elapsed = elapsedText(Math.max(0, elapsedOf(timer, this.now)));
    const rows = [
      { icon: 'debug-stop', label: t`Stop`, value: () => this.stop() },
      { icon: 'arrow-swap', label: t`Switch to another activity…`, value: () => this.switch() },
      { icon: 'calendar', label: t`Show it in the log`, value: () => this.parts.log.show(timer) },
    ];
    const picked = await pickOne(rows, {
      title: t`${entry.activity}, ${elapsed} since ${sinceText(timer)}`,
      ...(entry.summary === '' ? {} : { placeHolder: entry.summary }),
    });
    await picked?.();
  }

  private async begin(preset: TimePreset, isNew: boolean): Promise<void> {
    const { choice, log } = this.parts;
    const book = (preset.root && choice.byRoot(preset.root)) || (await choice.choose());
    if (!book) return;
    const running = (await log.timers()).find(mayRun);
    if (!running) return this.startNew(book, preset);
    if (running.daysAgo > 0) {
      const end = await this.endOf(running, undefined, { canLeave: isNew, latest: 2 * minutesPerDay - 1 });
      if (end === undefined || end === 'remove') return;
      if (end !== 'leave') await log.stop(running, end);
      return this.startNew(book, preset);
    }
    const elapsed = elapsedOf(running, this.now);
    if (isNew && !(await confirmSwitch(running, elapsed, preset.activity))) return;
    const work = await this.workFor(book, preset, t`Switch timer`);
    if (!work) return;
    // A timer cannot start on the day after.
    const end = await this.endOf(running, preset.at, { canLeave: false, latest: minutesPerDay - 1 });
    if (typeof end !== 'number') return;
    const isSameMinute = end === running.start && running.book.root === book.root;
    if (isSameMinute) await log.retitle(running, work);
    else await log.switch(running, end, book, work);
    flash(t`${work.activity} started at ${clockText(end)}.`);
  }

  private async startNew(book: OpenBook, preset: TimePreset): Promise<void> {
    const work = await this.workFor(book, preset, t`Start timer`);
    if (!work) return;
    const start = preset.at === undefined ? this.now : minutesOf(preset.at);
    await this.parts.log.start(book, start, work);
    flash(t`${work.activity} started at ${clockText(start)}.`);
  }

  /** Asks for activity and summary, as far as they are not given. */
  private async workFor(book: OpenBook, preset: TimePreset, title: Text): Promise<TimedWork | undefined> {
    const { activity: given, summary = '' } = preset;
    if (given !== undefined) return { activity: given, summary };
    const activity = await pickActivity(book, this.parts.session.today, t`${title} (1/2)`);
    if (activity === undefined) return undefined;
    const typed = await askSummary(t`${title} (2/2)`, t`What are you going to do?`);
    return typed === undefined ? undefined : { activity, summary: typed };
  }

  /**
   * When a timer ended, in minutes after midnight of its day: at the time given, else now, rounded where the user wants
   * that. Asked where now cannot be meant.
   */
  private async endOf(
    timer: PlacedTimer,
    at: string | undefined,
    { canLeave, latest }: { canLeave: boolean; latest: number },
  ): Promise<number | Unstopped | undefined> {
    const { start, daysAgo } = timer;
    if (at !== undefined) {
      const read = readEnd(start, at);
      if ('problem' in read) throw new Refusal(t`The timer cannot end at ${at}: ${read.problem}.`);
      return read.end;
    }
    const exact = start + elapsedOf(timer, this.now);
    if (daysAgo > 0) {
      const page = await this.parts.log.pageOf(timer);
      const now = exact - start <= minutesPerDay && exact < 2 * minutesPerDay ? exact : undefined;
      return askForgottenEnd(timer, page, now, !isLeftRunning(timer, this.now), canLeave);
    }
    // Entered ahead of the clock.
    if (exact < start) return askEnd(timer);
    const unit = this.parts.settings.timerRounding;
    const rounded = roundedEnd(start, exact, unit);
    if (rounded === exact || rounded > latest) return exact;
    return askRounding(timer, exact, rounded, unit);
  }

  /** Of several the user picks; today's come before those that were left running. */
  private async chosen(timers: readonly PlacedTimer[]): Promise<PlacedTimer | undefined> {
    const today = timers.filter(({ daysAgo }) => daysAgo === 0);
    const all = today.length > 0 ? today : timers;
    if (all.length === 0) this.noTimer();
    return pickTimer(all);
  }

  private noTimer(): void {
    inBackground(notify('information', t`No timer is running. “Status Book: Start Timer” starts one.`));
  }

  private get now(): number {
    return this.parts.clock.minutesOfDay();
  }
}

/** @throws where a text is no time of day at which a timer can start */
function minutesOf(time: string): number {
  const read = readEnd(0, time);
  if ('end' in read && read.end < minutesPerDay) return read.end;
  throw new Refusal(t`A timer cannot start at ${time}: give a time such as 13:05.`);
}
