import { replyDue, replyLimit, severityOfVoice } from '../../analysis/market';
import type { CalendarDate } from '../../model/calendarDate';
import { numberOf, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import type { Page } from '../../model/page';
import { plural } from '../../model/words';
import { pageRow } from './pageRow';
import { dueText, fullDueText, said } from './rowWords';
import type { RowState } from './stateLooks';
import type { TreeBook } from './treeBook';
import type { RowPlace, TreeNode } from './treeNode';

/** A customer’s voice with its reply clock. */
export function voiceRow(page: Page, book: TreeBook, place: RowPlace): TreeNode {
  const { today } = book;
  const due = replyDue(page);
  const customer = textOf(page, 'customer');
  const sentiment = numberOf(page, 'sentiment');
  const severity = severityOfVoice(page);
  const clock = due === undefined ? undefined : `reply ${dueText(due, today)}`;
  return pageRow(page, book, place, {
    ...(clock === undefined ? {} : { first: clock, description: customer ?? '' }),
    lines: () =>
      said([
        customer,
        sentiment !== undefined && `sentiment ${signed(sentiment)}, severity ${severity}`,
        due !== undefined &&
          `Reply within ${plural(replyLimit(page), 'day')} of severity ${severity}: ${fullDueText(due, today)}`,
      ]),
    state: voiceState(page, due, today),
  });
}

function voiceState(page: Page, due: CalendarDate | undefined, today: CalendarDate): RowState | undefined {
  if (due === undefined) return isClosed(page) ? 'closed' : undefined;
  return due < today ? 'alarm' : 'attention';
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}
