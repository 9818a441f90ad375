import { type Finding, severityNames } from '../core/model/finding';

/** How much goes out in one call: beyond about 1,100 markers VS Code drops the rest of a call silently. */
export interface BatchLimits {
  readonly files: number;
  readonly markers: number;
}

export const diagnosticLimits: BatchLimits = { files: 500, markers: 900 };

/**
 * Takes the next files out of the waiting ones, up to the limits; a file with more markers than the limit goes alone.
 *
 * @param markersOf what is to be sent for a file; undefined for nothing
 * @param mayGoOn asked after every file
 */
export function takeBatch<T>(
  waiting: Set<string>,
  markersOf: (key: string) => readonly T[] | undefined,
  limits: BatchLimits,
  mayGoOn: () => boolean = () => true,
): [key: string, markers: readonly T[]][] {
  const batch: [string, readonly T[]][] = [];
  let total = 0;
  for (const key of waiting) {
    if (batch.length === limits.files) break;
    const markers = markersOf(key);
    if (markers && batch.length > 0 && total + markers.length > limits.markers) break;
    waiting.delete(key);
    if (markers) {
      batch.push([key, markers]);
      total += markers.length;
    }
    if (!mayGoOn()) break;
  }
  return batch;
}

/** VS Code shows so many markers of a file, the severe ones first. */
export const maxMarkersOfFile = 1000;

/** As many findings as are shown of a file, one left for the word that there are more; all where they are no more. */
export function shownFindings(findings: readonly Finding[]): readonly Finding[] {
  if (findings.length <= maxMarkersOfFile) return findings;
  const shown: Finding[] = [];
  for (const severity of severityNames) {
    for (const finding of findings) {
      if (shown.length === maxMarkersOfFile - 1) return shown;
      if (finding.severity === severity) shown.push(finding);
    }
  }
  return shown;
}
