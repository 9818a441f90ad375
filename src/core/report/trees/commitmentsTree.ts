import {
  type DepartmentLedger,
  type Ledger,
  type LedgerEntry,
  ledgerOf,
  overdueAmong,
} from '../../analysis/commitmentLedger';
import { reliabilityText } from '../../analysis/figureWords';
import { reliableFrom, type Trust } from '../../analysis/trust';
import type { CalendarDate } from '../../model/calendarDate';
import { plural, type Text, t } from '../../model/message';
import type { Page } from '../../model/page';
import { dayText } from '../../model/texts';
import { partyText } from '../dashboard/words';
import { commitmentRow } from './commitmentRow';
import { counted, dotted, said } from './rowWords';
import { type ShownBook, type TreeBook, treeOf } from './treeBook';
import { chunked, type RowPlace, type TreeNode, treeNode } from './treeNode';

/** True for a commitment that stays listed although it is done: it was ticked just now. */
export type IsKept = (root: string, page: Page, key: string) => boolean;

/** Departments with what they owe and what they are owed; then what others owe each other. */
export function commitmentsTree(
  books: readonly ShownBook[],
  today: CalendarDate,
  isKept: IsKept = () => false,
): TreeNode[] {
  return treeOf(books, today, (book, place) => {
    const ledger = ledgerOf(book.index, today, (page, key) => isKept(book.root, page, key));
    return [
      ...ledger.departments.map((department) => departmentRow(department, book, place)),
      ...otherRows(ledger, book, place),
    ];
  });
}

function departmentRow(ledger: DepartmentLedger, book: TreeBook, place: RowPlace): TreeNode {
  const { department, toMe, fromMe, trustToMe, trustFromMe } = ledger;
  const mine = sideText('mine', fromMe);
  const theirs = sideText('theirs', toMe);
  const isMineLate = overdueAmong(fromMe).length > 0;
  const isTheirsLate = overdueAmong(toMe).length > 0;
  const sides = isTheirsLate && !isMineLate ? [theirs, mine] : [mine, theirs];
  const open = dotted(...sides) || t`nothing open`;
  const isLate = isMineLate || isTheirsLate;
  const isLow = [trustToMe, trustFromMe].some(isUnreliable);
  return treeNode(place, {
    kind: 'group',
    key: department,
    label: partyText(department),
    description: open,
    tooltip: [
      partyText(department),
      ...said([
        ...sides,
        trustSentence(trustToMe, 'theirs', partyText(department)),
        trustSentence(trustFromMe, 'mine', partyText(department)),
      ]),
    ],
    icon: 'organization',
    state: isLate ? 'alarm' : isLow ? 'attention' : undefined,
    children: (self) => [
      ...directionRow(t`I owe them`, 'arrow-right', 'from-me', fromMe, trustFromMe, book, self),
      ...directionRow(t`They owe me`, 'arrow-left', 'to-me', toMe, trustToMe, book, self),
    ],
  });
}

/** `3 days late: you owe 1`; empty where nothing is open. */
function sideText(whose: 'mine' | 'theirs', entries: readonly LedgerEntry[]): Text {
  const open = entries.filter(({ commitment }) => !commitment.done);
  if (open.length === 0) return '';
  const longest = open.reduce((most, { overdue = 0 }) => Math.max(most, overdue), 0);
  const side = whose === 'mine' ? t`you owe ${open.length}` : t`owes you ${open.length}`;
  return longest > 0 ? t`${plural(longest, 'day')} late: ${side}` : side;
}

function directionRow(
  label: Text,
  icon: string,
  key: string,
  entries: readonly LedgerEntry[],
  trust: Trust | undefined,
  book: TreeBook,
  place: RowPlace,
): TreeNode[] {
  if (entries.length === 0 && !trust) return [];
  const open = entries.filter(({ commitment }) => !commitment.done).length;
  const late = overdueAmong(entries).length;
  return [
    treeNode(place, {
      kind: 'group',
      key,
      label,
      description: counted(open, late > 0 && t`${late} late`, trust && t`kept ${trust.kept} of ${trust.all}`),
      tooltip: [
        label,
        ...said([t`${plural(open, 'open commitment')}, ${late} late`, trustSentence(trust, 'own')]),
      ],
      icon,
      state: isUnreliable(trust) ? 'attention' : undefined,
      expanded: true,
      children: entries.length > 0 ? (self) => entryRows(entries, book, self) : undefined,
    }),
  ];
}

function otherRows({ others, own }: Ledger, book: TreeBook, place: RowPlace): TreeNode[] {
  const groups = [
    { label: t`To myself`, key: 'own', icon: 'account', entries: own, parties: false },
    { label: t`Between departments`, key: 'others', icon: 'arrow-swap', entries: others, parties: true },
  ];
  return groups
    .filter(({ entries }) => entries.length > 0)
    .map(({ label, key, icon, entries, parties }) => {
      const late = overdueAmong(entries).length;
      const open = entries.filter(({ commitment }) => !commitment.done).length;
      return treeNode(place, {
        kind: 'group',
        key: `(${key})`,
        label,
        description: counted(open, late > 0 && t`${late} late`),
        icon,
        state: late > 0 ? 'alarm' : undefined,
        children: (self) => entryRows(entries, book, self, parties),
      });
    });
}

function entryRows(
  entries: readonly LedgerEntry[],
  book: TreeBook,
  place: RowPlace,
  parties = false,
): TreeNode[] {
  return chunked(
    place,
    entries,
    ({ commitment }) => (commitment.due === undefined ? t`no day` : dayText(commitment.due, book.today)),
    (entry, at) => commitmentRow(entry, book, at, { checkable: true, parties }),
  );
}

/** Which promises are told: theirs to the product manager, the product manager’s to them, or those of the row above. */
type Side = 'theirs' | 'mine' | 'own';

function trustSentence(trust: Trust | undefined, side: Side, party: Text = ''): Text {
  if (!trust) return '';
  const { kept, all, reliability } = trust;
  const share = reliability === null ? t`too few to judge` : reliabilityText(reliability);
  const promises = plural(all, 'promise');
  if (side === 'theirs')
    return t`${party} kept ${kept} of ${promises} to you of the last 90 days in time: ${share}`;
  if (side === 'mine')
    return t`You kept ${kept} of ${promises} to ${party} of the last 90 days in time: ${share}`;
  return t`Kept ${kept} of ${promises} of the last 90 days in time: ${share}`;
}

function isUnreliable(trust: Trust | undefined): boolean {
  return trust !== undefined && trust.reliability !== null && trust.kept * 100 < reliableFrom * trust.all;
}
