import type { CalendarDate } from '../model/calendarDate';
import { shiftDates, wholeWeeks } from './shiftDates';

/** The day that the sample book is written for, a Monday. */
export const sampleDay: CalendarDate = '2026-11-23';

/** A page of the sample book. */
export interface SampleFile {
  /** From the book’s root, with `/`. */
  readonly path: string;
  readonly text: string;
}

/**
 * The sample book as it reads when the day it is written for falls on the Monday of the week of `today`: dates in texts
 * and in file names move by whole weeks.
 */
export function sampleBookFor(today: CalendarDate, files: readonly SampleFile[]): SampleFile[] {
  const days = wholeWeeks(sampleDay, today);
  return files.map(({ path, text }) => ({ path: shiftDates(path, days), text: shiftDates(text, days) }));
}
