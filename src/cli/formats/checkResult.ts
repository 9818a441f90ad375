import type { CalendarDate } from '../../core/model/calendarDate';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';

/** A finding with its path from the checked folder, and what the editor's quick fixes for it are called. */
export interface CheckedFinding extends Finding {
  readonly fixes: readonly string[];
}

/** What `check` has to say, in whatever format. */
export interface CheckResult {
  readonly today: CalendarDate;
  readonly books: number;
  readonly pages: number;
  /** By path, place and rule. */
  readonly findings: readonly CheckedFinding[];
}

export function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries(severityNames.map((name) => [name, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
