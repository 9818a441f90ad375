import { brierText } from '../../analysis/figureWords';
import { type Calibration, calibrationOf, enoughPredictions } from '../../analysis/market';
import {
  answerFrom,
  isPredictionDue,
  isPredictionUnanswered,
  isSettled,
  type Prediction,
  predictionsOf,
  predictionWeight,
} from '../../analysis/predictions';
import { dateOf } from '../../model/fields';
import { fieldNamed } from '../../model/frontMatter';
import { joined, plural, type Text, t } from '../../model/message';
import { relativeDay, trimmed } from '../../model/texts';
import { fieldsOf } from '../../schema/schema';
import type { CodeLens, LensContext, LensText } from './codeLens';

/** On a competitor: how its predictions stand, how good ours have been, and what each one waits for. */
export function predictionLenses(context: LensContext): readonly CodeLens[] {
  const { page, book, today } = context;
  const field = fieldsOf(page.type).has('predictions') ? fieldNamed(page.fields, 'predictions') : undefined;
  const predictions = predictionsOf(page);
  if (!field || predictions.length === 0) return [];
  const { nameRange } = field;
  const lenses: CodeLens[] = [
    { kind: 'predictions', range: nameRange, text: () => summary(predictions, context) },
  ];
  const ofBook = calibrationOf(book);
  if (ofBook.brier !== null) {
    lenses.push({
      kind: 'predictions',
      range: nameRange,
      text: () => scoreText(ofBook, calibrationOf(book, page)),
    });
  }
  for (const prediction of predictions) {
    const isDue = isPredictionDue(prediction, today);
    const isUnanswered = isPredictionUnanswered(prediction, book);
    if (!isDue && !isUnanswered) continue;
    const text = (): LensText => waitingText(prediction, isDue, isUnanswered, context);
    lenses.push({ kind: 'predictions', range: prediction.range, text });
  }
  return lenses;
}

/** `6 predictions: 4 settled, 1 due, 1 unanswered`; one that is due and unanswered counts in both. */
function summary(predictions: readonly Prediction[], { book, today }: LensContext): LensText {
  const settled = predictions.filter(isSettled).length;
  const due = predictions.filter((prediction) => isPredictionDue(prediction, today)).length;
  const unanswered = predictions.filter((prediction) => isPredictionUnanswered(prediction, book)).length;
  const told = [
    ...(settled > 0 ? [t`${settled} settled`] : []),
    ...(due > 0 ? [t`${due} due`] : []),
    ...(unanswered > 0 ? [t`${unanswered} unanswered`] : []),
  ];
  const all = plural(predictions.length, 'prediction');
  return { title: told.length > 0 ? t`${all}: ${joined(told, ', ')}` : t`${all}, none settled yet` };
}

/** The page’s own score once it has enough predictions; the book’s, named as such, before. */
function scoreText(ofBook: Calibration, ofPage: Calibration): LensText {
  const told = ({ brier, resolved }: Calibration): Text =>
    t`${brierText(brier ?? 0)} over ${plural(resolved, 'prediction')}`;
  const book = t`Brier score of the whole book: ${told(ofBook)}`;
  const isOwn = ofPage.brier !== null;
  return {
    title: isOwn ? t`Brier score of this page: ${told(ofPage)}` : book,
    tooltip: joined(
      [
        isOwn
          ? book
          : t`This page has ${ofPage.resolved} of the ${enoughPredictions} settled predictions that a score of its own needs.`,
        t`0 is perfect, 0.25 is what always saying 50 % would have scored.`,
      ],
      '\n',
    ),
  };
}

function waitingText(
  prediction: Prediction,
  isDue: boolean,
  isUnanswered: boolean,
  { today }: LensContext,
): LensText {
  const waits: Text[] = [];
  const by = dateOf(prediction, 'by');
  if (isDue && by !== undefined) waits.push(t`Due ${relativeDay(by, today)}: enter its outcome`);
  if (isUnanswered) {
    const weight = trimmed(predictionWeight(prediction) ?? 0, 2);
    waits.push(t`Unanswered: weighs ${weight} (a response from ${answerFrom} on)`);
  }
  return { title: joined(waits, ' · '), isWarning: true };
}
