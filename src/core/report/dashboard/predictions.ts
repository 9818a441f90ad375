import { type CalibrationBin, calibrationCurveOf } from '../../analysis/calibrationCurve';
import { brierText } from '../../analysis/figureWords';
import { calibrationOf, enoughPredictions } from '../../analysis/market';
import { joined, plural, type Text, t } from '../../model/message';
import { rounded } from '../../model/rounding';
import { percent } from '../../model/texts';
import type { DashboardContext } from './context';
import type { PagePlace, PredictionSection } from './model';
import { dataTable, numbers } from './tables';

/** How often our predictions of competitors’ moves came true, beside how likely we said they were. */
export function predictionSection({ book }: DashboardContext): PredictionSection {
  const { resolved, brier } = calibrationOf(book);
  const bins = brier === null ? [] : calibrationCurveOf(book);
  const missing = enoughPredictions - resolved;
  const text =
    brier === null
      ? ''
      : t`Brier score ${brierText(brier)} over ${plural(resolved, 'prediction')}: ${brierWords(brier)}.`;
  const course = bins.map(
    ({ from, to, happened, predictions }) =>
      t`said ${binText(from, to)}, happened ${percent(happened)} of ${predictions.length}`,
  );
  return {
    ...(brier === null
      ? {
          empty: {
            text: t`${plural(missing, 'more prediction')} must come true or fail before a hit rate means something (${resolved} of ${enoughPredictions} so far). Write them on competitor pages under “predictions”.`,
          },
        }
      : {}),
    brier,
    text,
    summary: t`Calibration of predictions. ${text} ${joined(course, '; ')}.`,
    points: bins.map((bin) => ({
      probability: bin.probability,
      happened: bin.happened,
      count: bin.predictions.length,
      place: placeOf(bin),
    })),
    table: dataTable(
      t`Resolved predictions by the probability given`,
      [t`We said`, numbers(t`Mean`), numbers(t`Predictions`), numbers(t`Happened`)],
      bins.map((bin) => [
        { text: binText(bin.from, bin.to), place: placeOf(bin) },
        { text: percent(bin.probability) },
        { text: String(bin.predictions.length) },
        { text: percent(bin.happened) },
      ]),
    ),
  };
}

/** 0.25 is the score of who always says 50 %. */
function brierWords(brier: number): Text {
  if (brier <= 0.1) return t`very good`;
  if (brier < 0.2) return t`good, 0 is perfect`;
  return brier < 0.25 ? t`little better than a coin` : t`no better than a coin`;
}

function binText(from: number, to: number): Text {
  return t`${rounded(from * 100)}–${rounded(to * 100)} %`;
}

function placeOf({ predictions }: CalibrationBin): PagePlace {
  const last = predictions[predictions.length - 1] as CalibrationBin['predictions'][number];
  return { path: last.path, line: last.range.start.line };
}
