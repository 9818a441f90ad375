import type { Cell, Column, Table } from './model';

/** More rows than these are not read but searched, in the pages themselves. */
const maxRows = 200;

/** The data of a chart. */
export function dataTable(
  caption: string,
  columns: readonly (string | Column)[],
  rows: readonly (readonly Cell[])[],
): Table {
  const isLong = rows.length > maxRows;
  return {
    caption: isLong ? `${caption}: the first ${maxRows} of ${rows.length}` : caption,
    columns: columns.map((column) => (typeof column === 'string' ? { title: column } : column)),
    rows: isLong ? rows.slice(0, maxRows) : rows,
  };
}

/** A column of numbers. */
export function numbers(title: string): Column {
  return { title, numeric: true };
}
