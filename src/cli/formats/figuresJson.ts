import { jsonLine } from '../plainText';
import type { FiguresResult } from './figuresResult';

/** Slopes are shares per week; null where there is not enough data. */
export function figuresJson({ today, ...figures }: FiguresResult): string {
  return jsonLine({ version: 1, today, ...figures });
}
