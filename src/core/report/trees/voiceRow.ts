import { replyDue, replyLimit, severityOfVoice } from '../../analysis/market';
import type { CalendarDate } from '../../model/calendarDate';
import { numberOf, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import { plural, t } from '../../model/message';
import type { Page } from '../../model/page';
import { signed } from '../../model/texts';
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
  const clock = due === undefined ? undefined : t`reply ${dueText(due, today)}`;
  return pageRow(page, book, place, {
    ...(clock === undefined ? {} : { first: clock, description: customer ?? '' }),
    lines: () =>
      said([
        customer,
        sentiment !== undefined && t`sentiment ${signed(sentiment, 3)}, severity ${severity}`,
        due !== undefined &&
          t`Reply within ${plural(replyLimit(page), 'day')} of severity ${severity}: ${fullDueText(due, today)}`,
      ]),
    state: voiceState(page, due, today),
  });
}

function voiceState(page: Page, due: CalendarDate | undefined, today: CalendarDate): RowState | undefined {
  if (due === undefined) return isClosed(page) ? 'closed' : undefined;
  return due < today ? 'alarm' : 'attention';
}
