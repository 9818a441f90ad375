import type { ChartConfiguration } from 'chart.js';
import type { BudgetCard } from '../../shared/dashboardProtocol';
import { filled, labels } from '../labels';
import { cellText, nameAxis, tickText, valueAxis } from './axes';
import type { ChartTheme } from './theme';

/** What is told of a point of each line, and the column of the table below the chart that it shows. */
const lines = [
  { label: labels.budgets.sold, column: 2 },
  { label: labels.budgets.forecast, column: 3 },
  { label: labels.budgets.planned, column: 1 },
];

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
          data: [...budget.actual],
          borderColor: theme.actual,
          backgroundColor: theme.actual,
          pointRadius: 3,
        },
        {
          ...line,
          data: [...budget.forecast],
          borderColor: theme.forecast,
          borderDash: [2, 4],
        },
        { ...line, data: [...budget.planned], borderColor: theme.plan, borderDash: [7, 4] },
      ],
    },
    options: {
      plugins: {
        tooltip: {
          filter: ({ parsed }) => parsed.y !== null,
          callbacks: {
            label: ({ datasetIndex, dataIndex }) => {
              const line = lines[datasetIndex];
              if (!line) return '';
              return filled(line.label, cellText(budget.table, dataIndex, line.column), budget.currency);
            },
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
