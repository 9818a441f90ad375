import type { BookIndex } from '../index/bookIndex';
import { numberOf } from '../model/fields';
import type { Page } from '../model/page';

export interface Improvement {
  readonly path: string;
  /** Null where a number is missing or nothing is saved. */
  readonly paybackMonths: number | null;
}

export interface LineChange {
  readonly path: string;
  /** Money that the change adds; null where a number is missing. */
  readonly incremental: number | null;
}

/** The yearly saving of an improvement: `(cost − newCost) · volume`. */
export function yearlySaving(page: Page): number | null {
  const cost = numberOf(page, 'cost');
  const newCost = numberOf(page, 'newCost');
  const volume = numberOf(page, 'volume');
  return cost === undefined || newCost === undefined || volume === undefined
    ? null
    : (cost - newCost) * volume;
}

/** Months until an improvement has paid for itself: `oneOff / ((cost − newCost) · volume / 12)`. */
export function paybackMonths(page: Page): number | null {
  const saving = yearlySaving(page);
  const oneOff = numberOf(page, 'oneOff');
  return saving === null || oneOff === undefined || saving <= 0 ? null : oneOff / (saving / 12);
}

/** What a line extension adds: `newUnits · newMargin − lostUnits · oldMargin − fixedCost`. */
export function incrementalOf(page: Page): number | null {
  const newUnits = numberOf(page, 'newUnits');
  const newMargin = numberOf(page, 'newMargin');
  const lostUnits = numberOf(page, 'lostUnits');
  const oldMargin = numberOf(page, 'oldMargin');
  if (newUnits === undefined || newMargin === undefined || lostUnits === undefined || oldMargin === undefined)
    return null;
  return newUnits * newMargin - lostUnits * oldMargin - (numberOf(page, 'fixedCost') ?? 0);
}

export function improvementsOf(book: BookIndex): Improvement[] {
  return book
    .pagesOfType('improvement')
    .map((page) => ({ path: page.path, paybackMonths: paybackMonths(page) }));
}

export function lineChangesOf(book: BookIndex): LineChange[] {
  return book
    .pagesOfType('line-change')
    .map((page) => ({ path: page.path, incremental: incrementalOf(page) }));
}
