import type { DashboardLabels } from '../shared/dashboardProtocol';

/** The language of all that is shown. */
export const language = document.documentElement.lang;

/** The page's own words, made by the extension in that language. */
export const labels = JSON.parse(
  document.getElementById('dashboard')?.dataset.labels ?? '{}',
) as DashboardLabels;

/** A label with its places filled: `{0}` with the first value. */
export function filled(label: string, ...values: readonly string[]): string {
  return label.replace(/\{(\d)\}/g, (place, index) => values[Number(index)] ?? place);
}
