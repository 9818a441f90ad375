import { itemLines } from '../../edit/itemSnippets';
import { TabStops } from '../../edit/snippetText';
import type { CalendarDate } from '../../model/calendarDate';
import type { FieldSpec, ValueKind } from '../../schema/kinds';
import { itemKind } from '../place/kindAt';

/** A text to insert, and whether something is to be offered in it at once. */
export interface FieldText {
  readonly text: string;
  readonly isSnippet: boolean;
  readonly retrigger: boolean;
}

/** Objects with more fields than that, none of them required, are begun rather than filled. */
const fewFields = 4;

/**
 * A field from its name on: `health: ` with its values offered next, a list in brackets, an object or a list of objects
 * with what belongs into it.
 *
 * @param path names of the fields around it and its own
 * @param column where the name stands
 */
export function fieldText(
  pageType: string,
  path: readonly string[],
  spec: FieldSpec,
  column: number,
  today: CalendarDate,
): FieldText {
  const { name, value } = spec;
  const inner = itemKind(value);
  if (inner?.kind === 'object' || inner?.kind === 'map') {
    const block = blockText(pageType, path, value, column, today);
    return { ...block, text: `${name}:${block.text}` };
  }
  const retrigger = inner !== undefined && isOffered(inner);
  if (value.kind === 'list') return { text: `${name}: [$1]`, isSnippet: true, retrigger };
  return { text: `${name}: `, isSnippet: false, retrigger };
}

/** What stands below the name of an object, or of a list of objects: lines that are further in than the name. */
export function blockText(
  pageType: string,
  path: readonly string[],
  kind: ValueKind,
  column: number,
  today: CalendarDate,
): FieldText {
  const indent = `\n${' '.repeat(column + 2)}`;
  if (kind.kind === 'list') {
    const lines = itemLines(pageType, path.join('.'), kind);
    return { text: indent + datedSnippet(lines.join(indent), today), isSnippet: true, retrigger: false };
  }
  const fields = kind.kind === 'object' ? wantedFields(kind.fields) : [];
  if (fields.length === 0) return { text: `${indent}$1`, isSnippet: true, retrigger: true };
  const stops = new TabStops();
  const text = fields.map((field) => indent + objectField(field, column + 2, stops)).join('');
  return { text: datedSnippet(text, today), isSnippet: true, retrigger: false };
}

/** An item of a list of objects on one line, in braces. */
export function flowItemText(fields: readonly FieldSpec[], today: CalendarDate): string {
  const stops = new TabStops();
  const wanted = fields.filter(({ required }) => required);
  const parts = (wanted.length > 0 ? wanted : fields)
    .filter(({ value }) => itemKind(value)?.kind !== 'object')
    .map((field) => `${field.name}: ${stops.value(field)}`);
  return datedSnippet(`{ ${parts.join(', ')} }`, today);
}

/** True for a kind of which some values can be offered. */
export function isOffered(kind: ValueKind): boolean {
  switch (kind.kind) {
    case 'enum':
    case 'boolean':
    case 'date':
    case 'month':
    case 'week':
    case 'reference':
      return true;
    case 'text':
      return kind.names !== undefined;
    default:
      return false;
  }
}

/** A snippet with the book’s day in place of the editor’s variables for it. */
export function datedSnippet(snippet: string, today: CalendarDate): string {
  const [year, month, day] = today.split('-') as [string, string, string];
  const values: Readonly<Record<string, string>> = {
    CURRENT_YEAR: year,
    CURRENT_MONTH: month,
    CURRENT_DATE: day,
    CURRENT_DAY_NAME: nameOf(today, { weekday: 'long' }),
    CURRENT_MONTH_NAME: nameOf(today, { month: 'long' }),
  };
  return snippet.replace(/\$\{(CURRENT_[A-Z_]+)\}/g, (whole, name: string) => values[name] ?? whole);
}

/** What stands in a page is in English. */
function nameOf(day: CalendarDate, part: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat('en', { ...part, timeZone: 'UTC' }).format(new Date(day));
}

function wantedFields(fields: readonly FieldSpec[]): readonly FieldSpec[] {
  const required = fields.filter((field) => field.required);
  if (required.length > 0) return required;
  return fields.length <= fewFields ? fields.filter(({ value }) => value.kind !== 'object') : [];
}

function objectField(field: FieldSpec, column: number, stops: TabStops): string {
  const { value } = field;
  if (value.kind !== 'object') return `${field.name}: ${stops.value(field)}`;
  const indent = `\n${' '.repeat(column + 2)}`;
  const inner = wantedFields(value.fields).map((each) => indent + objectField(each, column + 2, stops));
  return `${field.name}:${inner.join('')}`;
}
