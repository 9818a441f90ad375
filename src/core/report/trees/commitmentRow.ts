import type { LedgerEntry } from '../../analysis/commitmentLedger';
import { joined, type Text, t } from '../../model/message';
import { periodWords } from '../../model/period';
import { relativeDay, weekdayText } from '../../model/texts';
import { plainInline } from '../plainInline';
import { dayOrToday, dotted, dueText, fullDueText, owesText, pageNamed, said } from './rowWords';
import type { TreeBook } from './treeBook';
import { type NodeSpec, type RowPlace, type TreeNode, treeNode } from './treeNode';

/** What the row of a commitment shows beside it. */
export interface CommitmentRowOptions {
  /** True for a box to tick. */
  readonly checkable?: boolean;
  /** True where the place does not say who owes whom. */
  readonly parties?: boolean;
}

export function commitmentRow(
  { page, commitment, key, overdue }: LedgerEntry,
  book: TreeBook,
  place: RowPlace,
  { checkable = false, parties = false }: CommitmentRowOptions = {},
): TreeNode {
  const { today } = book;
  const { from, to, due, every, was, made, done, doneOn, range } = commitment;
  const what = plainInline(commitment.text);
  const owes = owesText(from, to);
  const isLate = !done && overdue !== undefined && overdue > 0;
  const state = done ? doneText(doneOn, today) : due === undefined ? t`no day` : dueText(due, today);
  return treeNode(place, {
    kind: 'commitment',
    key: `${page.path}\n${key}`,
    label: joined([isLate ? state : due === undefined ? t`no day` : dayOrToday(due, today), what], ' · '),
    description: dotted(done && state, parties && owes, pageNamed(page.title)),
    tooltip: [
      what,
      owes,
      ...said([
        done ? state : due !== undefined && t`due ${fullDueText(due, today)}`,
        every !== undefined && periodWords(every),
        was !== undefined && t`first promised for ${weekdayText(was, today)}`,
        made !== undefined && t`made on ${weekdayText(made, today)}`,
        page.title,
      ]),
      page.path,
    ],
    accessibilityLabel: joined([owes, what, state, page.title], ', '),
    ...lookOf(done, overdue),
    path: page.path,
    range,
    commitment: key,
    ...(checkable ? { checked: done } : {}),
  });
}

function doneText(doneOn: string | undefined, today: string): Text {
  return doneOn === undefined ? t`kept` : t`kept ${relativeDay(doneOn, today)}`;
}

function lookOf(done: boolean, overdue: number | undefined): Pick<NodeSpec, 'icon' | 'state'> {
  if (done) return { icon: 'pass', state: 'good' };
  if (overdue === undefined || overdue < 0) return { icon: 'circle-outline' };
  return overdue > 0 ? { icon: 'error', state: 'alarm' } : { icon: 'circle-filled' };
}
