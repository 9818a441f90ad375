import type * as vscode from 'vscode';
import { either, joined, type Text, t } from '../../core/model/message';
import { Refusal } from '../../core/model/refusal';
import { enumeration } from '../../core/model/texts';
import { type Review, reviewOf } from '../../core/report/review/review';
import { newReviewText, reviewPageOf, updateReview } from '../../core/report/review/reviewPage';
import {
  type PeriodKind,
  periodBefore,
  periodNamed,
  periodOf,
  type ReviewPeriod,
} from '../../core/report/reviewPeriod';
import type { BookSession, OpenBook } from '../books/bookSession';
import type { PageEditor } from '../pageEditor';
import type { Settings } from '../settings';
import { inBackground } from '../ui/background';
import { askModal, notify } from '../ui/messages';
import { pickOne } from '../ui/questions';
import { say } from '../ui/words';
import type { BookChoice } from './bookChoice';
import type { SaveAsHtml } from './saveAsHtml';

/** Periods that are offered, the current one included. */
const offered: Readonly<Record<PeriodKind, number>> = { week: 5, month: 4, quarter: 4 };

interface KindTexts {
  readonly question: Text;
  readonly current: Text;
  readonly last: Text;
  unknown(given: string): Text;
}

const kindTexts: Readonly<Record<PeriodKind, KindTexts>> = {
  week: {
    question: t`Write the review of which week?`,
    current: t`This week`,
    last: t`Last week`,
    unknown: (given) => t`“${given}” is no week.`,
  },
  month: {
    question: t`Write the review of which month?`,
    current: t`This month`,
    last: t`Last month`,
    unknown: (given) => t`“${given}” is no month.`,
  },
  quarter: {
    question: t`Write the review of which quarter?`,
    current: t`This quarter`,
    last: t`Last quarter`,
    unknown: (given) => t`“${given}” is no quarter.`,
  },
};

/** Writes the review of a week, month or quarter into its page, and leaves the user’s own words in it alone. */
export class WriteReview {
  constructor(
    private readonly session: BookSession,
    private readonly settings: Settings,
    private readonly choice: BookChoice,
    private readonly editor: PageEditor,
    private readonly saveAsHtml: SaveAsHtml,
  ) {}

  /** @param given the period’s id such as `2026-W47`, for key bindings; asked for where it is absent */
  async run(kind: PeriodKind, given?: unknown): Promise<void> {
    const book = await this.choice.choose();
    if (!book) return;
    const period = typeof given === 'string' ? periodNamed(kind, given) : await this.pick(kind, book);
    if (!period) {
      if (typeof given === 'string') throw new Refusal(kindTexts[kind].unknown(given));
      return;
    }
    const severities = this.settings.severitiesFor(book.folder);
    const review = reviewOf(period, { book: book.index, today: this.session.today, severities });
    const { path, existing } = reviewPageOf(book.index, period);
    if (existing) await this.update(this.session.uriOf(book, path), review);
    else await this.create(book, path, review);
  }

  private async create(book: OpenBook, path: string, review: Review): Promise<void> {
    const text = newReviewText(review, say);
    const uri = await this.editor.create(book, { path, text });
    await this.editor.show(uri, titleLine(text));
    this.tell(t`${review.period.title} is written. Your own words go above or below the marks.`, uri);
  }

  private async update(uri: vscode.Uri, review: Review): Promise<void> {
    const before = await this.editor.current(uri);
    if (!before) return;
    const { title } = review.period;
    const { changed } = updateReview(before.page.path, before.document.getText(), review, true, say);
    const keepChanged = changed.length > 0 ? await askToKeep(changed) : true;
    if (keepChanged === undefined) return;
    // The page may have changed while the user answered.
    const current = await this.editor.current(uri);
    if (!current) return;
    const text = current.document.getText();
    const { edits, damaged } = updateReview(current.page.path, text, review, keepChanged, say);
    await this.editor.apply(current.document, edits);
    await this.editor.show(uri, titleLine(text));
    if (damaged.length > 0) {
      inBackground(
        notify(
          'warning',
          t`The marks of ${quoted(damaged)} are damaged, so nothing was written there. Delete what is left of them and run this again.`,
        ),
      );
    }
    this.tell(
      edits.length > 0 ? t`${title} is brought up to date.` : t`${title} was up to date already.`,
      uri,
    );
  }

  private async pick(kind: PeriodKind, book: OpenBook): Promise<ReviewPeriod | undefined> {
    const periods = [periodOf(kind, this.session.today)];
    while (periods.length < offered[kind]) periods.push(periodBefore(periods.at(-1) as ReviewPeriod));
    const { question, current, last } = kindTexts[kind];
    const rows = periods.map((period, index) => {
      const days = joined([period.from, period.to], ' – ');
      const isThere = reviewPageOf(book.index, period).existing !== undefined;
      return {
        label: period.title,
        description: [current, last][index] ?? '',
        detail: isThere ? joined([days, t`its page is brought up to date`], ' · ') : days,
        value: period,
      };
    });
    return pickOne(rows, { title: question });
  }

  private tell(message: Text, uri: vscode.Uri): void {
    inBackground(this.saveAsHtml.offer(message, uri));
  }
}

/** True to keep what was changed by hand, false to replace it; undefined where the user gives up. */
async function askToKeep(changed: readonly Text[]): Promise<boolean | undefined> {
  const message = t`${quoted(changed)} ${either(changed.length === 1, 'was', 'were')} changed by hand between the marks.`;
  const detail = t`Replace writes these parts anew; you can undo it. Keep Mine leaves them as they are and writes the others.`;
  const keep = t`Keep Mine`;
  const answer = await askModal('warning', { message, detail }, [t`Replace`, keep]);
  return answer === undefined ? undefined : answer === keep;
}

function quoted(titles: readonly Text[]): Text {
  return enumeration(titles.map((title) => t`“${title}”`));
}

function titleLine(text: string): number {
  return Math.max(
    0,
    text.split(/\r\n|\r|\n/).findIndex((line) => line.startsWith('# ')),
  );
}
