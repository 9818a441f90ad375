import * as vscode from 'vscode';
import { nextStart, readEnd } from '../../core/edit/timer';
import { clockText, elapsedText, minutesPerDay } from '../../core/model/clockTime';
import type { Page } from '../../core/model/page';
import type { PlacedTimer } from './timerLog';

/** An answer that stands for no time at all. */
export type Unstopped = 'leave' | 'remove';

interface EndItem extends vscode.QuickPickItem {
  /** Minutes after midnight of the timer's day; `type` for one that the user types. */
  readonly end: number | 'type' | Unstopped;
}

/** Whether to stop the timer that runs, in order to start another one. */
export async function confirmSwitch(
  { entry }: PlacedTimer,
  elapsed: number,
  next: string | undefined,
): Promise<boolean> {
  const running = `${entry.activity} has been running for ${elapsedText(Math.max(0, elapsed))}`;
  const switchItem = { label: `$(arrow-swap) Switch to ${next ?? 'another activity…'}` };
  const keepItem = { label: `$(watch) Keep ${entry.activity} running` };
  const picked = await vscode.window.showQuickPick([switchItem, keepItem], { title: running });
  return picked === switchItem;
}

/** The rounded end or the exact one; undefined where the user gives up. */
export async function askRounding(
  { start, entry }: PlacedTimer,
  exact: number,
  rounded: number,
  unit: number,
): Promise<number | undefined> {
  const items: EndItem[] = [
    { ...endItem(start, rounded), detail: `Rounded to ${unit} minutes`, end: rounded },
    { ...endItem(start, exact), detail: 'As it is', end: exact },
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `Stop ${entry.activity}: round the time?`,
  });
  return typeof picked?.end === 'number' ? picked.end : undefined;
}

/** What becomes of a timer that is stopped in the minute it was started: an entry of no time counts nothing. */
export async function askEmpty({ entry, start }: PlacedTimer): Promise<number | Unstopped | undefined> {
  const items: EndItem[] = [
    { label: '$(trash) Remove the entry', description: 'it would count nothing', end: 'remove' },
    { label: `$(check) Keep it as ${clockText(start)}-${clockText(start)}`, end: start },
  ];
  const title = `${entry.activity} was started in this very minute`;
  return (await vscode.window.showQuickPick(items, { title }))?.end as number | Unstopped | undefined;
}

/**
 * When a timer that was left running on an earlier day ended: nobody but the user knows.
 *
 * @param now minutes after midnight of the timer's day; undefined where that is too far away to be an end
 * @param canLeave offers to leave it open
 */
export async function askForgottenEnd(
  timer: PlacedTimer,
  page: Page,
  now: number | undefined,
  isStillLikely: boolean,
  canLeave: boolean,
): Promise<number | Unstopped | undefined> {
  const { start, date, entry } = timer;
  const next = nextStart(page, entry);
  const nowItems = now === undefined ? [] : [{ ...endItem(start, now), detail: 'Now', end: now }];
  const items: EndItem[] = [
    ...(isStillLikely ? nowItems : []),
    ...(next === undefined
      ? []
      : [{ ...endItem(start, next), detail: 'When the next entry of that day began', end: next }]),
    { label: '$(edit) At another time…', end: 'type' },
    ...(next === minutesPerDay
      ? []
      : [{ ...endItem(start, minutesPerDay), detail: 'At the end of that day', end: minutesPerDay }]),
    ...(isStillLikely ? [] : nowItems),
    ...(canLeave ? [{ label: '$(debug-step-over) Leave it open for now', end: 'leave' as const }] : []),
  ];
  const picked = await vscode.window.showQuickPick(items, {
    title: `${entry.activity} has been running since ${date}, ${clockText(start)}`,
    placeHolder: 'When did it end?',
  });
  return picked?.end === 'type' ? askEnd(timer) : picked?.end;
}

/** Asks for the end of a timer in the notation of the log. */
export async function askEnd({ start, entry, date }: PlacedTimer): Promise<number | undefined> {
  const problemOf = (text: string): string | undefined => {
    const read = readEnd(start, text);
    return 'problem' in read ? `This is no end for it: ${read.problem}.` : undefined;
  };
  const text = await vscode.window.showInputBox({
    title: `${entry.activity}, started on ${date} at ${clockText(start)}`,
    prompt: 'When did it end? A time such as 17:45; 0:30> for the day after.',
    ignoreFocusOut: true,
    validateInput: problemOf,
  });
  const read = text === undefined ? undefined : readEnd(start, text);
  return read && 'end' in read ? read.end : undefined;
}

/** Which one of several; the first is the one that was started last. */
export async function pickTimer(timers: readonly PlacedTimer[]): Promise<PlacedTimer | undefined> {
  if (timers.length < 2) return timers[0];
  const items = timers.map((timer) => ({
    label: timer.entry.activity,
    description: `since ${timer.daysAgo === 0 ? '' : `${timer.date}, `}${clockText(timer.start)}`,
    detail: timer.entry.summary,
    timer,
  }));
  return (await vscode.window.showQuickPick(items, { title: 'Which timer?' }))?.timer;
}

function endItem(start: number, end: number): { label: string; description: string } {
  return { label: `$(clock) ${clockText(end)}`, description: elapsedText(end - start) };
}
