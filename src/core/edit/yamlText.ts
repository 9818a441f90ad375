import { stringify } from 'yaml';
import { type CalendarDate, isoWeekOf } from '../model/calendarDate';
import { oneLine } from '../model/escapedText';
import type { FieldSpec, ValueKind } from '../schema/kinds';

/** A value as it is written in front matter, on one line: plain where YAML reads it back as meant, else in quotes. */
export function yamlScalar(value: string, kind: ValueKind): string {
  const trimmed = oneLine(value);
  if (trimmed === '') return '';
  const one = kind.kind === 'list' ? kind.of : kind;
  if (one.kind === 'number' && Number.isFinite(Number(trimmed))) return trimmed;
  if (one.kind === 'boolean' && /^(?:true|false)$/.test(trimmed)) return trimmed;
  const written = stringify(trimmed, { lineWidth: 0, version: '1.2', schema: 'core' }).trimEnd();
  return written.includes('\n') ? JSON.stringify(trimmed) : written;
}

/** The same within `[…]` or `{…}`, where commas and brackets need quotes. */
export function yamlFlowScalar(value: string, kind: ValueKind): string {
  const scalar = yamlScalar(value, kind);
  return /^["']/.test(scalar) || !/[,[\]{}]/.test(scalar) ? scalar : JSON.stringify(oneLine(value));
}

/** What a new field starts with; undefined where only the user can know. */
export function initialValue({ initial }: FieldSpec, today: CalendarDate): string | undefined {
  if (initial === 'today') return today;
  return initial === 'this-week' ? isoWeekOf(today) : initial;
}
