import type { CalendarDate } from '../../core/model/calendarDate';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';
import type { FindingIdentity } from '../baseline/findingIdentity';

/** A finding with its path from the checked folder. */
export interface CheckedFinding extends Finding {
  /** What the editor's quick fixes for it are called. */
  fixes(): readonly string[];
  /** What tells it apart from others for as long as its cause stays the same. */
  identity(): FindingIdentity;
}

/** What `check` has to say, in whatever format. */
export interface CheckResult {
  readonly today: CalendarDate;
  readonly books: number;
  readonly pages: number;
  /** By path, place and rule. */
  readonly findings: readonly CheckedFinding[];
  /** How many findings were left out because the baseline knows them; absent without a baseline. */
  readonly known?: number;
  /** A path from the checked folder as a build server knows it. */
  checkoutPath(path: string): string;
}

export function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries(severityNames.map((name) => [name, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
