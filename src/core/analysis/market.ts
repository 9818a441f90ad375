import type { BookIndex } from '../index/bookIndex';
import { type CalendarDate, daysBetween } from '../model/calendarDate';
import { dateOf, numberOf, objectsOf, textOf } from '../model/fields';
import type { Page } from '../model/page';

export interface Calibration {
  /** Predictions that came true or did not; void ones are left out. */
  readonly resolved: number;
  /** Mean squared error of the probabilities, 0 (perfect) to 1 (Brier 1950); null below ten. */
  readonly brier: number | null;
}

const enoughPredictions = 10;

/** How well the probabilities of our predictions have met what happened. */
export function calibrationOf(book: BookIndex): Calibration {
  const errors = book.pagesOfType('competitor').flatMap((page) =>
    objectsOf(page, 'predictions').flatMap((prediction) => {
      const probability = numberOf(prediction, 'probability');
      const outcome = textOf(prediction, 'outcome');
      if (probability === undefined || (outcome !== 'happened' && outcome !== 'did-not-happen')) return [];
      return [(probability - (outcome === 'happened' ? 1 : 0)) ** 2];
    }),
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

/** Open voices by weight: `Σ severity · |sentiment| · max(1, age / limit)`, heaviest first (FORMAT §5, Customer backlog). */
export function backlogOf(book: BookIndex, today: CalendarDate): Backlog {
  const pages = book
    .pagesOfType('voice')
    .filter(isOpenVoice)
    .flatMap((page) => {
      const received = dateOf(page, 'received');
      if (received === undefined || received > today) return [];
      const overdue = Math.max(1, daysBetween(received, today) / replyLimit(page));
      return [
        {
          path: page.path,
          points: severityOfVoice(page) * Math.abs(numberOf(page, 'sentiment') ?? 0) * overdue,
        },
      ];
    })
    .sort((a, b) => b.points - a.points);
  return { total: pages.reduce((sum, { points }) => sum + points, 0), pages };
}
