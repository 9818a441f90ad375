import { isOpenVoice, replyLimit, severityOfVoice } from '../../analysis/market';
import { addDays, type CalendarDate } from '../../model/calendarDate';
import { dateOf, numberOf, textOf } from '../../model/fields';
import { isClosed } from '../../model/lifecycle';
import type { Page } from '../../model/page';
import { plural } from '../../model/words';
import { pageRow } from './pageRow';
import { colors, dotted, dueText, fullDueText, said } from './rowWords';
import type { TreeBook } from './treeBook';
import type { Place, TreeNode } from './treeNode';

/** The day by which an unhappy customer is to have a reply; undefined for one who does not wait. */
export function replyDue(page: Page): CalendarDate | undefined {
  const received = dateOf(page, 'received');
  if (received === undefined || !isOpenVoice(page) || dateOf(page, 'replied') !== undefined) return undefined;
  return addDays(received, replyLimit(page));
}

/** A customer’s voice with its reply clock. */
export function voiceRow(page: Page, book: TreeBook, place: Place): TreeNode {
  const { today } = book;
  const due = replyDue(page);
  const customer = textOf(page, 'customer');
  const sentiment = numberOf(page, 'sentiment');
  const severity = severityOfVoice(page);
  const clock = due === undefined ? undefined : `reply ${dueText(due, today)}`;
  return pageRow(page, book, place, {
    ...(clock === undefined ? {} : { description: dotted(clock, customer) }),
    lines: () =>
      said([
        customer,
        sentiment !== undefined && `sentiment ${signed(sentiment)}, severity ${severity}`,
        due !== undefined &&
          `Reply within ${plural(replyLimit(page), 'day')} of severity ${severity}: ${fullDueText(due, today)}`,
      ]),
    color: voiceColor(page, due, today),
  });
}

function voiceColor(page: Page, due: CalendarDate | undefined, today: CalendarDate): string | undefined {
  if (due === undefined) return isClosed(page) ? colors.muted : undefined;
  return due < today ? colors.alarm : colors.attention;
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value).replace('-', '−');
}
