import type { BookIndex } from '../index/bookIndex';
import { addDays, type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, numberOf, objectsOf, textOf } from '../model/fields';
import type { Page } from '../model/page';
import type { Range } from '../model/text';

export interface Calibration {
  /** Predictions that came true or did not; void ones are left out. */
  readonly resolved: number;
  /** Mean squared error of the probabilities, 0 (perfect) to 1 (Brier 1950); null below ten. */
  readonly brier: number | null;
}

/** Resolved predictions from which on the calibration is shown. */
export const enoughPredictions = 10;

/** A prediction of a competitor’s move that came true or did not. */
export interface ResolvedPrediction {
  readonly path: string;
  readonly move: string;
  /** As it was given, 0 to 1. */
  readonly probability: number;
  readonly happened: boolean;
  readonly range: Range;
}

/** Of one page or of the book, by page and place; void predictions and those without an outcome are left out. */
export function resolvedPredictions(book: BookIndex, of?: Page): ResolvedPrediction[] {
  return (of ? [of] : book.pagesOfType('competitor')).flatMap((page) =>
    objectsOf(page, 'predictions').flatMap((prediction) => {
      const probability = numberOf(prediction, 'probability');
      const outcome = textOf(prediction, 'outcome');
      if (probability === undefined || (outcome !== 'happened' && outcome !== 'did-not-happen')) return [];
      const move = textOf(prediction, 'move') ?? page.title;
      const happened = outcome === 'happened';
      return [{ path: page.path, move, probability, happened, range: prediction.range }];
    }),
  );
}

/**
 * How well the probabilities of our predictions have met what happened.
 *
 * @param of a single page; the whole book where left out
 */
export function calibrationOf(book: BookIndex, of?: Page): Calibration {
  const errors = resolvedPredictions(book, of).map(
    ({ probability, happened }) => (probability - (happened ? 1 : 0)) ** 2,
  );
  const resolved = errors.length;
  const brier =
    resolved < enoughPredictions ? null : errors.reduce((sum, error) => sum + error, 0) / resolved;
  return { resolved, brier };
}

export interface Backlog {
  readonly total: number;
  readonly pages: readonly { readonly path: string; readonly points: number }[];
}

/** True for an unhappy voice that was received and not settled at the end of a day. */
export function wasOpenVoice(page: Page, received: CalendarDate, day: CalendarDate): boolean {
  const resolved = dateOf(page, 'resolved');
  const isUnsettled = resolved === undefined || resolved > day;
  return received <= day && isUnsettled && (numberOf(page, 'sentiment') ?? 0) < 0;
}

/** Days within which a reply is due, by severity. */
const replyDays: Readonly<Record<number, number>> = { 4: 2, 3: 7, 2: 30, 1: 90 };
const defaultSeverity = 2;

export function severityOfVoice(page: Page): number {
  const severity = numberOf(page, 'severity') ?? defaultSeverity;
  return severity in replyDays ? severity : defaultSeverity;
}

export function replyLimit(page: Page): number {
  return replyDays[severityOfVoice(page)] as number;
}

/** True for a voice that is unhappy and not settled. */
export function isOpenVoice(page: Page): boolean {
  return (numberOf(page, 'sentiment') ?? 0) < 0 && dateOf(page, 'resolved') === undefined;
}

/** The day by which an unhappy customer is to have a reply; undefined for one who does not wait. */
export function replyDue(page: Page): CalendarDate | undefined {
  const received = dateOf(page, 'received');
  if (received === undefined || !isOpenVoice(page) || dateOf(page, 'replied') !== undefined) return undefined;
  return addDays(received, replyLimit(page));
}

/** The weight of an unhappy voice on a day: `severity · |sentiment| · max(1, age / limit)`. */
export function voicePoints(page: Page, received: CalendarDate, day: CalendarDate): number {
  const overdue = Math.max(1, daysBetween(received, day) / replyLimit(page));
  return severityOfVoice(page) * Math.abs(numberOf(page, 'sentiment') ?? 0) * overdue;
}

/** Open voices by weight: `Σ severity · |sentiment| · max(1, age / limit)`, heaviest first (FORMAT §5, Customer backlog). */
export function backlogOf(book: BookIndex, today: CalendarDate): Backlog {
  const pages = book
    .pagesOfType('voice')
    .filter(isOpenVoice)
    .flatMap((page) => {
      const received = dateOf(page, 'received');
      if (received === undefined || received > today) return [];
      return [{ path: page.path, points: voicePoints(page, received, today) }];
    })
    .sort((a, b) => b.points - a.points);
  return { total: pages.reduce((sum, { points }) => sum + points, 0), pages };
}
