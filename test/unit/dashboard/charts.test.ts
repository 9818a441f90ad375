import assert from 'node:assert/strict';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import type { ChartConfiguration } from 'chart.js';
import { build } from 'esbuild';
import { dashboardLabels } from '../../../src/core/report/dashboard/labels';
import { Words } from '../../../src/core/words/words';
import type { DashboardModel } from '../../../src/shared/shownDashboard';
import { english } from '../support/english';

interface ChartCode {
  tickText(value: number): string;
  percentTick(share: number): string;
  calibrationChart(section: unknown, theme: unknown): ChartConfiguration<'scatter'>;
  salesChart(budget: unknown, theme: unknown): ChartConfiguration<'line'>;
}

/** The charts’ code in a page of that language. */
type InLanguage = (words: Words) => ChartCode;

const row = (...texts: string[]) => texts.map((text) => ({ text }));

/** What the tooltip says of a point. */
function tooltip(chart: ChartConfiguration, datasetIndex: number, dataIndex: number): unknown {
  const label = chart.options?.plugins?.tooltip?.callbacks?.label as (at: object) => unknown;
  return label({ datasetIndex, dataIndex });
}

describe('The charts of the dashboard', () => {
  let chartsIn: InLanguage;
  before(async () => {
    const { outputFiles } = await build({
      stdin: {
        contents: ['axes', 'calibrationChart', 'salesChart']
          .map((name) => `export * from './src/webview/charts/${name}';`)
          .join('\n'),
        resolveDir: join(__dirname, '../../..'),
      },
      bundle: true,
      write: false,
      format: 'iife',
      globalName: 'charts',
    });
    const code = `${outputFiles[0]?.text}; charts`;
    chartsIn = (words) => {
      const labels = JSON.stringify(words.spoken(dashboardLabels));
      const document = {
        documentElement: { lang: words.locale },
        getElementById: () => ({ dataset: { labels } }),
      };
      return runInNewContext(code, { document }) as ChartCode;
    };
  });

  const german: Readonly<Record<string, string>> = {
    '{0} M': '{0} Mio.',
    'Said {0}, happened {1} of {2}': 'Von {2} eingetroffen: {1}, gesagt: {0}',
  };
  const inGerman = new Words('de', (pattern) => german[pattern] ?? pattern);

  it('write the numbers of their axes in the language of the page', () => {
    const values = [0, -0, 0.1 + 0.2, 9500, 12_500, 1.5e6, -2];
    assert.deepEqual(values.map(chartsIn(english).tickText), [
      '0',
      '0',
      '0.3',
      '9500',
      '12.5 k',
      '1.5 M',
      '-2',
    ]);
    assert.deepEqual(values.map(chartsIn(inGerman).tickText), [
      '0',
      '0',
      '0,3',
      '9500',
      '12,5 k',
      '1,5 Mio.',
      '-2',
    ]);
    assert.equal(chartsIn(english).percentTick(0.25), '25 %');
    assert.equal(chartsIn(inGerman).percentTick(0.125), '12,5 %');
  });

  it('say of a prediction what the table says, in the order of the language', () => {
    const section: Pick<DashboardModel['predictions'], 'points' | 'table'> = {
      points: [],
      table: { caption: '', columns: [], rows: [row('A', '70 %', '4', '3')] },
    };
    const said = (words: Words) =>
      tooltip(chartsIn(words).calibrationChart(section, {}) as ChartConfiguration, 0, 0);
    assert.equal(said(english), 'Said 70 %, happened 3 of 4');
    assert.equal(said(inGerman), 'Von 4 eingetroffen: 3, gesagt: 70 %');
  });

  it('say of each line of sales what it is', () => {
    const table = { caption: '', columns: [], rows: [row('Jan', '100', '90', '95')] };
    const budget = { months: ['Jan'], planned: [], actual: [], forecast: [], currency: 'EUR', table };
    const chart = chartsIn(english).salesChart(budget, {}) as ChartConfiguration;
    assert.deepEqual(
      [0, 1, 2].map((line) => tooltip(chart, line, 0)),
      ['Sold: 90 EUR', 'Forecast: 95 EUR', 'Planned: 100 EUR'],
    );
  });
});
