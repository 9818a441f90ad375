import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
} from 'chart.js';
import { useEffect, useRef } from 'preact/hooks';
import { Apart } from '../apart';
import { language } from '../labels';
import { type ChartTheme, useTheme } from './theme';

Chart.register(
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
  ScatterController,
  Tooltip,
);

interface ChartBoxProps<T> {
  readonly id: string;
  /** The chart in words, for those who cannot see it. */
  readonly label: string;
  readonly data: T;
  readonly configure: (data: T, theme: ChartTheme) => ChartConfiguration;
  /** Told which of the data was clicked. */
  readonly onPick?: (index: number) => void;
}

/** One chart, drawn anew when its data or the theme changes; data must keep its identity while it is the same. */
export function ChartBox<T>(props: ChartBoxProps<T>) {
  return (
    <Apart>
      <Drawn {...props} />
    </Apart>
  );
}

function Drawn<T>({ id, label, data, configure, onPick }: ChartBoxProps<T>) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const pick = useRef(onPick);
  pick.current = onPick;
  const theme = useTheme();
  useEffect(() => {
    if (!canvas.current) return undefined;
    const chart = new Chart(canvas.current, withCommons(configure(data, theme), theme, pick));
    return () => chart.destroy();
  }, [data, theme, configure]);
  return (
    <div class="chart">
      <canvas ref={canvas} id={id} role="img" aria-label={label} />
    </div>
  );
}

/** What holds for all charts: no animation, the theme's letters, and a click that opens the page. */
function withCommons(
  configuration: ChartConfiguration,
  theme: ChartTheme,
  pick: { readonly current: ((index: number) => void) | undefined },
): ChartConfiguration {
  const { options } = configuration;
  return {
    ...configuration,
    options: {
      locale: language,
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      interaction: { mode: 'index', intersect: false },
      font: { family: theme.font, size: theme.fontSize },
      onClick: (_, [first]) => {
        if (first) pick.current?.(first.index);
      },
      onHover: (event, elements) => {
        const target = event.native?.target;
        if (target instanceof HTMLElement) target.style.cursor = elements.length > 0 ? 'pointer' : 'default';
      },
      ...options,
      plugins: {
        tooltip: {
          backgroundColor: theme.background,
          borderColor: theme.border,
          borderWidth: 1,
          titleColor: theme.text,
          bodyColor: theme.text,
          displayColors: false,
          ...options?.plugins?.tooltip,
        },
      },
    },
  };
}
