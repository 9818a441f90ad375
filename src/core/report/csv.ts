export type CsvValue = string | number | boolean | null | undefined;

/** Marks a text as UTF-8 for spreadsheets that would take it for the system's encoding. */
export const byteOrderMark = '\ufeff';

const needsQuotes = /[",\r\n]|^\s|\s$/;
const numeric = /^[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
/** What spreadsheets would run as a formula. */
const formulaStart = /^[=+\-@\t\r]/;

/** Comma-separated values (RFC 4180), safe to open in a spreadsheet: what would be a formula gets an apostrophe. */
export function csv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  const text = value === null || value === undefined ? '' : String(value);
  const safe = formulaStart.test(text) && !numeric.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
