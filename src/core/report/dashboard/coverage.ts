import {
  type Coverage,
  type CoverageCell,
  type CoverageKind,
  coverageKinds,
  coverageOf,
} from '../../analysis/coverage';
import { joined, plural, type Text, t } from '../../model/message';
import { enumeration, lowerCase } from '../../model/texts';
import type { DashboardContext } from './context';
import type { Action, CoverageItem, CoverageSection, Matrix, MatrixCell } from './model';
import { sentences } from './words';

/** More are not read but searched; those with most gaps come first then. */
const maxRows = 60;
const maxColumns = 24;

const titles: Readonly<Record<CoverageKind, Text>> = {
  sheet: t`Sheet`,
  plan: t`Plan`,
  voice: t`Voice`,
  competitor: t`Competitor`,
  budget: t`Budget`,
};

const missingTexts: Readonly<Record<CoverageKind, Text>> = {
  sheet: t`Sheet is missing.`,
  plan: t`Plan is missing.`,
  voice: t`Voice is missing.`,
  competitor: t`Competitor is missing.`,
  budget: t`Budget is missing.`,
};

/** Sheets and plans are parts of pages that are there. */
const actions: Readonly<Partial<Record<CoverageKind, Action>>> = {
  voice: { title: t`New Voice…`, command: 'statusBook.newPage', type: 'voice' },
  competitor: { title: t`New Competitor…`, command: 'statusBook.newPage', type: 'competitor' },
  budget: { title: t`New Budget…`, command: 'statusBook.newPage', type: 'budget' },
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
          text: t`There is no segment or region yet. With one, you see where a product lacks a plan, a voice or a budget.`,
          action: { title: t`New Segment…`, command: 'statusBook.newPage', type: 'segment' },
        }
      : {
          text: t`There is no product yet. Write a sheet for each product that you look after.`,
          action: { title: t`New Product…`, command: 'statusBook.newPage', type: 'product' },
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
    ...(rows.length > maxRows ? [t`${plural(rows.length - maxRows, 'product')}`] : []),
    ...(columns.length > maxColumns
      ? [
          by === 'segment'
            ? t`${plural(columns.length - maxColumns, 'segment')}`
            : t`${plural(columns.length - maxColumns, 'region')}`,
        ]
      : []),
  ];
  return {
    title: by === 'segment' ? t`Products by segment` : t`Products by region`,
    columns: shownColumns.map(({ title, path }) => ({ text: title, place: { path } })),
    rows: sorted.slice(0, maxRows).map(({ product, cells }) => ({
      product: { text: product.title, place: { path: product.path } },
      cells: shownColumns.map((column, index) => {
        const cell = cells[index];
        return cell ? cellOf(cell, product.title, column.title, titleOf) : null;
      }),
    })),
    summary: summaryOf(rows),
    more: hidden.length > 0 ? t`${enumeration(hidden)} not shown.` : '',
    sideways: t`Scroll sideways for all ${plural(shownColumns.length, 'column')} →`,
  };
}

function cellOf(
  { pages, missing }: CoverageCell,
  product: string,
  market: string,
  titleOf: (path: string) => string,
): MatrixCell {
  return {
    label:
      missing.length === 0
        ? t`${product}, ${market}: complete`
        : t`${product}, ${market}: missing ${enumeration(missing.map((kind) => lowerCase(titles[kind])))}`,
    state: missing.length === 0 ? 'good' : 'attention',
    items: coverageKinds.map((kind) => itemOf(kind, pages[kind], titleOf)),
  };
}

function itemOf(
  kind: CoverageKind,
  path: string | undefined,
  titleOf: (path: string) => string,
): CoverageItem {
  const title = titles[kind];
  if (path !== undefined) return { kind, title, text: t`${title}: ${titleOf(path)}`, place: { path } };
  const action = actions[kind];
  return { kind, title, text: missingTexts[kind], ...(action ? { action } : {}) };
}

function summaryOf(rows: Coverage['rows']): Text {
  const offered = rows.flatMap(({ cells }) => cells.filter((cell) => cell !== null));
  const complete = offered.filter(({ missing }) => missing.length === 0).length;
  const gaps = coverageKinds
    .map((kind) => ({ kind, count: offered.filter(({ missing }) => missing.includes(kind)).length }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count)
    .map(({ kind, count }) => t`${lowerCase(titles[kind])} ${count}`);
  return sentences(
    t`Complete in ${complete} of ${plural(offered.length, 'place')} where we sell.`,
    gaps.length > 0 ? t`Missing: ${joined(gaps, ', ')}.` : '',
  );
}
