import type { ChartConfiguration } from 'chart.js';
import type { PredictionSection } from '../../shared/dashboardProtocol';
import { filled, labels } from '../labels';
import { cellText, percentTick, valueAxis } from './axes';
import type { ChartTheme } from './theme';

/** How often it happened over how likely we said; on the dashed line the two are the same. */
export function calibrationChart(
  { points, table }: PredictionSection,
  theme: ChartTheme,
): ChartConfiguration<'scatter'> {
  return {
    type: 'scatter',
    data: {
      datasets: [
        {
          data: points.map(({ probability, happened }) => ({ x: probability, y: happened })),
          backgroundColor: theme.daily,
          borderColor: theme.text,
          borderWidth: 1,
          pointRadius: points.map(({ count }) => 4 + Math.min(8, count)),
          clip: false,
        },
        {
          data: [
            { x: 0, y: 0 },
            { x: 1, y: 1 },
          ],
          showLine: true,
          borderColor: theme.muted,
          borderDash: [7, 4],
          borderWidth: 1.5,
          pointRadius: 0,
          pointHitRadius: 0,
        },
      ],
    },
    options: {
      interaction: { mode: 'nearest', intersect: true },
      layout: { padding: { top: 10, right: 12 } },
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex: row }) =>
              filled(labels.predictions.point, ...[1, 3, 2].map((column) => cellText(table, row, column))),
          },
        },
      },
      scales: {
        x: valueAxis(
          { min: 0, max: 1, step: 0.25, text: percentTick, title: labels.predictions.said },
          theme,
        ),
        y: valueAxis(
          { min: 0, max: 1, step: 0.25, text: percentTick, title: labels.predictions.happened },
          theme,
        ),
      },
    },
  };
}
