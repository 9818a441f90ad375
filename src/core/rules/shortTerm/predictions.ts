import {
  answerFrom,
  isPredictionDue,
  isPredictionUnanswered,
  predictionsOf,
  predictionWeight,
} from '../../analysis/predictions';
import { freeIdIn } from '../../index/idLookup';
import { daysBetween } from '../../model/calendarDate';
import { oneLine } from '../../model/escapedText';
import { dateOf, fieldValue, numberOf, textOf } from '../../model/fields';
import type { FixPlan } from '../../model/fix';
import { memoizeByPage } from '../../model/memoizeByPage';
import { plural, t } from '../../model/message';
import { idFromTitle } from '../../model/pageId';
import { trimmed } from '../../model/texts';
import { referenceToPlan } from '../../schema/kinds';
import { askedFor, pickReference } from '../commonFixes';
import type { PageRule } from '../rule';

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
    for (const prediction of predictionsOf(page)) {
      const by = dateOf(prediction, 'by');
      if (by === undefined || !isPredictionDue(prediction, today)) continue;
      report({
        range: fieldValue(prediction, 'by')?.range ?? prediction.range,
        message: t`“${textOf(prediction, 'move') === undefined ? t`This move` : oneLine(textOf(prediction, 'move') ?? '')}” was expected by ${by}, ${plural(daysBetween(by, today), 'day')} ago. Enter its outcome: happened, did-not-happen or void.`,
        data: { index: prediction.index },
      });
    }
  },
  fixes(finding, _page, { today }) {
    const object = ['predictions', Number(finding.data?.index)];
    return outcomes.map(([outcome, title]) => ({
      kind: 'setFields',
      title,
      object,
      values: { outcome, resolved: today },
    }));
  },
};

/** The outcomes of a prediction, as a user would say them. */
const outcomes = [
  ['happened', t`It happened`],
  ['did-not-happen', t`It did not happen`],
  ['void', t`It can no longer be told (void)`],
] as const;

const predictionsAt = memoizeByPage(predictionsOf);

export const predictionUnanswered: PageRule = {
  id: 'prediction-unanswered',
  family: 'short-term',
  severity: 'warning',
  scope: 'page',
  types: ['competitor'],
  needs: ['targetTypes'],
  summary: 'A likely and painful move of a competitor has no answer.',
  explanation: `Probability times impact of ${answerFrom} or more, no outcome yet, and no \`response\` that names a plan. Predictions without an impact are not rated.`,
  remedy: 'Write the plan that answers the move and name it in `response`.',
  check(page, { book }, report) {
    for (const prediction of predictionsOf(page)) {
      if (!isPredictionUnanswered(prediction, book)) continue;
      const weight = trimmed(predictionWeight(prediction) ?? 0, 2);
      const probability = numberOf(prediction, 'probability');
      const impact = numberOf(prediction, 'impact');
      if (probability === undefined || impact === undefined) continue;
      report({
        range: fieldValue(prediction, 'move')?.range ?? prediction.range,
        message: t`This move weighs ${weight} (probability ${probability} × impact ${impact}), ${answerFrom} or more, and has no response. Write the plan that answers it.`,
        data: { index: prediction.index },
      });
    }
  },
  fixes(finding, page, context) {
    const { book, today } = context;
    const index = Number(finding.data?.index);
    const object = ['predictions', index];
    const prediction = predictionsAt(page)[index];
    const written = textOf(prediction, 'move');
    const move = written && oneLine(written);
    const pick = pickReference(
      t`Name the plan that answers it…`,
      'response',
      referenceToPlan,
      context,
      object,
    );
    if (move === undefined || book.pageWithId(page.id)?.path !== page.path) return pick;
    const by = dateOf(prediction, 'by');
    const create: FixPlan = {
      kind: 'createPage',
      title: t`Create the response to “${move}”`,
      preferred: true,
      type: 'response',
      id: freeIdIn(book, idFromTitle(`${page.id} ${move}`)),
      pageTitle: `Response: ${move}`,
      values: { competitor: page.id, trigger: move, ...(by !== undefined && by >= today ? { due: by } : {}) },
      ask: askedFor('response', 'kind'),
      backlink: { object, field: 'response' },
    };
    return [create, ...pick];
  },
};
