import type { BookIndex } from '../index/bookIndex';
import type { CalendarDate } from '../model/calendarDate';
import { dateOf, type Fields, numberOf, objectsOf, textOf } from '../model/fields';
import type { Page } from '../model/page';
import type { Range } from '../model/text';
import { isPlan } from '../schema/schema';

/** A prediction of a competitor’s move. */
export interface Prediction extends Fields {
  /** Its place in the page’s list. */
  readonly index: number;
  readonly range: Range;
}

/** Probability times impact from which a prediction wants an answer. */
export const answerFrom = 5;
const tolerance = 1e-9;

/** The predictions of a page, in their order. */
export function predictionsOf(page: Page): Prediction[] {
  return objectsOf(page, 'predictions').map((prediction, index) => ({ ...prediction, index }));
}

/** True for a prediction whose outcome is entered: it is watched no longer. */
export function isSettled(prediction: Prediction): boolean {
  return textOf(prediction, 'outcome') !== undefined;
}

/** True where the day is past and no outcome is entered. */
export function isPredictionDue(prediction: Prediction, today: CalendarDate): boolean {
  const by = dateOf(prediction, 'by');
  return !isSettled(prediction) && by !== undefined && by < today;
}

/** Probability times impact, 0 to 10; undefined where one of them is missing: such a prediction is not rated. */
export function predictionWeight(prediction: Prediction): number | undefined {
  const probability = numberOf(prediction, 'probability');
  const impact = numberOf(prediction, 'impact');
  return probability === undefined || impact === undefined ? undefined : probability * impact;
}

/** True for a likely and painful move without outcome that no plan answers. */
export function isPredictionUnanswered(prediction: Prediction, book: BookIndex): boolean {
  const weight = predictionWeight(prediction);
  if (isSettled(prediction) || weight === undefined || weight < answerFrom - tolerance) return false;
  const response = textOf(prediction, 'response');
  return response === undefined || !isPlan(book.pageWithId(response)?.type);
}
