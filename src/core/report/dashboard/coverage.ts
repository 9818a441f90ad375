import {
  type Coverage,
  type CoverageCell,
  type CoverageKind,
  coverageKinds,
  coverageOf,
} from '../../analysis/coverage';
import { enumeration, plural } from '../../model/words';
import type { DashboardContext } from './context';
import type { CoverageSection, Matrix, MatrixCell } from './model';

/** More are not read but searched; those with most gaps come first then. */
const maxRows = 60;
const maxColumns = 24;

const titles: Readonly<Record<CoverageKind, string>> = {
  sheet: 'Sheet',
  plan: 'Plan',
  voice: 'Voice',
  competitor: 'Competitor',
  budget: 'Budget',
};

/** Products against segments and regions: what is missing where we sell. */
export function coverageSection(context: DashboardContext): CoverageSection {
  const { book } = context;
  const titleOf = (path: string): string => context.titleOf(path);
  const matrices = (['segment', 'region'] as const).flatMap((by) => {
    const coverage = coverageOf(book, by);
    return coverage.columns.length > 0 && coverage.rows.length > 0 ? [matrixOf(coverage, by, titleOf)] : [];
  });
  const kinds = coverageKinds.map((kind) => ({ kind, title: titles[kind] }));
  if (matrices.length > 0) return { kinds, matrices };
  const hasProducts = book.pagesOfType('product').length > 0;
  return {
    empty: hasProducts
      ? {
          text: 'There is no segment or region yet. With one, you see where a product lacks a plan, a voice or a budget.',
          action: { title: 'New Segment…', command: 'statusBook.newPage', type: 'segment' },
        }
      : {
          text: 'There is no product yet. Write a sheet for each product that you look after.',
          action: { title: 'New Product…', command: 'statusBook.newPage', type: 'product' },
        },
    kinds,
    matrices,
  };
}

function matrixOf(
  { columns, rows }: Coverage,
  by: 'segment' | 'region',
  titleOf: (path: string) => string,
): Matrix {
  const shownColumns = columns.slice(0, maxColumns);
  const gapsOf = (cells: readonly (CoverageCell | null)[]): number =>
    cells.reduce((sum, cell) => sum + (cell?.missing.length ?? 0), 0);
  const sorted = rows.length > maxRows ? [...rows].sort((a, b) => gapsOf(b.cells) - gapsOf(a.cells)) : rows;
  const hidden = [
    ...(rows.length > maxRows ? [plural(rows.length - maxRows, 'product')] : []),
    ...(columns.length > maxColumns ? [plural(columns.length - maxColumns, by)] : []),
  ];
  return {
    title: `Products by ${by}`,
    columns: shownColumns.map(({ title, path }) => ({ text: title, place: { path } })),
    rows: sorted.slice(0, maxRows).map(({ product, cells }) => ({
      product: { text: product.title, place: { path: product.path } },
      cells: shownColumns.map((column, index) => {
        const cell = cells[index];
        return cell ? cellOf(cell, product.title, column.title, titleOf) : null;
      }),
    })),
    summary: summaryOf(rows),
    more: hidden.length > 0 ? `${enumeration(hidden)} not shown.` : '',
  };
}

function cellOf(
  { pages, missing }: CoverageCell,
  product: string,
  market: string,
  titleOf: (path: string) => string,
): MatrixCell {
  const gaps =
    missing.length === 0
      ? 'complete'
      : `missing ${enumeration(missing.map((kind) => titles[kind].toLowerCase()))}`;
  return {
    label: `${product}, ${market}: ${gaps}`,
    state: missing.length === 0 ? 'good' : 'attention',
    items: coverageKinds.map((kind) => {
      const path = pages[kind];
      return {
        kind,
        title: titles[kind],
        ...(path === undefined ? {} : { page: titleOf(path), place: { path } }),
      };
    }),
  };
}

function summaryOf(rows: Coverage['rows']): string {
  const offered = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  const complete = offered.filter(({ missing }) => missing.length === 0).length;
  const gaps = coverageKinds
    .map((kind) => ({ kind, count: offered.filter(({ missing }) => missing.includes(kind)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => `${titles[kind].toLowerCase()} ${count}`);
  const told = gaps.length > 0 ? ` Missing: ${gaps.join(', ')}.` : '';
  return `Complete in ${complete} of ${plural(offered.length, 'place')} where we sell.${told}`;
}
