import { daysBetween } from '../../model/calendarDate';
import { dateOf, type Fields, fieldValue, numberOf, objectsOf, textOf } from '../../model/fields';
import type { Page } from '../../model/page';
import { plural, trimmed } from '../../model/words';
import { isPlan } from '../../schema/schema';
import type { PageRule } from '../rule';

/** Probability times impact from which a prediction wants an answer. */
const answerFrom = 5;
const tolerance = 1e-9;

export const predictionDue: PageRule = {
  id: 'prediction-due',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['competitor'],
  needs: ['today'],
  summary: 'The day of a prediction is past and its outcome is not entered.',
  explanation:
    'A prediction whose `by` is before today and that has no `outcome`. Only resolved predictions teach us how good we are at them.',
  remedy: 'Enter happened, did-not-happen or void as its `outcome`.',
  check(page, { today }, report) {
    for (const prediction of openPredictions(page)) {
      const by = dateOf(prediction, 'by');
      if (by === undefined || by >= today) continue;
      report({
        range: fieldValue(prediction, 'by')?.range ?? prediction.range,
        message: `“${textOf(prediction, 'move') ?? 'This move'}” was expected by ${by}, ${plural(daysBetween(by, today), 'day')} ago. Enter its outcome: happened, did-not-happen or void.`,
        data: { index: prediction.index },
      });
    }
  },
};

export const predictionUnanswered: PageRule = {
  id: 'prediction-unanswered',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['competitor'],
  needs: ['targets'],
  summary: 'A likely and painful move of a competitor has no answer.',
  explanation: `Probability times impact of ${answerFrom} or more, no outcome yet, and no \`response\` that names a plan. Predictions without an impact are not rated.`,
  remedy: 'Write the plan that answers the move and name it in `response`.',
  check(page, { book }, report) {
    for (const prediction of openPredictions(page)) {
      const probability = numberOf(prediction, 'probability');
      const impact = numberOf(prediction, 'impact');
      if (probability === undefined || impact === undefined) continue;
      const weight = probability * impact;
      const response = textOf(prediction, 'response');
      const answered = response !== undefined && isPlan(book.pageWithId(response)?.type);
      if (weight < answerFrom - tolerance || answered) continue;
      report({
        range: fieldValue(prediction, 'move')?.range ?? prediction.range,
        message: `This move weighs ${trimmed(weight, 2)} (probability ${probability} × impact ${impact}), ${answerFrom} or more, and has no response. Write the plan that answers it.`,
        data: { index: prediction.index },
      });
    }
  },
};

/** The predictions of a page that have no outcome, with their place in the list. */
function openPredictions(
  page: Page,
): (ReturnType<typeof objectsOf>[number] & Fields & { readonly index: number })[] {
  return objectsOf(page, 'predictions')
    .map((prediction, index) => ({ ...prediction, index }))
    .filter((prediction) => textOf(prediction, 'outcome') === undefined);
}
