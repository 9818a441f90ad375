import type { FiguresResult } from './figuresResult';

/** Slopes are shares per week; null where there is not enough data. */
export function figuresJson({ today, ...figures }: FiguresResult): string {
  return `${JSON.stringify({ version: 1, today, ...figures })}\n`;
}
