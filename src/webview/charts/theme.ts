import { useEffect, useState } from 'preact/hooks';

/** The colours and letters of the current theme, for what is drawn rather than styled. */
export interface ChartTheme {
  readonly text: string;
  readonly muted: string;
  readonly grid: string;
  readonly background: string;
  readonly border: string;
  readonly font: string;
  readonly fontSize: number;
  readonly daily: string;
  readonly short: string;
  readonly long: string;
  readonly plan: string;
  readonly actual: string;
  readonly forecast: string;
  readonly attention: string;
  readonly good: string;
  readonly band: string;
  readonly isHighContrast: boolean;
}

function readTheme(): ChartTheme {
  const style = getComputedStyle(document.body);
  const value = (name: string): string => style.getPropertyValue(name).trim();
  const isHighContrast = document.body.className.includes('high-contrast');
  return {
    text: value('--vscode-foreground'),
    muted: value('--muted') || value('--vscode-descriptionForeground'),
    grid: value('--grid'),
    background: value('--vscode-editor-background'),
    border: value('--edge'),
    font: value('--vscode-font-family') || 'sans-serif',
    fontSize: 11,
    daily: value('--daily'),
    short: value('--short'),
    long: value('--long'),
    plan: value('--muted') || value('--vscode-descriptionForeground'),
    actual: value('--daily'),
    forecast: value('--daily'),
    attention: value('--attention'),
    good: value('--good'),
    band: value('--band'),
    isHighContrast,
  };
}

const listeners = new Set<() => void>();
let current: ChartTheme | undefined;

/** VS Code changes the classes of the body and the variables of the root when the theme changes. */
const observer = new MutationObserver(() => {
  current = undefined;
  for (const listener of listeners) listener();
});
observer.observe(document.body, { attributes: true, attributeFilter: ['class', 'data-vscode-theme-id'] });
observer.observe(document.documentElement, { attributes: true, attributeFilter: ['style', 'class'] });

/** The current theme; parts that use it are drawn anew when it changes. */
export function useTheme(): ChartTheme {
  const [theme, setTheme] = useState(themeNow);
  useEffect(() => {
    const listener = (): void => setTheme(themeNow());
    listeners.add(listener);
    listener();
    return () => void listeners.delete(listener);
  }, []);
  return theme;
}

function themeNow(): ChartTheme {
  const read = readTheme();
  if (!current || JSON.stringify(read) !== JSON.stringify(current)) current = read;
  return current;
}
