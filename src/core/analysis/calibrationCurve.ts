import type { BookIndex } from '../index/bookIndex';
import { type ResolvedPrediction, resolvedPredictions } from './market';

/** Resolved predictions of about the same probability. */
export interface CalibrationBin {
  /** Bounds of the probability, 0 to 1; the upper one belongs to the next bin, but 1 to the last. */
  readonly from: number;
  readonly to: number;
  readonly predictions: readonly ResolvedPrediction[];
  /** Mean of the probabilities given, 0 to 1. */
  readonly probability: number;
  /** Share of the predictions that came true, 0 to 1. */
  readonly happened: number;
}

const binCount = 5;

/**
 * The reliability diagram of our predictions: in bins of 20 points of probability, how likely we said and how often it
 * happened (Murphy and Winkler 1977). Bins without a prediction are left out.
 */
export function calibrationCurveOf(book: BookIndex): CalibrationBin[] {
  const bins = new Map<number, ResolvedPrediction[]>();
  for (const prediction of resolvedPredictions(book)) {
    // In whole percents, so that 0.6 does not fall below three fifths.
    const percents = Math.round(prediction.probability * 1e6) / 1e4;
    const bin = Math.min(binCount - 1, Math.max(0, Math.floor((percents * binCount) / 100)));
    bins.set(bin, [...(bins.get(bin) ?? []), prediction]);
  }
  return [...bins]
    .sort(([a], [b]) => a - b)
    .map(([bin, predictions]) => ({
      from: bin / binCount,
      to: (bin + 1) / binCount,
      predictions,
      probability: mean(predictions.map(({ probability }) => probability)),
      happened: mean(predictions.map(({ happened }) => (happened ? 1 : 0))),
    }));
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
