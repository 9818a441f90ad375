import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { contactsOf } from './contact';
import { freshnessOf } from './freshness';
import { backlogOf, calibrationOf } from './market';
import { pacesOf } from './pace';
import { trendsOf } from './trend';
import { trustOf } from './trust';
import { improvementsOf, lineChangesOf } from './value';

/** Every analysis of a book as plain data, in the shape that the command line prints (FORMAT §7, figures). */
export function figuresOf(book: BookIndex, today: CalendarDate) {
  return {
    trend: trendsOf(book, today).map(({ horizon, weeks, slope, drifting }) => ({
      horizon,
      weeks,
      slope,
      drifting,
    })),
    freshness: freshnessOf(book, today),
    pace: pacesOf(book, today).map(
      ({ path, asOf, planned, attainment, pace, forecast, behind, spendActual, spendPlanned, offPace }) => ({
        path,
        asOf,
        planned,
        attainment,
        pace,
        forecast,
        behind,
        spendActual,
        spendPlanned,
        offPace,
      }),
    ),
    trust: trustOf(book, today),
    calibration: calibrationOf(book),
    backlog: backlogOf(book, today),
    improvements: improvementsOf(book),
    lineChanges: lineChangesOf(book),
    contacts: contactsOf(book, today),
  };
}

export type Figures = ReturnType<typeof figuresOf>;
