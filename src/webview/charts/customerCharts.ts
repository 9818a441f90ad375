import type { ChartConfiguration } from 'chart.js';
import type { CustomerSection } from '../../shared/dashboardProtocol';
import { filled, labels } from '../labels';
import { cellText, nameAxis, tickText, valueAxis } from './axes';
import type { ChartTheme } from './theme';

/** The shape of a bar in either chart. */
function barLook(theme: ChartTheme) {
  return {
    borderColor: theme.border,
    borderWidth: theme.isHighContrast ? 1 : 0,
    borderRadius: 2,
    maxBarThickness: 28,
  };
}

/** Points of backlog at the end of each month. */
export function backlogChart(
  { months, backlog, table }: CustomerSection,
  theme: ChartTheme,
): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: [...months],
      datasets: [
        {
          data: [...backlog],
          backgroundColor: theme.daily,
          ...barLook(theme),
        },
      ],
    },
    options: {
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => filled(labels.customers.points, cellText(table, dataIndex, 1)),
          },
        },
      },
      scales: { x: nameAxis(theme), y: valueAxis({ min: 0, ticks: 4, text: tickText }, theme) },
    },
  };
}

/** Mean sentiment of each month's voices, up for happy and down for unhappy. */
export function sentimentChart(
  { months, sentiment, table }: CustomerSection,
  theme: ChartTheme,
): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: [...months],
      datasets: [
        {
          data: [...sentiment],
          backgroundColor: sentiment.map((value) => ((value ?? 0) < 0 ? theme.attention : theme.good)),
          ...barLook(theme),
          minBarLength: 3,
        },
      ],
    },
    options: {
      plugins: {
        tooltip: {
          callbacks: {
            label: ({ dataIndex }) => filled(labels.customers.mean, cellText(table, dataIndex, 4)),
          },
        },
      },
      scales: { x: nameAxis(theme), y: valueAxis({ min: -2, max: 2, step: 1, text: tickText }, theme) },
    },
  };
}
