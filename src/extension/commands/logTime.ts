import { activityTitle } from '../../core/analysis/activityTitle';
import { addEntryEdits, entryText, findLog, type NewEntry } from '../../core/edit/logTime';
import { t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { Clock } from '../clock';
import type { PageEditor } from '../pageEditor';
import { askText } from '../ui/questions';
import { flash } from '../ui/statusItem';
import { askSummary, pickActivity, timePreset } from './activityInput';
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
    const preset = timePreset(given);
    const book = (preset.root && this.choice.byRoot(preset.root)) || (await this.choice.choose());
    const activity =
      book && (preset.activity ?? (await pickActivity(book, this.session.today, t`Log time (1/3)`)));
    if (!book || activity === undefined) return;
    const time = preset.time ?? (await this.askTime(book, activity));
    if (time === undefined) return;
    const problem = timeProblem(time);
    if (problem !== undefined) throw new Refusal(problem);
    const summary =
      preset.summary ??
      (preset.time === undefined ? await askSummary(t`Log time (3/3)`, t`What did you do?`) : '');
    if (summary === undefined) return;
    await this.add(book, { time: time.trim(), activity, summary });
  }

  private async add(book: OpenBook, entry: NewEntry): Promise<void> {
    await this.editor.edit(
      () => this.log.current(book),
      ({ document, page }) => addEntryEdits(page, document.getText(), entryText(entry)),
    );
    flash(t`${entryText({ time: entry.time, activity: entry.activity })} logged.`);
  }

  private askTime(book: OpenBook, activity: string): Promise<string | undefined> {
    const known = book.index.settings.activities.get(activity);
    return askText({
      title: t`Log time on ${known ? activityTitle(known) : activity} (2/3)`,
      prompt: t`How long? A duration such as 45m, 1h30m or 1.5h, or a time range such as 9:00-10:15.`,
      value: suggestedTime(findLog(book.index, this.session.today), this.clock.minutesOfDay()),
      problem: timeProblem,
    });
  }
}
