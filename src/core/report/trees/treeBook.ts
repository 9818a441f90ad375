import { type AgendaItem, agendaOf } from '../../analysis/agenda';
import { type Ledger, ledgerOf } from '../../analysis/commitmentLedger';
import type { BookIndex } from '../../index/bookIndex';
import type { CalendarDate } from '../../model/calendarDate';
import type { Finding } from '../../model/finding';
import { getOrMake } from '../../model/maps';
import { t } from '../../model/message';
import { type RowPlace, rowsOr, type TreeNode, treeNode } from './treeNode';

/** A book that is shown, with its findings. */
export interface ShownBook {
  readonly root: string;
  readonly index: BookIndex;
  readonly checker: { findings(): readonly Finding[]; findingsOf(path: string): readonly Finding[] };
}

/** What the rows of one book look at; each analysis is made once, when it is first asked for. */
export class TreeBook {
  private agendaItems: readonly AgendaItem[] | undefined;
  private commitments: Ledger | undefined;

  constructor(
    private readonly shown: ShownBook,
    readonly today: CalendarDate,
  ) {}

  get root(): string {
    return this.shown.root;
  }

  get index(): BookIndex {
    return this.shown.index;
  }

  get agenda(): readonly AgendaItem[] {
    this.agendaItems ??= agendaOf(this.index, this.today);
    return this.agendaItems;
  }

  get ledger(): Ledger {
    this.commitments ??= ledgerOf(this.index, this.today);
    return this.commitments;
  }

  get findings(): readonly Finding[] {
    return this.shown.checker.findings();
  }

  /** Findings of warning or worse on a page. */
  problemsOn(path: string): number {
    const findings = this.shown.checker.findingsOf(path);
    return findings.filter(({ severity }) => severity === 'error' || severity === 'warning').length;
  }
}

/** The rows of all books; below their books where there are several. */
export function treeOf(
  books: readonly ShownBook[],
  today: CalendarDate,
  rowsOf: (book: TreeBook, place: RowPlace) => readonly TreeNode[],
): TreeNode[] {
  const treeBooks = books.map((book) => new TreeBook(book, today));
  const [only] = treeBooks;
  if (treeBooks.length === 1 && only) {
    const place = { id: only.root, root: only.root };
    return [...rowsOr('view', t`This view`, place, () => rowsOf(only, place))];
  }
  return treeBooks.map((book) =>
    treeNode(
      { id: book.root, root: book.root },
      {
        kind: 'book',
        key: 'book',
        label: book.index.bookPage?.title ?? book.root,
        icon: 'book',
        path: 'book.md',
        expanded: true,
        children: (place) => rowsOf(book, { ...place, id: book.root }),
      },
    ),
  );
}

/** Items by what they are grouped by, in the order in which the groups come up. */
export function groupedBy<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) for (const key of keysOf(item)) getOrMake(groups, key, (): T[] => []).push(item);
  return groups;
}
