import { activityTitle } from '../../core/analysis/activityTitle';
import { horizonTitle } from '../../core/analysis/balanceWords';
import { entriesOf } from '../../core/analysis/entries';
import { overdueCommitments } from '../../core/analysis/overdue';
import { pageTime } from '../../core/analysis/pageTime';
import type { PreviewContext } from '../../core/language/preview/previewLink';
import { activityNamed } from '../../core/model/activityNames';
import type { CalendarDate } from '../../core/model/calendarDate';
import { clockText } from '../../core/model/clockTime';
import { unknownDepartments } from '../../core/model/commitment';
import { joined, ours, type Text, t } from '../../core/model/message';
import type { Commitment, Page, Task, TimeEntry } from '../../core/model/page';
import { periodWords } from '../../core/model/period';
import { dayText, duration, relativeDay } from '../../core/model/texts';
import type { Html } from './html';

/** Writes time entries, commitments and tasks as HTML. */
export class ItemHtml {
  constructor(private readonly html: Html) {}

  /** An item as it is written, where its book is not known. */
  source(source: string): string {
    return this.html.text(source);
  }

  entry({ minutes, start, end, open, activity }: TimeEntry, { index }: PreviewContext): string {
    const { html } = this;
    const range = start === undefined ? '' : `${clockText(start)}–${end === undefined ? '' : clockText(end)}`;
    const known = activityNamed(index.settings.activities, activity);
    const name = known
      ? html.span(
          ['status-book-activity', `status-book-${known.horizon}`],
          activityTitle(known),
          joined([horizonTitle(known.horizon), ours(known.description)], ': '),
        )
      : html.span(
          ['status-book-activity', 'status-book-broken'],
          activity,
          t`This book does not know the activity.`,
        );
    const parts = [
      html.span('status-book-duration', open ? t`running` : duration(minutes)),
      range === '' ? '' : html.span('status-book-range', range),
      name,
    ];
    return `${parts.filter((part) => part !== '').join(' ')} `;
  }

  /** The day’s time, behind the heading that begins it. */
  total(page: Page, { index }: PreviewContext): string {
    const { html } = this;
    const { activities } = index.settings;
    const entries = entriesOf(page, activities);
    if (entries.length === 0) return '';
    const time = pageTime(entries, activities);
    const parts = [
      html.span('status-book-duration', duration(time.totalMinutes)),
      ...time.horizons
        .filter(({ minutes }) => minutes > 0)
        .map(({ id, minutes }) =>
          html.span(
            ['status-book-share', `status-book-${id}`],
            joined([horizonTitle(id), duration(minutes)], ' '),
          ),
        ),
      time.unclassifiedMinutes > 0
        ? html.span('status-book-broken', t`${duration(time.unclassifiedMinutes)} on unknown activities`)
        : '',
      time.isRunning ? html.span('status-book-note', t`and a running timer`) : '',
    ];
    return `${html.wrap('p', 'status-book-total', parts.filter((part) => part !== '').join(' '))}\n`;
  }

  task({ done }: Task): string {
    return `${this.html.checkbox(done)} `;
  }

  commitment(commitment: Commitment, context: PreviewContext): string {
    const { done, from, to } = commitment;
    const unknown = unknownDepartments(commitment, context.index.settings).map(({ name }) => name);
    const department = (name: string): string =>
      unknown.includes(name)
        ? this.html.span(
            ['status-book-department', 'status-book-broken'],
            name,
            t`This book does not know the department.`,
          )
        : this.html.span('status-book-department', name);
    return `${this.html.checkbox(done)} ${department(from)} → ${department(to)} `;
  }

  taskDates({ due, done, every }: Task, _page: Page, { today }: PreviewContext): string {
    const parts = [
      ...(due === undefined ? [] : [this.due(due, done, today, false)]),
      ...(every === undefined ? [] : [this.html.span('status-book-note', periodWords(every))]),
    ];
    return parts.map((part) => ` ${part}`).join('');
  }

  commitmentDates(commitment: Commitment, page: Page, { index, today }: PreviewContext): string {
    const { due, every, was, made, doneOn, done } = commitment;
    const note = (text: Text): string => this.html.span('status-book-note', text);
    const isOverdue = overdueCommitments(page, index.settings, today).some(
      (overdue) => overdue.commitment === commitment,
    );
    const parts = [
      due === undefined ? '' : this.due(due, done, today, isOverdue),
      every === undefined ? '' : note(periodWords(every)),
      was === undefined ? '' : note(t`first promised for ${dayText(was, today)}`),
      made === undefined ? '' : note(t`made ${dayText(made, today)}`),
      doneOn === undefined ? '' : note(t`done ${dayText(doneOn, today)}`),
    ];
    return parts.map((part) => (part === '' ? '' : ` ${part}`)).join('');
  }

  private due(due: CalendarDate, done: boolean, today: CalendarDate, isOverdue: boolean): string {
    const day = dayText(due, today);
    if (done) return this.html.span('status-book-note', t`due ${day}`);
    const text = t`due ${day}, ${relativeDay(due, today)}`;
    return this.html.span(['status-book-badge', isOverdue ? 'status-book-stale' : 'status-book-open'], text);
  }
}
