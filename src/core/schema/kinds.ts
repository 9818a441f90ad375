import { departmentName, nearestDepartmentName } from '../model/departmentName';

/** The kinds of value that a front-matter field can hold. Everything that reads, checks or offers values works from these. */
export type ValueKind =
  | TextKind
  | NumberKind
  | BooleanKind
  | DateKind
  | MonthKind
  | WeekKind
  | EnumKind
  | ReferenceKind
  | ListKind
  | ObjectKind
  | MapKind;

export interface TextKind {
  readonly kind: 'text';
  /** What the text must look like, said in `expects`. */
  readonly pattern?: RegExp;
  readonly expects?: string;
  /** What `pattern` cannot say. */
  readonly isValid?: (text: string) => boolean;
  /** The nearest text that is valid, for one that is not. */
  readonly meant?: (text: string) => string | undefined;
  /** Names of this sort are offered while typing. */
  readonly names?: 'department';
}

export interface NumberKind {
  readonly kind: 'number';
  /** Inclusive bounds. */
  readonly minimum?: number;
  readonly maximum?: number;
  readonly integer?: true;
  /** `money` is an amount in the book's currency. */
  readonly unit?: 'money' | 'days' | 'hours' | 'years' | 'percent' | 'per year';
}

export interface BooleanKind {
  readonly kind: 'boolean';
}

export interface DateKind {
  readonly kind: 'date';
  /** The date is of something that has happened: later than today is invalid. */
  readonly past?: true;
}

export interface MonthKind {
  readonly kind: 'month';
}

export interface WeekKind {
  readonly kind: 'week';
}

export interface EnumValue {
  readonly value: string;
  readonly description: string;
}

export interface EnumKind {
  readonly kind: 'enum';
  readonly values: readonly EnumValue[];
}

export interface ReferenceKind {
  readonly kind: 'reference';
  /** The page types that may be named; `any` for all, `plan` for those of plans (`targetTypes` lists them). */
  readonly to: readonly string[] | 'any' | 'plan';
}

export interface ListKind {
  readonly kind: 'list';
  /** A single value is accepted for a list of one. */
  readonly of: ValueKind;
  /** The number of items, where it is fixed. */
  readonly length?: number;
  /** Each number is at least its predecessor. */
  readonly ascending?: true;
}

export interface ObjectKind {
  readonly kind: 'object';
  readonly fields: readonly FieldSpec[];
}

/** Keys of the user's own with values of one kind. */
export interface MapKind {
  readonly kind: 'map';
  readonly of: ValueKind;
  /** What the keys name, for descriptions. */
  readonly keys: string;
}

export interface FieldSpec {
  readonly name: string;
  readonly value: ValueKind;
  readonly required?: true;
  /** One sentence for hovers, completion and documentation. */
  readonly description: string;
  /**
   * What a new page starts with, where it follows from the page’s being made; `today` and `this-week` stand for the day
   * and the week of that. What only the user can know has none: a made-up value would be read as a statement.
   */
  readonly initial?: string;
  /** Days that a new page offers for it, where the usual ones do not fit. */
  readonly offers?: 'beginnings of years' | 'ends of a year' | 'days of a show';
}

export const text: TextKind = { kind: 'text' };
export const department: TextKind = {
  kind: 'text',
  names: 'department',
  pattern: new RegExp(`^${departmentName}$`, 'u'),
  expects: 'a name that @ can mention: letters, digits, - and _ without blanks',
  meant: nearestDepartmentName,
};
export const bool: BooleanKind = { kind: 'boolean' };
export const date: DateKind = { kind: 'date' };
export const pastDate: DateKind = { kind: 'date', past: true };
export const month: MonthKind = { kind: 'month' };
export const week: WeekKind = { kind: 'week' };
export const number: NumberKind = { kind: 'number' };
export const money: NumberKind = { kind: 'number', unit: 'money' };

export function between(minimum: number, maximum: number, integer?: 'integer'): NumberKind {
  return { kind: 'number', minimum, maximum, ...(integer ? { integer: true } : {}) };
}

export function atLeast(minimum: number, unit?: NonNullable<NumberKind['unit']>): NumberKind {
  return { kind: 'number', minimum, ...(unit ? { unit } : {}) };
}

export function oneOf(values: Readonly<Record<string, string>>): EnumKind {
  return {
    kind: 'enum',
    values: Object.entries(values).map(([value, description]) => ({ value, description })),
  };
}

export function listOf(of: ValueKind): ListKind {
  return { kind: 'list', of };
}

export function object(...fields: FieldSpec[]): ObjectKind {
  return { kind: 'object', fields };
}

export function mapOf(of: ValueKind, keys: string): MapKind {
  return { kind: 'map', of, keys };
}

export function referenceTo(...to: string[]): ReferenceKind {
  return { kind: 'reference', to };
}

export const referenceToAny: ReferenceKind = { kind: 'reference', to: 'any' };
export const referenceToPlan: ReferenceKind = { kind: 'reference', to: 'plan' };

type FieldOptions = Pick<FieldSpec, 'initial' | 'offers'>;

export function required(
  name: string,
  value: ValueKind,
  description: string,
  options: FieldOptions = {},
): FieldSpec {
  return { name, value, required: true, description, ...options };
}

export function optional(
  name: string,
  value: ValueKind,
  description: string,
  options: FieldOptions = {},
): FieldSpec {
  return { name, value, description, ...options };
}
