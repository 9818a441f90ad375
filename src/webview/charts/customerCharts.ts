import type { ChartConfiguration } from 'chart.js';
import type { CustomerSection } from '../../shared/dashboardProtocol';
import { nameAxis, valueAxis } from './axes';
import type { ChartTheme } from './theme';

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

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
  { months, backlog }: CustomerSection,
  theme: ChartTheme,
): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: [...months],
      datasets: [
        {
          label: 'Backlog',
          data: [...backlog],
          backgroundColor: theme.daily,
          ...barLook(theme),
        },
      ],
    },
    options: {
      plugins: { tooltip: { callbacks: { label: ({ parsed }) => `${rounded(parsed.y ?? 0)} points` } } },
      scales: { x: nameAxis(theme), y: valueAxis({ min: 0, ticks: 4, text: rounded }, theme) },
    },
  };
}

/** Mean sentiment of each month's voices, up for happy and down for unhappy. */
export function sentimentChart(
  { months, sentiment }: CustomerSection,
  theme: ChartTheme,
): ChartConfiguration<'bar'> {
  return {
    type: 'bar',
    data: {
      labels: [...months],
      datasets: [
        {
          label: 'Sentiment',
          data: [...sentiment],
          backgroundColor: sentiment.map((value) => ((value ?? 0) < 0 ? theme.attention : theme.good)),
          ...barLook(theme),
          minBarLength: 3,
        },
      ],
    },
    options: {
      plugins: { tooltip: { callbacks: { label: ({ parsed }) => `mean ${rounded(parsed.y ?? 0)}` } } },
      scales: { x: nameAxis(theme), y: valueAxis({ min: -2, max: 2, step: 1, text: rounded }, theme) },
    },
  };
}
