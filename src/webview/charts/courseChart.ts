import type { ChartConfiguration } from 'chart.js';
import type { HorizonCourse } from '../../shared/dashboardProtocol';
import { nameAxis, percentTick, valueAxis } from './axes';
import type { ChartTheme } from './theme';

export interface CourseData {
  readonly horizon: HorizonCourse;
  readonly weeks: readonly string[];
  /** The share of each week in words. */
  readonly texts: readonly string[];
  /** Highest share of all three horizons, so that their charts compare. */
  readonly highest: number;
}

/** The weekly share of a horizon in front of its band. Weeks out of the band are triangles that point the way. */
export function courseChart(
  { horizon, weeks, texts, highest }: CourseData,
  theme: ChartTheme,
): ChartConfiguration<'line'> {
  const [lower, upper] = horizon.band;
  const step = highest <= 0.78 ? 20 : 25;
  const shares = horizon.weeks.map((share) => (share === null ? null : share * 100));
  const sides = shares.map((share) => (share === null ? 0 : share > upper ? 1 : share < lower ? -1 : 0));
  const color = theme[horizon.id];
  const edge = {
    borderColor: theme.muted,
    borderWidth: 1,
    borderDash: [2, 3],
    pointRadius: 0,
    pointHitRadius: 0,
  };
  return {
    type: 'line',
    data: {
      labels: [...weeks],
      datasets: [
        {
          data: shares,
          borderColor: color,
          borderWidth: 2,
          spanGaps: true,
          pointRadius: sides.map((side) => (side === 0 ? 3 : 5)),
          pointStyle: sides.map((side) => (side === 0 ? 'circle' : 'triangle')),
          pointRotation: sides.map((side) => (side < 0 ? 180 : 0)),
          pointBackgroundColor: sides.map((side) => (side === 0 ? color : theme.attention)),
          pointBorderColor: sides.map((side) => (side === 0 ? color : theme.attention)),
        },
        { data: weeks.map(() => lower), ...edge },
        { data: weeks.map(() => upper), ...edge, fill: '-1', backgroundColor: theme.band },
      ],
    },
    options: {
      plugins: {
        tooltip: {
          filter: ({ datasetIndex }) => datasetIndex === 0,
          callbacks: { label: ({ dataIndex }) => texts[dataIndex] ?? '' },
        },
      },
      scales: {
        x: nameAxis(theme),
        y: valueAxis(
          {
            min: 0,
            max: Math.min(100, step * Math.ceil((highest * 100 + 1) / step)),
            step,
            text: (value) => percentTick(value / 100),
          },
          theme,
        ),
      },
    },
  };
}
