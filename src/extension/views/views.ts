import type * as vscode from 'vscode';
import { type TimeWindow, timeWindows, windowName } from '../../core/analysis/timeWindow';
import { ours, type Text, t } from '../../core/model/message';
import { activitiesTree } from '../../core/report/trees/activitiesTree';
import { agendaTree } from '../../core/report/trees/agendaTree';
import { commitmentsTree } from '../../core/report/trees/commitmentsTree';
import { marketTree } from '../../core/report/trees/marketTree';
import { type ProductGrouping, productGroupings, productsTree } from '../../core/report/trees/productsTree';
import type { TreeNode } from '../../core/report/trees/treeNode';
import { pageType } from '../../core/schema/schema';
import { type ViewName, viewId, viewNames, viewTitles } from '../../manifest/viewIds';
import type { BookSession } from '../books/bookSession';
import type { Clock } from '../clock';
import type { CommitmentActions } from '../commands/commitmentActions';
import type { RowActions } from '../commands/rowActions';
import { AgendaBadge } from './agendaBadge';
import { BookTree, type BookTreeOptions } from './bookTree';
import { Choice } from './choice';
import { askFilter } from './viewFilter';

export interface ViewParts {
  readonly session: BookSession;
  readonly clock: Clock;
  readonly ready: Promise<void>;
  /** Where the user's choices are kept. */
  readonly memory: vscode.Memento;
  readonly commitments: CommitmentActions;
  readonly rows: RowActions;
  /** Runs what may fail, and tells the user where it did. */
  report(run: () => Promise<unknown>): Promise<void>;
}

export interface Views {
  readonly disposables: readonly vscode.Disposable[];
  readonly commands: Readonly<Record<string, (node?: TreeNode) => Promise<void>>>;
}

/** The five views of the Status Book container, and their commands. */
export function createViews(parts: ViewParts): Views {
  const { session, clock, ready, memory, commitments, rows } = parts;
  const window = new Choice<TimeWindow>(memory, 'statusBook.timeWindow', timeWindows, 'window');
  const grouping = new Choice<ProductGrouping>(
    memory,
    'statusBook.productGrouping',
    productGroupings,
    'line',
  );
  const windowDays = (): number => session.books()[0]?.index.settings.windowDays ?? 28;
  const tree = (name: ViewName, options: Omit<BookTreeOptions, 'id'>): BookTree =>
    new BookTree({ id: viewId(name), ...options }, session, ready);
  const trees: Readonly<Record<ViewName, BookTree>> = {
    activities: tree('activities', {
      build: () => activitiesTree(session.books(), session.today, window.value),
      describe: () => windowName(window.value, windowDays()),
    }),
    products: tree('products', {
      build: () => productsTree(session.books(), session.today, grouping.value),
      describe: () => t`by ${ours(grouping.value)}`,
    }),
    market: tree('market', { build: () => marketTree(session.books(), session.today) }),
    commitments: tree('commitments', {
      build: () => commitmentsTree(session.books(), session.today, commitments.isTicked),
      onCheck: (node, checked) => parts.report(() => commitments.check(node, checked)),
    }),
    agenda: tree('agenda', { build: () => agendaTree(session.books(), session.today) }),
  };
  const filters = viewNames.flatMap((name) => [
    [`${viewId(name)}.filter`, () => askFilter(trees[name], viewTitles[name])],
    [`${viewId(name)}.clearFilter`, async () => trees[name].setFilter('')],
  ]);
  const chooseWindow = async (): Promise<void> => {
    const words = (value: TimeWindow): Text => windowName(value, windowDays());
    if (await window.ask(t`Time of which days?`, words)) trees.activities.refresh();
  };
  const groupProducts = async (): Promise<void> => {
    if (
      await grouping.ask(
        t`Group products by`,
        (value) => groupingWords[value] ?? ours(pageType(value)?.title ?? value),
      )
    )
      trees.products.refresh();
  };
  return {
    disposables: [
      ...Object.values(trees),
      new AgendaBadge(trees.agenda.view, session, clock, ready),
      // The session reports a new day only where that changes a finding.
      clock.onDidChangeDay(() => {
        for (const shown of Object.values(trees)) shown.refresh();
      }),
    ],
    commands: {
      ...Object.fromEntries(filters),
      'statusBook.chooseTimeWindow': chooseWindow,
      'statusBook.groupProducts': groupProducts,
      'statusBook.row.open': (node) => rows.open(node),
      'statusBook.row.openToSide': (node) => rows.openToSide(node),
      'statusBook.row.copyLink': (node) => rows.copyLink(node),
      'statusBook.row.newPage': (node) => rows.newPageHere(node),
      'statusBook.row.logTime': (node) => rows.logTimeOn(node),
      'statusBook.commitment.toggle': async () => {
        const row = trees.commitments.lastToggled;
        if (row?.checked !== undefined) await commitments.check(row);
      },
      'statusBook.commitment.keep': (node) => commitments.check(node, true),
      'statusBook.commitment.redate': (node) => commitments.redate(node),
      'statusBook.commitment.drop': (node) => commitments.drop(node),
    },
  };
}

/** A segment and a region are called as their pages. */
const groupingWords: Readonly<Record<string, Text>> = { line: t`Product line`, health: t`Health` };
