import type { Table } from '../../shared/dashboardProtocol';
import { filled, labels, language } from '../labels';
import type { ChartTheme } from './theme';

interface ValueAxis {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly ticks?: number;
  readonly text: (value: number) => string;
  readonly title?: string;
}

/** `1.5 M`, `500 k`: the round numbers of an axis. What is measured is told in the model’s own words. */
export function tickText(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e6) return filled(labels.numbers.millions, plain(value / 1e6));
  return size >= 1e4 ? filled(labels.numbers.thousands, plain(value / 1e3)) : plain(value);
}

export function percentTick(share: number): string {
  return filled(labels.numbers.percent, plain(share * 100));
}

/** Without the noise of binary fractions. */
const plainNumbers = new Intl.NumberFormat(language, { maximumSignificantDigits: 6, useGrouping: false });

function plain(value: number): string {
  // Nought has no sign on an axis.
  return plainNumbers.format(value + 0);
}

/** The cell below a chart that tells one of its points. */
export function cellText(table: Table, row: number, column: number): string {
  return table.rows[row]?.[column]?.text ?? '';
}

/** An axis of numbers with quiet lines. */
export function valueAxis({ min, max, step, ticks = 5, text, title }: ValueAxis, theme: ChartTheme) {
  return {
    type: 'linear' as const,
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max }),
    border: { display: false },
    grid: { color: theme.grid, drawTicks: false },
    ticks: {
      color: theme.muted,
      padding: 6,
      maxTicksLimit: ticks,
      ...(step === undefined ? {} : { stepSize: step }),
      callback: (value: string | number) => text(Number(value)),
    },
    ...(title === undefined ? {} : { title: { display: true, text: title, color: theme.muted } }),
  };
}

/** An axis of weeks or months, without lines. */
export function nameAxis(theme: ChartTheme) {
  return {
    type: 'category' as const,
    border: { color: theme.grid },
    grid: { display: false },
    ticks: { color: theme.muted, maxRotation: 0, autoSkipPadding: 8 },
  };
}
