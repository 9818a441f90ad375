import * as vscode from 'vscode';
import { type Balance, balanceOf } from '../../core/analysis/balance';
import { addEntryEdits, entryText, findLog, type NewEntry } from '../../core/edit/logTime';
import { duration } from '../../core/model/words';
import type { Activity } from '../../core/schema/activities';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';
import { horizonTitle } from '../views/balanceWords';
import type { BookChoice } from './bookChoice';
import type { DailyLog } from './dailyLog';
import { suggestedTime, timeProblem } from './timeInput';

/** Adds a time entry to today's log. */
export class LogTime {
  constructor(
    private readonly session: BookSession,
    private readonly choice: BookChoice,
    private readonly log: DailyLog,
    private readonly editor: PageEditor,
    private readonly clock: Clock,
  ) {}

  /** @param given what need not be asked: `{activity, time, summary}` of a key binding, or a row of the tree */
  async run(given?: unknown): Promise<void> {
    const preset = presetOf(given);
    const book = (preset.root && this.choice.byRoot(preset.root)) || (await this.choice.choose());
    const activity = book && (preset.activity ?? (await this.pickActivity(book)));
    if (!book || activity === undefined) return;
    const time = preset.time ?? (await this.askTime(book, activity));
    if (time === undefined) return;
    const problem = timeProblem(time);
    if (problem !== undefined) throw new Error(problem);
    const summary = preset.summary ?? (preset.time === undefined ? await askSummary() : '');
    if (summary === undefined) return;
    await this.add(book, { time: time.trim(), activity, summary });
  }

  private async add(book: OpenBook, entry: NewEntry): Promise<void> {
    const current = await this.editor.current(await this.log.ensure(book));
    if (!current) throw new Error('Today’s log could not be read.');
    const { document, page } = current;
    await this.editor.edit(document, addEntryEdits(page, document.getText(), entryText(entry)));
    const message = `${entryText({ time: entry.time, activity: entry.activity })} logged.`;
    vscode.window.setStatusBarMessage(`$(check) ${message}`, 5000);
  }

  private async pickActivity(book: OpenBook): Promise<string | undefined> {
    const balance = balanceOf(book.index, this.session.today);
    const items = activitiesByUse(book, balance).map(({ activity, minutes }) => ({
      label: activity.title,
      description: `${horizonTitle(activity.horizon)}${minutes > 0 ? ` · ${duration(minutes)}` : ''}`,
      detail: activity.description,
      id: activity.id,
    }));
    const picked = await vscode.window.showQuickPick(items, {
      title: 'Log time (1/3)',
      placeHolder: 'On which activity?',
      matchOnDescription: true,
      matchOnDetail: true,
    });
    return picked?.id;
  }

  private askTime(book: OpenBook, activity: string): Thenable<string | undefined> {
    const title = book.index.settings.activities.get(activity)?.title ?? activity;
    return vscode.window.showInputBox({
      title: `Log time on ${title} (2/3)`,
      prompt: 'How long? A duration such as 45m, 1h30m or 1.5h, or a time range such as 9:00-10:15.',
      value: suggestedTime(findLog(book.index, this.session.today), this.clock.minutesOfDay()),
      ignoreFocusOut: true,
      validateInput: timeProblem,
    });
  }
}

/** Those with most time in the window first, then in the book's order. */
function activitiesByUse(book: OpenBook, balance: Balance): { activity: Activity; minutes: number }[] {
  const minutes = new Map(balance.activities.map((used) => [used.id, used.minutes]));
  return [...book.index.settings.activities.values()]
    .map((activity) => ({ activity, minutes: minutes.get(activity.id) ?? 0 }))
    .sort((a, b) => b.minutes - a.minutes);
}

function askSummary(): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: 'Log time (3/3)',
    prompt: 'What did you do? Press Enter to leave it out.',
    ignoreFocusOut: true,
  });
}

interface Preset extends Partial<NewEntry> {
  readonly root?: string;
}

function presetOf(given: unknown): Preset {
  if (typeof given !== 'object' || given === null) return {};
  const preset: Record<string, string> = {};
  for (const name of ['activity', 'time', 'summary', 'root'] as const) {
    const value = (given as Record<string, unknown>)[name];
    if (typeof value === 'string') preset[name] = value;
  }
  return preset;
}
