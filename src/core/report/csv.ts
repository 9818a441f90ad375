import { escapedText } from '../model/escapedText';

export type CsvValue = string | number | boolean | null | undefined;

/** Marks a text as UTF-8 for spreadsheets that would take it for the system's encoding. */
export const byteOrderMark = '\ufeff';

const needsQuotes = /[",\r\n]|^\s|\s$|^(?:::|##)/;
const numeric = /^\s*[+-]?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?\s*$/;
/** What spreadsheets would run as a formula; some of them skip blanks and line breaks before it. */
const formulaStart = /^(?:[\t\r]|\s*[=+\-@\uff1d\uff0b\uff0d\uff20])/;
/** What build servers would take for a command, at the start of a further line of a cell. */
const commandStart = /([\r\n][^\S\r\n]*)(?=::|##\[)/g;

/**
 * Comma-separated values (RFC 4180), safe to open in a spreadsheet and to print: what would be a formula or a command
 * gets an apostrophe, what cannot be seen is written out.
 */
export function csv(rows: readonly (readonly CsvValue[])[]): string {
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

function cell(value: CsvValue): string {
  const text =
    value === null || value === undefined
      ? ''
      : escapedText(String(value), '\r\n\t').replace(commandStart, "$1'");
  const safe = formulaStart.test(text) && !numeric.test(text) ? `'${text}` : text;
  return needsQuotes.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}
