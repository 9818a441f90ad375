import { clockedTypes, pageType } from '../schema/schema';
import { type Fields, numberOf, objectOf, textOf } from './fields';
import { ownValue } from './ownValue';
import type { Page } from './page';

/** Days by the value of the field that decides. */
type DaysByValue = Readonly<Record<string, number>>;

/** How often, in days, things are due; due exactly on the last day is still fresh. */
export interface Cadence {
  /** Contact with sales, and with each department. */
  readonly sales: number;
  readonly department: number;
  /** Touching anything of the market. */
  readonly market: number;
  /** Pages, by their type. */
  readonly [type: string]: number | DaysByValue;
}

export const defaultCadence: Cadence = {
  ...Object.fromEntries(clockedTypes.map(({ id, clock }) => [id, clock.cadence.days])),
  sales: 14,
  department: 30,
  market: 30,
};

/** Reads the field `cadence` of `book.md`; what it leaves out or says wrongly is as by default. */
export function readCadence(cadence: Fields | undefined): Cadence {
  return withOwn(defaultCadence, cadence) as Cadence;
}

function withOwn(
  defaults: Readonly<Record<string, number | DaysByValue>>,
  holder: Fields | undefined,
): Record<string, number | DaysByValue> {
  const entries = Object.entries(defaults).map(([name, days]) => [
    name,
    typeof days === 'number' ? daysOf(holder, name, days) : withOwn(days, objectOf(holder, name)),
  ]);
  return Object.fromEntries(entries);
}

function daysOf(holder: Fields | undefined, name: string, fallback: number): number {
  const days = numberOf(holder, name);
  return days !== undefined && days >= 0 ? days : fallback;
}

/** Days within which a page is due; undefined for a page without a clock, or whose field says nothing that is known. */
export function cadenceOf(page: Page, cadence: Cadence): number | undefined {
  const spec = pageType(page.type)?.clock?.cadence;
  if (!spec) return undefined;
  const days = ownValue(cadence, page.type);
  if (typeof days !== 'object') return days;
  return 'by' in spec ? ownValue(days, textOf(page, spec.by) ?? spec.otherwise ?? '') : undefined;
}
