import type { ChartConfiguration } from 'chart.js';
import type { BudgetCard } from '../../shared/dashboardProtocol';
import { cellText, nameAxis, tickText, valueAxis } from './axes';
import type { ChartTheme } from './theme';

/** The columns of the table below the chart that its lines show. */
const columns = [2, 3, 1];

/** Sales added up over the months: plan dashed, sold as a line with points, forecast dotted. */
export function salesChart(budget: BudgetCard, theme: ChartTheme): ChartConfiguration<'line'> {
  const line = { borderWidth: 2, pointRadius: 0, pointHitRadius: 8 };
  return {
    type: 'line',
    data: {
      labels: [...budget.months],
      datasets: [
        {
          ...line,
          label: 'Sold',
          data: [...budget.actual],
          borderColor: theme.actual,
          backgroundColor: theme.actual,
          pointRadius: 3,
        },
        {
          ...line,
          label: 'Forecast',
          data: [...budget.forecast],
          borderColor: theme.forecast,
          borderDash: [2, 4],
        },
        { ...line, label: 'Planned', data: [...budget.planned], borderColor: theme.plan, borderDash: [7, 4] },
      ],
    },
    options: {
      plugins: {
        tooltip: {
          filter: ({ parsed }) => parsed.y !== null,
          callbacks: {
            label: ({ dataset, datasetIndex, dataIndex }) =>
              `${dataset.label}: ${cellText(budget.table, dataIndex, columns[datasetIndex] ?? 0)} ${budget.currency}`,
          },
        },
      },
      scales: {
        x: nameAxis(theme),
        y: valueAxis({ min: 0, text: tickText }, theme),
      },
    },
  };
}
