import { commonFields } from '../../core/schema/commonFields';
import { pageTypes } from '../../core/schema/schema';
import type { PlainValue } from '../frontMatterValues';
import { type CsvValue, csv } from './csv';
import type { ListedPage, ListResult } from './listResult';

/** One row for each page, one column for each field that any of them has: known fields first, those of every page behind those of single types. */
export function listCsv({ pages }: ListResult): string {
  const names = fieldNames(pages);
  const rows = pages.map(({ id, type, title, path, fields }) => [
    ...[id, type, title, path],
    ...names.map((name) => (Object.hasOwn(fields, name) ? cellOf(fields[name]) : '')),
  ]);
  return csv([['id', 'type', 'title', 'path', ...names], ...rows]);
}

function fieldNames(pages: readonly ListedPage[]): string[] {
  const present = new Set(pages.flatMap(({ fields }) => Object.keys(fields)));
  const known = new Set(
    [...pageTypes.flatMap(({ fields }) => fields), ...commonFields].map(({ name }) => name),
  );
  return [
    ...[...known].filter((name) => present.has(name)),
    ...[...present].filter((name) => !known.has(name)),
  ];
}

/** Several values in one cell are joined by semicolons; what has fields of its own is written as JSON. */
function cellOf(value: PlainValue | undefined): CsvValue {
  if (value === undefined || value === null) return '';
  if (typeof value !== 'object') return value;
  const isFlat = Array.isArray(value) && value.every((item) => typeof item !== 'object' || item === null);
  return isFlat
    ? (value as readonly PlainValue[]).map((item) => item ?? '').join('; ')
    : JSON.stringify(value);
}
