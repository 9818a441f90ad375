import { type Text, t } from '../../model/message';
import type { Cell, Column, Table } from './model';

/** More rows than these are not read but searched, in the pages themselves. */
const maxRows = 200;

/** The data of a chart. */
export function dataTable(
  caption: Text,
  columns: readonly (Text | Column)[],
  rows: readonly (readonly Cell[])[],
): Table {
  const isLong = rows.length > maxRows;
  return {
    caption: isLong ? t`${caption}: the first ${maxRows} of ${rows.length}` : caption,
    columns: columns.map((column) => (isColumn(column) ? column : { title: column })),
    rows: isLong ? rows.slice(0, maxRows) : rows,
  };
}

function isColumn(column: Text | Column): column is Column {
  return typeof column === 'object' && 'title' in column;
}

/** A column of numbers. */
export function numbers(title: Text): Column {
  return { title, numeric: true };
}
