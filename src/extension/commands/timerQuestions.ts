import { nextStart, readEnd } from '../../core/edit/timer';
import { addDays } from '../../core/model/calendarDate';
import { clockText, elapsedText, minutesPerDay } from '../../core/model/clockTime';
import { joined, type Text, t } from '../../core/model/message';
import type { Page } from '../../core/model/page';
import { weekdayText } from '../../core/model/texts';
import { askText, pickOne, type Row } from '../ui/questions';
import type { PlacedTimer } from './timerLog';

/** An answer that stands for no time at all. */
export type Unstopped = 'leave' | 'remove';

/** Minutes after midnight of the timer's day; `type` for one that the user types. */
type End = number | 'type' | Unstopped;

/** Whether to stop the timer that runs, in order to start another one. */
export async function confirmSwitch(
  { entry }: PlacedTimer,
  elapsed: number,
  next: string | undefined,
): Promise<boolean> {
  const running = t`${entry.activity} has been running for ${elapsedText(Math.max(0, elapsed))}`;
  const rows = [
    { icon: 'arrow-swap', label: t`Switch to ${next ?? t`another activity…`}`, value: true },
    { icon: 'watch', label: t`Keep ${entry.activity} running`, value: false },
  ];
  return (await pickOne(rows, { title: running })) ?? false;
}

/** The rounded end or the exact one; undefined where the user gives up. */
export async function askRounding(
  { start, entry }: PlacedTimer,
  exact: number,
  rounded: number,
  unit: number,
): Promise<number | undefined> {
  const rows = [
    { ...endRow(start, rounded), detail: t`Rounded to ${unit} minutes` },
    { ...endRow(start, exact), detail: t`As it is` },
  ];
  return pickOne(rows, { title: t`Stop ${entry.activity}: round the time?` });
}

/** What becomes of a timer that is stopped in the minute it was started: an entry of no time counts nothing. */
export async function askEmpty({ entry, start }: PlacedTimer): Promise<number | Unstopped | undefined> {
  const rows: Row<number | Unstopped>[] = [
    { icon: 'trash', label: t`Remove the entry`, description: t`it would count nothing`, value: 'remove' },
    { icon: 'check', label: t`Keep it as ${clockText(start)}-${clockText(start)}`, value: start },
  ];
  return pickOne(rows, { title: t`${entry.activity} was started in this very minute` });
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
  const { start, entry } = timer;
  const next = nextStart(page, entry);
  const nowRows = now === undefined ? [] : [{ ...endRow(start, now), detail: t`Now` }];
  const rows: Row<End>[] = [
    ...(isStillLikely ? nowRows : []),
    ...(next === undefined
      ? []
      : [{ ...endRow(start, next), detail: t`When the next entry of that day began` }]),
    { icon: 'edit', label: t`At another time…`, value: 'type' },
    ...(next === minutesPerDay
      ? []
      : [{ ...endRow(start, minutesPerDay), detail: t`At the end of that day` }]),
    ...(isStillLikely ? [] : nowRows),
    ...(canLeave
      ? [{ icon: 'debug-step-over', label: t`Leave it open for now`, value: 'leave' as const }]
      : []),
  ];
  const picked = await pickOne(rows, {
    title: t`${entry.activity} has been running since ${startDay(timer)}, ${clockText(start)}`,
    placeHolder: t`When did it end?`,
  });
  return picked === 'type' ? askEnd(timer) : picked;
}

/** Asks for the end of a timer in the notation of the log. */
export async function askEnd(timer: PlacedTimer): Promise<number | undefined> {
  const { start, entry } = timer;
  const problemOf = (text: string): Text | undefined => {
    const read = readEnd(start, text);
    return 'problem' in read ? t`This is no end for it: ${read.problem}.` : undefined;
  };
  const text = await askText({
    title: t`${entry.activity}, started on ${startDay(timer)} at ${clockText(start)}`,
    prompt: t`When did it end? A time such as 17:45; 0:30> for the day after.`,
    problem: problemOf,
  });
  const read = text === undefined ? undefined : readEnd(start, text);
  return read && 'end' in read ? read.end : undefined;
}

/** Which one of several; the first is the one that was started last. */
export async function pickTimer(timers: readonly PlacedTimer[]): Promise<PlacedTimer | undefined> {
  if (timers.length < 2) return timers[0];
  const rows = timers.map((timer) => ({
    label: timer.entry.activity,
    description: t`since ${sinceText(timer)}`,
    detail: timer.entry.summary,
    value: timer,
  }));
  return pickOne(rows, { title: t`Which timer?` });
}

/** `Fri 20 Nov`, in the year of today without it. */
function startDay({ date, daysAgo }: PlacedTimer): Text {
  return weekdayText(date, addDays(date, daysAgo));
}

/** `9:05`, `Fri 20 Nov, 9:05` */
export function sinceText(timer: PlacedTimer): Text {
  const at = clockText(timer.start);
  return timer.daysAgo === 0 ? at : joined([startDay(timer), at], ', ');
}

function endRow(start: number, end: number): Row<number> {
  return { icon: 'clock', label: clockText(end), description: elapsedText(end - start), value: end };
}
