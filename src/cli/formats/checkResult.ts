import type { CalendarDate } from '../../core/model/calendarDate';
import { type Finding, type Severity, severityNames } from '../../core/model/finding';
import type { FindingIdentity } from '../baseline/findingIdentity';

/** What `check` has to say, in whatever format. There may be many thousands of findings: each is as lean as it can be. */
export interface CheckResult {
  readonly today: CalendarDate;
  readonly books: number;
  readonly pages: number;
  /** By path, place and rule; paths are from the checked folder. */
  readonly findings: readonly Finding[];
  /** How many findings were left out because the baseline knows them; absent without a baseline. */
  readonly known?: number;
  /** What the editor's quick fixes for one of the findings are called. */
  fixesOf(finding: Finding): readonly string[];
  /** What tells one of the findings apart from others for as long as its cause stays the same. */
  identityOf(finding: Finding): FindingIdentity;
  /** A path from the checked folder as a build server knows it. */
  checkoutPath(path: string): string;
}

export function severityCounts(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries(severityNames.map((name) => [name, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity]++;
  return counts;
}
