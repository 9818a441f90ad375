import type { ChartTheme } from './theme';

interface ValueAxis {
  readonly min?: number;
  readonly max?: number;
  readonly step?: number;
  readonly ticks?: number;
  readonly text: (value: number) => string;
  readonly title?: string;
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
