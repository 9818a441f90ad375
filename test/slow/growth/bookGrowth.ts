import { pagesByActivity } from '../../../src/core/analysis/activityPages';
import { agendaOf } from '../../../src/core/analysis/agenda';
import { balanceOf } from '../../../src/core/analysis/balance';
import { ledgerOf } from '../../../src/core/analysis/commitmentLedger';
import { coverageOf } from '../../../src/core/analysis/coverage';
import { agendaByActivity } from '../../../src/core/analysis/dueItems';
import { figuresOf } from '../../../src/core/analysis/figures';
import type { BookIndex } from '../../../src/core/index/bookIndex';
import type { Library } from '../../../src/core/index/library';
import { csvExports, exportCsv } from '../../../src/core/report/csvExports';
import { dashboardOf } from '../../../src/core/report/dashboard';
import { activitiesTree } from '../../../src/core/report/trees/activitiesTree';
import { agendaTree } from '../../../src/core/report/trees/agendaTree';
import { commitmentsTree } from '../../../src/core/report/trees/commitmentsTree';
import { marketTree } from '../../../src/core/report/trees/marketTree';
import { productGroupings, productsTree } from '../../../src/core/report/trees/productsTree';
import type { ShownBook } from '../../../src/core/report/trees/treeBook';
import type { TreeNode } from '../../../src/core/report/trees/treeNode';
import { BookChecker } from '../../../src/core/rules/bookChecker';
import { generateBook, benchDay as today } from '../../bench/generateBook';
import { copiedBook } from './copiedBook';
import { countEdits, edits } from './editGrowth';
import { addGrowth, type FileTexts, freshCopy, libraryOf, type Measuring, rootIndex } from './growth';
import { sampleBook } from './sampleBook';

/** A way in which books grow. */
export interface Material {
  readonly name: string;
  readonly factor: number;
  readonly small: FileTexts;
  readonly large: FileTexts;
  /** True for a book that has been kept for longer: its days do not hold more than those of the smaller one. */
  readonly isKeptLonger: boolean;
}

/**
 * Segments and regions are not copied: the matrix of products and markets has a cell for each pair of them, but markets
 * do not become more as a book is kept.
 */
export function materials(): Material[] {
  const sample = sampleBook();
  const isMarket = (text: string): boolean => /^type: (segment|region)$/m.test(text);
  return [
    { name: 'generated', factor: 4, small: generateBook(300), large: generateBook(1200), isKeptLonger: true },
    {
      name: 'copies of the sample book',
      factor: 4,
      small: copiedBook(sample, 2, isMarket),
      large: copiedBook(sample, 8, isMarket),
      isKeptLonger: false,
    },
  ];
}

type Work = (book: BookIndex) => void;

/** What is made of a whole book, by the name that its test has. */
export const worksOnBooks: Readonly<Record<string, Work>> = {
  'the check of the whole book': (book) => new BookChecker(book, { today }).findings(),
  'the time balance': (book) => balanceOf(book, today),
  'the agenda': (book) => agendaByActivity(agendaOf(book, today), book),
  'the ledger of commitments': (book) => ledgerOf(book, today),
  'the pages by activity': (book) => pagesByActivity(book),
  'the coverage of segments': (book) => coverageOf(book, 'segment'),
  'the coverage of regions': (book) => coverageOf(book, 'region'),
  'the figures': (book) => figuresOf(book, today),
  'the dashboard': (book) => dashboardOf(book, today),
  'the tree of activities': (book) => walk(activitiesTree(shown(book), today)),
  'the agenda’s tree': (book) => walk(agendaTree(shown(book), today)),
  'the tree of commitments': (book) => walk(commitmentsTree(shown(book), today)),
  'the tree of the market': (book) => walk(marketTree(shown(book), today)),
  ...Object.fromEntries(
    productGroupings.map((grouping): [string, Work] => [
      `the tree of products by ${grouping}`,
      (book) => walk(productsTree(shown(book), today, grouping)),
    ]),
  ),
  ...Object.fromEntries(
    csvExports.map(({ id }): [string, Work] => [`the export of ${id}`, (book) => exportCsv(id, book, today)]),
  ),
};

const readingName = 'reading the book';
export const bookNames = [readingName, ...Object.keys(worksOnBooks)];

/** Counts reading each book and everything that is made of it as a whole. */
export function measureBooks({ counter, growths }: Measuring, all: readonly Material[]): void {
  for (const { name: material, factor, small, large, isKeptLonger } of all) {
    const libraries: Library[] = [];
    const add = (name: string, [smallCount = 0, largeCount = 0]: readonly number[]): void =>
      addGrowth(growths, name, { material, factor, small: smallCount, large: largeCount });
    const reading = [small, large].map((files) =>
      counter.count(() => {
        const library = libraryOf(files);
        rootIndex(library);
        libraries.push(library);
      }),
    );
    add(readingName, reading);
    for (const [name, work] of Object.entries(worksOnBooks)) {
      const counts = libraries.map((library) => {
        const fresh = freshCopy(rootIndex(library));
        return counter.count(() => work(fresh));
      });
      add(name, counts);
    }
    if (!isKeptLonger) continue;
    const edited = libraries.map((library) => countEdits(counter, library, small));
    for (const name of Object.keys(edits)) {
      add(
        name,
        edited.map((counts) => counts.get(name) ?? 0),
      );
    }
  }
}

const checkers = new WeakMap<BookIndex, BookChecker>();

function shown(index: BookIndex): ShownBook[] {
  let checker = checkers.get(index);
  if (!checker) {
    checker = new BookChecker(index, { today });
    checkers.set(index, checker);
  }
  return [{ root: '', index, checker }];
}

/** Opens every row and looks at its tooltip. */
function walk(nodes: readonly TreeNode[]): number {
  let lines = 0;
  for (const node of nodes) lines += node.tooltip.length + walk(node.children);
  return lines;
}
